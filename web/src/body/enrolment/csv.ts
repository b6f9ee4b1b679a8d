/** Reads CSV (RFC 4180) or cells copied from a spreadsheet; empty lines are left out. Each row knows its line. */
export function parseCsv(text: string): { line: number; cells: string[] }[] {
  const input = text.replace(/^\uFEFF/, '');
  const head = input.slice(0, input.search(/[\r\n]|$/));
  const separator = head.includes('\t') ? '\t' : !head.includes(',') && head.includes(';') ? ';' : ',';
  const rows: { line: number; cells: string[] }[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let start = 1;
  const endCell = (): void => {
    cells.push(cell.trim());
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    if (cells.some((one) => one !== '')) rows.push({ line: start, cells });
    cells = [];
    start = line;
  };
  for (let i = 0; i < input.length; i++) {
    const sign = input[i]!;
    if (sign === '\n') line++;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (input[i + 1] === '"') cell += input[i++];
      else quoted = false;
    } else if (sign === '"' && cell.trim() === '') {
      cell = '';
      quoted = true;
    } else if (sign === separator) endCell();
    else if (sign === '\n') endRow();
    else if (sign !== '\r') cell += sign;
  }
  endRow();
  return rows;
}

/** What a spreadsheet would take for a formula, also after space or in full width. */
const formula = /^[\s\u0000]*[=+\-@＝＋－＠]/;

/** A table as CSV that spreadsheets open as it is; text that would run as a formula has an apostrophe before it. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  const write = (cell: string): string => `"${(formula.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`;
  return `\uFEFF${rows.map((row) => row.map(write).join(',')).join('\r\n')}\r\n`;
}

/** Hands a text to the browser as a file. */
export function saveCsv(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
