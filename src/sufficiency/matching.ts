/**
 * Gives every need something of its own among what would serve it, nothing to two needs; answers the places of the
 * needs that go without. Where not all can be served, earlier needs are served first.
 */
export function unserved<T>(needs: readonly (readonly T[])[]): number[] {
  // Who has as many to choose from as there are needs can never go without, so more need not be looked at.
  const choices = needs.map((servers) => servers.slice(0, needs.length));
  const servedBy = new Map<T, number>();
  const serve = (need: number, tried: Set<T>): boolean =>
    choices[need]!.some((server) => {
      if (tried.has(server)) return false;
      tried.add(server);
      const holder = servedBy.get(server);
      if (holder !== undefined && !serve(holder, tried)) return false;
      servedBy.set(server, need);
      return true;
    });
  return [...needs.keys()].filter((need) => !serve(need, new Set()));
}
