/** A document number as people type it from paper: any case, and the letters that are easily taken for digits. */
export function readNumber(typed: string): string | null {
  const parts = /^TS-(\d{4})-([0-9A-Z]{4})-([0-9A-Z]{4})$/.exec(typed.trim().toUpperCase());
  if (!parts) return null;
  const [, year, first, second] = parts;
  const read = (text: string): string => text.replace(/[IL]/g, '1').replace(/O/g, '0');
  return `TS-${year}-${read(first!)}-${read(second!)}`;
}
