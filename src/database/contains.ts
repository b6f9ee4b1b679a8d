/**
 * The condition that one of these columns has a text in it, whatever the case; `:pattern` is its `patternOf`. Of the two
 * databases only SQLite's LIKE ignores case, so both sides are lowered; `!` escapes alike in both.
 */
export function containsAny(...columns: string[]): string {
  const likes = columns.map((column) => `LOWER(${column}) LIKE LOWER(CAST(:pattern AS text)) ESCAPE '!'`);
  return `(${likes.join(' OR ')})`;
}

/** What LIKE finds a text by, each of its characters as it is. */
export const patternOf = (text: string): string => `%${text.replace(/[!%_]/g, '!$&')}%`;
