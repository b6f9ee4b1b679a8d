import { type Entitlement } from './entitlement.js';
import { type EvidenceClass } from '../settings/evidence-class.js';
import { type AssessmentFacts, type ClaimFact, type ItemFact, type JudgementFact, type Target } from './facts.js';
import { type ItemFault } from './item-faults.js';
import { type MethodResult } from './methods.js';
import { type TargetResult } from './results.js';
import { type ClaimState } from './standing.js';

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
  /** Everything that speaks against it; empty when it counts. */
  readonly why: NotCounting[];
  /** Settled once all claims to the same target are known. */
  counts: boolean;
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
  /** Of everything that evidence can show, in document order. */
  readonly results: ReadonlyMap<string, TargetResult>;
  /** The planned methods; without a plan those that claims name. */
  readonly methods: readonly MethodResult[];
}

/** The items that count for a target, each once. */
export function countingItems({ byTarget }: Pick<View, 'byTarget'>, ref: string): ItemView[] {
  const counting = (byTarget.get(ref) ?? []).filter((claim) => claim.counts);
  return [...new Set(counting.map(({ item }) => item!))];
}
