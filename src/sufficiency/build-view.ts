import { groupBy } from '../common/group-by.js';
import { markDuplicates, markOutdated, shareBytes } from './beside.js';
import { isClaimable } from '../competencies/claimable.js';
import { addMonths, dayIn, isDate } from './dates.js';
import { entitlement } from './entitlement.js';
import { evidenceClass } from '../settings/evidence-class.js';
import { type AssessmentFacts, type ClaimFact, type ItemFact } from './facts.js';
import { itemFaults } from './item-faults.js';
import { methodResults } from './methods.js';
import { targetResults } from './results.js';
import { claimState, standingJudgements } from './standing.js';
import { type ClaimView, type ItemView, type NotCounting, type View } from './view.js';

function viewItems(facts: AssessmentFacts): Map<string, ItemView> {
  const { candidateId, settings, zone } = facts;
  const today = dayIn(zone, facts.at);
  const isCurrent = ({ producedOn }: ItemFact) =>
    today !== null && isDate(producedOn) && addMonths(producedOn, settings.currencyWindowMonths) >= today;
  return new Map(
    facts.items.map((item) => [
      item.id,
      {
        item,
        class: evidenceClass(item, candidateId, settings.classScheme),
        faults: itemFaults(item, facts),
        current: isCurrent(item),
      },
    ]),
  );
}

function viewClaim(claim: ClaimFact, view: Pick<View, 'facts' | 'entitled' | 'targets' | 'items'>): ClaimView {
  const { at } = view.facts;
  const item = view.items.get(claim.itemId) ?? null;
  const target = view.targets.get(claim.targetRef);
  const standing = standingJudgements(claim, view.entitled, at);
  const state = claimState(standing);
  const later = claim.proposedAt > at;
  const withdrawn = claim.withdrawnAt !== null && claim.withdrawnAt <= at;
  const why: NotCounting[] = item ? [...item.faults] : ['item_unknown'];
  if (later) why.push('claim_later');
  if (withdrawn) why.push('claim_withdrawn');
  if (!target || !isClaimable(target)) why.push('target_unknown');
  if (state !== 'accepted') why.push(state);
  const live = !later && !withdrawn && !item?.faults.includes('item_withdrawn');
  return { claim, item, state, standing, live, why, counts: false };
}

/** Joins up the facts, in time linear in claims, and settles which claims count. */
export function buildView(facts: AssessmentFacts): View {
  const targets = new Map(facts.document.items.map((target) => [target.ref, target]));
  const joined = { facts, entitled: entitlement(facts), targets, items: viewItems(facts) };
  const claims = facts.claims.map((claim) => viewClaim(claim, joined));
  const live = claims.filter((claim) => claim.live);
  const byTarget = groupBy(live, ({ claim }) => claim.targetRef);
  const copied = shareBytes(joined.items.values());
  for (const group of byTarget.values()) {
    markOutdated(group);
    if (copied) markDuplicates(group);
  }
  for (const claim of claims) claim.counts = claim.why.length === 0;
  const results = targetResults(facts, targets, byTarget, joined.entitled);
  const methods = methodResults(facts, live);
  return { ...joined, claims, byTarget, byItem: groupBy(live, ({ claim }) => claim.itemId), results, methods };
}
