import { type Target } from '../facts.js';
import { found, type Found, type MendKey, type ProblemKey } from '../finding.js';
import { type ClaimView, type ItemView, type View } from '../view.js';

/** Those of the keys that are touched, in their order, and after them what is touched and not among them. */
function inOrderOf(keys: Iterable<string>, touched: ReadonlySet<string>): string[] {
  return touched.size < 2 ? [...touched] : [...new Set([...[...keys].filter((key) => touched.has(key)), ...touched])];
}

/**
 * The places a set of claims touches, as the document and the portfolio go, with the codes of their targets and the
 * number of claims for the text.
 */
export function whereClaims(view: View, claims: readonly ClaimView[]) {
  const targets = inOrderOf(view.targets.keys(), new Set(claims.map(({ claim }) => claim.targetRef)));
  return {
    targets,
    items: inOrderOf(view.items.keys(), new Set(claims.map(({ claim }) => claim.itemId))),
    claims: claims.map(({ claim }) => claim.id),
    params: { count: claims.length, targets: targets.map((ref) => view.targets.get(ref)?.code ?? ref) },
  };
}

/** Things of the document, with their codes and number for the text. */
export function whereTargets(targets: readonly Target[]) {
  return {
    targets: targets.map(({ ref }) => ref),
    params: { count: targets.length, targets: targets.map(({ code }) => code) },
  };
}

/** Reports an item, with the targets it was offered for and not rejected. */
export function itemFound(view: View, { item }: ItemView, problem: ProblemKey, mend: MendKey): Found {
  const offered = (view.byItem.get(item.id) ?? []).filter(({ state }) => state !== 'rejected');
  const { targets, claims } = whereClaims(view, offered);
  const { number, title, producedOn } = item;
  const params = { number, title, producedOn: producedOn ?? '', numbers: [number] };
  return found(problem, mend, { targets, items: [item.id], claims, params });
}

/** The items that were not withdrawn. */
export function standingItems(view: View): ItemView[] {
  return [...view.items.values()].filter(({ faults }) => !faults.includes('item_withdrawn'));
}
