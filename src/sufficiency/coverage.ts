import { groupBy } from '../common/group-by.js';
import { isClaimable } from '../competencies/claimable.js';
import { type Evaluation } from './evaluate.js';
import { type EvidenceClass, type EvidenceForm } from '../settings/evidence-class.js';
import { type AssessmentFacts, type Instant, type Target, type TargetType } from './facts.js';
import { type EvaluatedRuleId, type Finding, type Step } from './finding.js';
import { type ItemFault } from './item-faults.js';
import { rules } from './rules/list.js';
import { type ClaimState } from './standing.js';
import { targetStates, type TargetState } from './target-state.js';
import { type ClaimView, type NotCounting } from './view.js';

/** The state of a cell: its best-placed claim, but a dispute before all. `not_counting`: accepted, yet something is amiss. */
export const cellStates = ['disputed', 'counts', 'not_counting', 'unjudged', 'more_needed', 'rejected'] as const;
export type CellState = (typeof cellStates)[number];

export interface CoverageRow extends Target {
  readonly required: boolean;
  readonly state: TargetState;
  readonly met: boolean;
  /** Refs of the met criteria through which an assessor found it demonstrated (rule S4). */
  readonly through: readonly string[];
  /** What would close the gap, nearest to done first; empty when met. */
  readonly closes: readonly Step[];
}

export interface CoverageColumn {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly form: EvidenceForm;
  readonly class: EvidenceClass;
  readonly current: boolean;
  /** `ready` when nothing keeps its claims from counting. */
  readonly state: 'ready' | 'held' | 'withdrawn';
  readonly faults: readonly ItemFault[];
}

export interface CoverageCell {
  readonly target: string;
  readonly item: string;
  readonly state: CellState;
  readonly claims: readonly {
    readonly id: string;
    readonly state: ClaimState;
    readonly counts: boolean;
    readonly why: readonly NotCounting[];
  }[];
}

/** One assessment's targets × items as plain JSON. Totals are counts: a percentage is no competence. */
export interface CoverageMatrix {
  readonly assessmentId: string;
  readonly measuredAt: Instant;
  /** Duties, tasks and elements: what rows stand under by `parentRef`. */
  readonly headings: readonly Target[];
  readonly targets: readonly CoverageRow[];
  readonly items: readonly CoverageColumn[];
  /** Only where a claim stands; claims withdrawn, or whose item was, are history and not listed. */
  readonly cells: readonly CoverageCell[];
  readonly totals: {
    readonly required: { readonly met: number; readonly of: number };
    readonly targets: Readonly<Record<TargetState, number>>;
    readonly items: number;
    readonly claims: { readonly live: number; readonly counting: number; readonly unjudged: number };
  };
  /** Refs of required targets that are not met. */
  readonly gaps: readonly string[];
  readonly findings: readonly Finding[];
  readonly warnings: readonly Finding[];
  /** The rules that stand in the way of `competent`. */
  readonly openRules: readonly EvaluatedRuleId[];
  /** The rules that were looked at, so that silence on another is not read as consent. */
  readonly evaluatedRules: readonly EvaluatedRuleId[];
}

const headingTypes: readonly TargetType[] = ['duty', 'task', 'element'];

function cellStateOf(claim: ClaimView): CellState {
  if (claim.state !== 'accepted') return claim.state;
  return claim.counts ? 'counts' : 'not_counting';
}

function cellOf(target: string, item: string, claims: readonly ClaimView[]): CoverageCell {
  const states = claims.map(cellStateOf);
  return {
    target,
    item,
    state: cellStates.find((state) => states.includes(state))!,
    claims: claims.map((claim) => ({
      id: claim.claim.id,
      state: claim.state,
      counts: claim.counts,
      why: claim.why,
    })),
  };
}

function cellsOf(ref: string, claims: readonly ClaimView[]): CoverageCell[] {
  const byItem = groupBy(claims, ({ claim }) => claim.itemId);
  return [...byItem].map(([item, group]) => cellOf(ref, item, group));
}

function columnsOf({ view }: Evaluation): CoverageColumn[] {
  return [...view.items.values()].map(({ item, class: evidenceClass, current, faults }) => ({
    id: item.id,
    number: item.number,
    title: item.title,
    form: item.form,
    class: evidenceClass,
    current,
    state: faults.includes('item_withdrawn') ? 'withdrawn' : faults.length > 0 ? 'held' : 'ready',
    faults,
  }));
}

function rowsOf({ view, results }: Evaluation): CoverageRow[] {
  return [...view.targets.values()].filter(isClaimable).map((target) => {
    const { required, state, met, through, steps } = results.get(target.ref)!;
    return { ...target, required, state, met, through, closes: steps };
  });
}

function totalsOf(rows: readonly CoverageRow[], { view }: Evaluation): CoverageMatrix['totals'] {
  const required = rows.filter((row) => row.required);
  const live = view.claims.filter((claim) => claim.live);
  const targets = Object.fromEntries(targetStates.map((state) => [state, 0])) as Record<TargetState, number>;
  for (const { state } of rows) targets[state] += 1;
  return {
    required: { met: required.filter(({ met }) => met).length, of: required.length },
    targets,
    items: view.items.size,
    claims: {
      live: live.length,
      counting: live.filter((claim) => claim.counts).length,
      unjudged: live.filter(({ state }) => state === 'unjudged').length,
    },
  };
}

/** The rules that were looked at: P5 only where the audit chain was asked. */
export function evaluatedRules({ historyIntact }: Pick<AssessmentFacts, 'historyIntact'>): EvaluatedRuleId[] {
  return rules.map(({ id }) => id).filter((id) => id !== 'P5' || historyIntact !== null);
}

/** The whole matrix of one assessment, in time linear in claims. Its states are keys; `explain` has the words. */
export function coverage(facts: AssessmentFacts, evaluation: Evaluation): CoverageMatrix {
  const rows = rowsOf(evaluation);
  const { findings, view } = evaluation;
  return {
    assessmentId: facts.assessmentId,
    measuredAt: facts.at,
    headings: [...view.targets.values()].filter(({ type }) => headingTypes.includes(type)),
    targets: rows,
    items: columnsOf(evaluation),
    cells: rows.flatMap(({ ref }) => cellsOf(ref, view.byTarget.get(ref) ?? [])),
    totals: totalsOf(rows, evaluation),
    gaps: rows.filter(({ required, met }) => required && !met).map(({ ref }) => ref),
    findings,
    warnings: findings.filter(({ severity }) => severity === 'warns'),
    openRules: [...new Set(evaluation.competentRefused.map(({ rule }) => rule))],
    evaluatedRules: evaluatedRules(facts),
  };
}
