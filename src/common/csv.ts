export type Cell = string | number | boolean | null | undefined;

/** What a spreadsheet would take for a formula, also after space or in full width. */
const formula = /^[\s\u0000]*[=+\-@＝＋－＠]/;

/**
 * A table as CSV (RFC 4180) that spreadsheets open as it is: UTF-8 with its mark, and text that would run as a formula
 * has an apostrophe before it.
 */
export function csv(header: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const lines = [header, ...rows].map((row) => row.map(cell).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function cell(value: Cell): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const harmless = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) || harmless !== value ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
