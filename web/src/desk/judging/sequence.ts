import { type Cell, type CellClaim, type Column, type Coverage, type Row } from '../types';

/** One claim in the order in which they are judged: by item, and within it as the document goes. */
export interface Step {
  item: Column;
  target: Row;
  claim: CellClaim;
  cell: Cell;
}

/** Every claim that stands, in order. */
export function sequenceOf(coverage: Coverage): Step[] {
  const rows = new Map(coverage.targets.map((row, index) => [row.ref, { row, index }]));
  const byItem = new Map<string, Cell[]>();
  for (const cell of coverage.cells) {
    const own = byItem.get(cell.item);
    if (own) own.push(cell);
    else byItem.set(cell.item, [cell]);
  }
  const place = ({ target }: Cell): number => rows.get(target)?.index ?? Infinity;
  return coverage.items.flatMap((item) =>
    (byItem.get(item.id) ?? [])
      .sort((a, b) => place(a) - place(b))
      .flatMap((cell) => {
        const target = rows.get(cell.target)?.row;
        return target ? cell.claims.map((claim) => ({ item, target, claim, cell })) : [];
      }),
  );
}

/** The next step that waits to be judged, after this place and then from the beginning. */
export function nextWaiting(steps: readonly Step[], after: number): Step | undefined {
  const waits = ({ claim, item }: Step): boolean => claim.state === 'unjudged' && item.state !== 'withdrawn';
  return steps.slice(after + 1).find(waits) ?? steps.slice(0, Math.max(0, after)).find(waits);
}
