/** The first attempt of every row of attempts that followed one another, by the id of each of them. */
export function rootsOf(rows: readonly { id: string; previousId: string | null }[]): Map<string, string> {
  const before = new Map(rows.map(({ id, previousId }) => [id, previousId]));
  const roots = new Map<string, string>();
  for (const { id } of rows) {
    const seen = new Set([id]);
    let root = id;
    for (let next = before.get(id); next && before.has(next) && !seen.has(next); next = before.get(root)) {
      seen.add(next);
      root = next;
    }
    roots.set(id, root);
  }
  return roots;
}
