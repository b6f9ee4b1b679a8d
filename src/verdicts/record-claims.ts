import { type VerdictClaim } from '../documents/record.js';
import { type Place } from '../evidence/claim.entity.js';
import { isDraft } from '../evidence/items.js';
import { type Evaluation } from '../sufficiency/evaluate.js';
import { type ClaimView } from '../sufficiency/view.js';
import { type Basis } from './basis.js';
import { minutes, order, say } from './words.js';

/**
 * The claims that the verdict was taken on, those that do not count too, in the order they were made: all that stood,
 * and any that was judged. What nobody answered falls with its item, and a record that nobody signed is no evidence.
 */
export function recordClaims(basis: Basis, { view }: Evaluation): VerdictClaim[] {
  const { items, names } = basis;
  const drafts = new Set(items.filter(isDraft).map(({ id }) => id));
  const placeOf = claimPlaces(basis);
  const codeOf = methodCodes(basis);
  return view.claims
    .filter((one) => stood(one) && !drafts.has(one.claim.itemId))
    .map(({ claim, item, state, counts, why }) => ({
      id: claim.id,
      itemNumber: item!.item.number,
      targetRef: claim.targetRef,
      method: codeOf(claim.method),
      methodReason: claim.methodReason,
      place: placeOf(claim.id),
      proposedBy: { id: claim.proposedBy, name: names.get(claim.proposedBy) ?? claim.proposedBy },
      proposedAt: claim.proposedAt,
      carriedFrom: claim.carriedFrom?.claimId ?? null,
      state,
      counts,
      why: [...why],
    }))
    .sort((a, b) => order(a.proposedAt, b.proposedAt) || order(a.id, b.id));
}

function stood({ claim, item, why }: ClaimView): boolean {
  if (!item || why.includes('claim_later')) return false;
  const withdrawn = why.includes('claim_withdrawn') || why.includes('item_withdrawn');
  return !withdrawn || claim.judgements.length > 0;
}

/** The code of a method by its ref; one that the document lacks is named as it was given. */
export function methodCodes({ facts }: Basis): (method: string | null) => string | null {
  const codes = new Map(facts.document.items.map(({ ref, code }) => [ref, code]));
  return (method) => (method === null ? null : (codes.get(method) ?? method));
}

/** Where in its item a claim sees something, in words, by the claim's id. */
export function claimPlaces({ claims, files }: Basis): (claimId: string) => string | null {
  const places = new Map(claims.map(({ id, place }) => [id, place]));
  const names = new Map(files.map(({ id, name }) => [id, name]));
  return (claimId) => placeText(places.get(claimId) ?? null, names);
}

/** A place in words, as verdicts print it. */
export function placeText(place: Place | null, fileNames: ReadonlyMap<string, string>): string | null {
  if (!place) return null;
  const { fileId, from, to, note } = place;
  const parts = [
    fileId && fileNames.get(fileId),
    spotText(place),
    from !== undefined &&
      (to === undefined ? minutes(from) : say('place_span', { from: minutes(from), to: minutes(to) })),
    note,
  ];
  return parts.filter(Boolean).join(' ') || null;
}

function spotText({ page, region }: Place): string | undefined {
  if (!region) return page === undefined ? undefined : say('place_page', { page });
  const percent = (share: number): number => Math.round(share * 100);
  const { x, y, width, height } = region;
  const box = { left: percent(x), top: percent(y), width: percent(width), height: percent(height) };
  return page === undefined ? say('place_region', box) : say('place_page_region', { page, ...box });
}
