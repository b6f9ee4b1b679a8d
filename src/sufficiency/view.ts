import { markDuplicates, markOutdated } from './beside.js';
import { addMonths, dateIn, isDate } from './dates.js';
import { entitlement, type Entitlement } from './entitlement.js';
import { evidenceClass, type EvidenceClass } from './evidence-class.js';
import { type AssessmentFacts, type ClaimFact, type ItemFact, type JudgementFact, type Target } from './facts.js';
import { itemFaults, type ItemFault } from './item-faults.js';
import { claimState, standingJudgements, type ClaimState } from './standing.js';

/** Why a claim does not count. */
export type NotCounting =
  | ItemFault
  | Exclude<ClaimState, 'accepted'>
  | 'claim_withdrawn'
  | 'claim_later'
  | 'item_unknown'
  | 'target_unknown'
  | 'too_old'
  | 'same_bytes';

export interface ItemView {
  readonly item: ItemFact;
  readonly class: EvidenceClass;
  readonly faults: readonly ItemFault[];
  /** Young enough on the day of measuring. */
  readonly current: boolean;
}

export interface ClaimView {
  readonly claim: ClaimFact;
  readonly item: ItemView | null;
  readonly state: ClaimState;
  readonly standing: readonly JudgementFact[];
  /** Neither the claim nor its item is withdrawn: it asks for a judgement. */
  readonly live: boolean;
  /** Empty when the claim counts. */
  readonly why: NotCounting[];
}

/** The facts of one assessment, joined up once for every rule. */
export interface View {
  readonly facts: AssessmentFacts;
  readonly entitled: Entitlement;
  readonly targets: ReadonlyMap<string, Target>;
  readonly items: ReadonlyMap<string, ItemView>;
  readonly claims: readonly ClaimView[];
  /** The live claims to each target, and with each item. */
  readonly byTarget: ReadonlyMap<string, readonly ClaimView[]>;
  readonly byItem: ReadonlyMap<string, readonly ClaimView[]>;
}

/** What evidence can be claimed to show; the rest of a document is headings and advice. */
const claimableTypes: readonly string[] = [
  'criterion',
  'indicator',
  'key_aspect',
  'knowledge',
  'skill',
  'attitude',
  'output',
] satisfies Target['type'][];

export const isClaimable = ({ type }: Pick<Target, 'type'>) => claimableTypes.includes(type);

/** A claim counts when nothing speaks against it. */
export const counts = (claim: Pick<ClaimView, 'why'>) => claim.why.length === 0;

function viewItems(facts: AssessmentFacts): Map<string, ItemView> {
  const { candidateId, settings, zone } = facts;
  const today = dateIn(zone, facts.at);
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
  const why: NotCounting[] = [];
  if (later) why.push('claim_later');
  if (withdrawn) why.push('claim_withdrawn');
  if (!target || !isClaimable(target)) why.push('target_unknown');
  if (!item) why.push('item_unknown');
  else why.push(...item.faults);
  if (state !== 'accepted') why.push(state);
  const live = !later && !withdrawn && !item?.faults.includes('item_withdrawn');
  return { claim, item, state, standing, live, why };
}

function groupBy(claims: readonly ClaimView[], key: (claim: ClaimFact) => string): Map<string, ClaimView[]> {
  const groups = new Map<string, ClaimView[]>();
  for (const view of claims) {
    if (!view.live) continue;
    const group = groups.get(key(view.claim));
    if (group) group.push(view);
    else groups.set(key(view.claim), [view]);
  }
  return groups;
}

/** Joins up the facts, in time linear in claims, and settles which claims count. */
export function buildView(facts: AssessmentFacts): View {
  const targets = new Map(facts.document.items.map((target) => [target.ref, target]));
  const joined = { facts, entitled: entitlement(facts), targets, items: viewItems(facts) };
  const claims = facts.claims.map((claim) => viewClaim(claim, joined));
  const byTarget = groupBy(claims, ({ targetRef }) => targetRef);
  for (const group of byTarget.values()) {
    markOutdated(group);
    markDuplicates(group);
  }
  return { ...joined, claims, byTarget, byItem: groupBy(claims, ({ itemId }) => itemId) };
}
