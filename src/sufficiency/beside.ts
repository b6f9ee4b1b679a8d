import { originals } from '../evidence/redactions.js';
import { evidenceClasses, portfolioForms } from '../settings/evidence-class.js';
import { type ClaimView, type ItemView } from './view.js';

/** What one claim takes from the others made to the same target. Each function is given one target's claims. */

const countingItem = ({ item, why }: ClaimView) => (why.length === 0 ? item : null);

/** C2: evidence beyond the currency window counts only beside current evidence that counts on the same target. */
export function markOutdated(claims: readonly ClaimView[]): void {
  const old = claims.filter((claim) => countingItem(claim)?.current === false);
  if (old.length === 0 || claims.some((claim) => countingItem(claim)?.current)) return;
  for (const claim of old) claim.why.push('too_old');
}

/**
 * The copy that counts is the strongest by class, then current before old, then the first received, so that taking
 * the counting copy away never leaves the target better off.
 */
function byStrength(a: ItemView, b: ItemView): number {
  return (
    evidenceClasses.indexOf(a.class) - evidenceClasses.indexOf(b.class) ||
    Number(b.current) - Number(a.current) ||
    (a.item.receivedAt < b.item.receivedAt ? -1 : a.item.receivedAt > b.item.receivedAt ? 1 : 0) ||
    a.item.number - b.item.number ||
    (a.item.id < b.item.id ? -1 : 1)
  );
}

/** Only a portfolio item is its files; an observation with a copied photo is still an observation. */
const isItsFiles = ({ item }: ItemView) =>
  item.files.length > 0 && (portfolioForms as readonly string[]).includes(item.form);

/** Whether any bytes lie in more than one item at all; mostly they do not, and no target needs a second look. */
export function shareBytes(items: Iterable<ItemView>): boolean {
  const owners = new Map<string, ItemView>();
  for (const item of items) {
    for (const { sha256 } of originals(item.item.files)) {
      const owner = owners.get(sha256);
      if (owner && owner !== item) return true;
      owners.set(sha256, item);
    }
  }
  return false;
}

/** A4: the same bytes twice under one candidate count once: an item made only of bytes already counted does not. */
export function markDuplicates(claims: readonly ClaimView[]): void {
  const items = new Set<ItemView>();
  for (const claim of claims) {
    const item = countingItem(claim);
    if (item && isItsFiles(item)) items.add(item);
  }
  if (items.size < 2) return;
  const seen = new Set<string>();
  const copies = new Set<ItemView>();
  for (const item of [...items].sort(byStrength)) {
    const files = originals(item.item.files);
    if (files.every(({ sha256 }) => seen.has(sha256))) copies.add(item);
    for (const { sha256 } of files) seen.add(sha256);
  }
  for (const claim of claims) {
    if (claim.item && copies.has(claim.item) && claim.why.length === 0) claim.why.push('same_bytes');
  }
}
