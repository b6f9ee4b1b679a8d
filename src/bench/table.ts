import { type Figure } from './figures.js';
import { type Machine } from './machine.js';

const columns = ['', 'median', 'limit', 'of limit', 'aim', 'rounds'];

/** What the figures were measured on, in two lines. */
export function machineLines({ date, commit, node, system, cpu, cores, memoryGb, syncMs }: Machine): string {
  return [
    `${date}  commit ${commit ?? 'unknown'}  Node ${node}  ${system}`,
    `${cpu}, ${cores} cores, ${memoryGb} GB; 4 KB write and sync ${number(syncMs)} ms`,
    '',
  ].join('\n');
}

/** Figures as a table in plain text, each beside its limit. */
export function table(figures: readonly Figure[]): string {
  const lines = [columns, ...figures.map(cells)];
  const widths = columns.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  return lines
    .map((line) => {
      const padded = line.map((cell, i) => (i === 0 || i > 3 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)));
      return padded.join('  ').trimEnd();
    })
    .map((line) => `${line}\n`)
    .join('');
}

function cells({ name, value, unit, rounds, limit, aims }: Figure): string[] {
  return [
    name,
    `${number(value)} ${unit}`,
    limit ? `${number(limit.value)} (${limit.of})` : '',
    limit ? `${number(value / limit.value)} ×` : '',
    aims.map(({ text, met }) => `${met === null ? '?' : met ? 'met' : 'MISSED'} ${text}`).join(', '),
    rounds.length > 1 ? rounds.map(number).join(' ') : '',
  ];
}

/** Three figures that mean something. */
function number(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return Number(value.toFixed(digits)).toLocaleString('en');
}
