/**
 * Ids for an `IN` list, the last one repeated up to a power of two, so that lists of any length make only a handful
 * of different statements to prepare and keep.
 */
export function idList(ids: readonly string[]): () => string[] {
  const length = 2 ** Math.ceil(Math.log2(ids.length));
  return () => Array.from({ length }, (_, index) => ids[index] ?? ids.at(-1)!);
}
