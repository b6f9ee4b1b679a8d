/** Rows by a key of theirs, each group in the order of the rows. */
export function groupBy<Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const name = key(row);
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return groups;
}

/**
 * Ids for an `IN` list, the last one repeated up to a power of two, so that lists of any length make only a handful
 * of different statements to prepare and keep.
 */
export function listOf(ids: readonly string[]): () => string[] {
  const length = 2 ** Math.ceil(Math.log2(ids.length));
  return () => Array.from({ length }, (_, index) => ids[index] ?? ids.at(-1)!);
}
