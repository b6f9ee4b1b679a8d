/** A line of the source that says something, as its cells. */
export interface Row {
  line: number;
  raw: string;
  cells: string[];
}

/**
 * The rows of a source: split on TAB, or on pipes where a line starts with one (`\|` is a pipe in a cell).
 * Rows of dashes and of nothing are left out; the line numbers still count them.
 */
export function rowsOf(source: string): Row[] {
  const rows: Row[] = [];
  source.split(/\r\n|[\r\n\f]/).forEach((raw, index) => {
    const cells = raw.startsWith('|') ? pipeCells(raw) : raw.split('\t').map((cell) => cell.trim());
    if (!cells.every(saysNothing)) rows.push({ line: index + 1, raw, cells });
  });
  return rows;
}

function pipeCells(raw: string): string[] {
  const cells = raw
    .trimEnd()
    .slice(1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));
  if (cells.at(-1) === '') cells.pop();
  return cells;
}

function saysNothing(cell: string): boolean {
  return /^[-:\u2013\u2014]*$/.test(cell);
}
