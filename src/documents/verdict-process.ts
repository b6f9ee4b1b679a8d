import { factTable } from './facts.js';
import { run } from './layout.js';
import { type Run } from './lines.js';
import { type Sheet } from './sheet.js';
import { styles } from './theme.js';
import { sectionHeading } from './verdict-results.js';
import { type DocumentKey } from './words.js';

/** Who assessed, by which plan, what was waived, under which settings, and what the verdict rests on. */
export function drawProcess(sheet: Sheet): void {
  const { record, words } = sheet;
  const assessors = record.assessors.map(({ name, qualification }) =>
    qualification ? `${name}（${qualification}）` : name,
  );
  const waivers = record.waivers.map(({ rule, reason, waivedBy, waivedAt }) =>
    words.say('waiver', { rule, reason, name: waivedBy.name, at: words.instant(waivedAt) }),
  );
  const settings = Object.entries(record.settings).map(([name, value]) => `${name} = ${String(value)}`);
  const facts: [DocumentKey, string[]][] = [
    ['assessors', assessors],
    ['plan_methods', record.plan?.methods ?? []],
    ['adjustments', record.plan?.adjustments ?? []],
    ['warnings', record.warnings.map(({ rule, text }) => `${rule}　${text}`)],
    ['waivers', waivers],
    ['settings', settings],
    ['source_hash', [record.unit.sourceSha256]],
    ['basis_hash', [record.basisHash]],
  ];
  const rows = facts
    .filter(([, texts]) => texts.length > 0)
    .map(([key, texts]): [Run[], Run[][]] => [
      words.both(key, styles.label, styles.note, ' '),
      texts.map((text) => [run(text, styles.small)]),
    ]);
  sectionHeading(sheet, 'section_process');
  factTable(sheet, rows);
}
