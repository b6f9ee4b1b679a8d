import { type EvidenceClass, type EvidenceForm } from '../settings/evidence-class.js';
import { type Locale } from '../i18n/i18n.js';
import { ruleTexts } from '../i18n/rules.js';
import { tell } from '../i18n/tell.js';
import { type CellState, type CoverageColumn, type CoverageMatrix } from './coverage.js';
import { dayIn } from './dates.js';
import { type EntitlementFault } from './entitlement.js';
import { type Evaluation } from './evaluate.js';
import { explain, explainStep } from './explain.js';
import { type AssessorDuty, type TargetType, type WaiverFact } from './facts.js';
import {
  type EvaluatedRuleId,
  type Finding,
  type MendKey,
  type ProblemKey,
  type Refusable,
  type Severity,
  type Step,
} from './finding.js';
import { type ItemFault } from './item-faults.js';
import { type ClaimState } from './standing.js';
import { type TargetState } from './target-state.js';
import { type NotCounting } from './view.js';

/** Something that would close a gap, in words, and the items and claims it is done to. */
export class StepView {
  mend: MendKey;
  text: string;
  items: string[];
  claims: string[];
}

/** Who answered for a warning, and why. */
export class FindingWaiverView {
  id: string;
  reason: string;
  by: { id: string; name: string };
  at: string;
}

/** What a rule found, in words, and the target refs, item ids and claim ids it concerns. */
export class FindingView {
  rule: EvaluatedRuleId;
  severity: Severity;
  /** What cannot be given while it is open. */
  refuses: Refusable[];
  problem: ProblemKey;
  mend: MendKey;
  title: string;
  problemText: string;
  mendText: string;
  targets: string[];
  items: string[];
  claims: string[];
  /** Null while nobody waived it. */
  waiver: FindingWaiverView | null;
}

/** Whether an assigned assessor may judge and decide today (rule P1), and if not, why. */
export class EntitlementView {
  userId: string;
  name: string;
  duty: AssessorDuty;
  entitled: boolean;
  fault: EntitlementFault | null;
  text: string | null;
}

export class TargetView {
  ref: string;
  code: string;
  type: TargetType;
  parentRef: string | null;
  block: number | null;
  text: string;
}

export class CoverageRowView extends TargetView {
  required: boolean;
  state: TargetState;
  met: boolean;
  /** Refs of the met criteria through which an assessor found it demonstrated (rule S4). */
  through: string[];
  /** What would close the gap, nearest to done first; empty when met. */
  closes: StepView[];
}

export class CoverageColumnView {
  id: string;
  number: number;
  title: string;
  form: EvidenceForm;
  class: EvidenceClass;
  /** Within the currency window (rule C2). */
  current: boolean;
  /** `ready` when nothing keeps its claims from counting. */
  state: CoverageColumn['state'];
  faults: ItemFault[];
}

export class CellClaimView {
  id: string;
  state: ClaimState;
  counts: boolean;
  /** Everything that keeps it from counting, its own state too if that is not `accepted`; empty when it counts. */
  why: NotCounting[];
}

export class CoverageCellView {
  target: string;
  item: string;
  state: CellState;
  claims: CellClaimView[];
}

export class OpenRuleView {
  rule: EvaluatedRuleId;
  title: string;
}

/** One assessment's targets × items, what is missing and what would mend it. Counts, never percentages. */
export class CoverageView {
  assessmentId: string;
  revision: number;
  measuredAt: string;
  /** Duties, tasks and elements: what rows stand under by `parentRef`. */
  headings: TargetView[];
  targets: CoverageRowView[];
  items: CoverageColumnView[];
  /** Only where a claim stands. */
  cells: CoverageCellView[];
  totals: {
    required: { met: number; of: number };
    targets: Record<TargetState, number>;
    items: number;
    claims: { live: number; counting: number; unjudged: number };
  };
  /** Refs of required targets that are not met; their rows say what would close them. */
  gaps: string[];
  /** Everything the rules found; those that refuse an outcome say so. */
  findings: FindingView[];
  /** The findings that only warn. */
  warnings: FindingView[];
  /** The rules that stand in the way of `competent`. */
  openRules: OpenRuleView[];
  /** The rules that were looked at, so that silence on another is not read as consent. */
  evaluatedRules: EvaluatedRuleId[];
  assessors: EntitlementView[];
}

/** What is only read keeps its readonly types; views are what leaves, and OpenAPI describes plain arrays only. */
type Plain<T> = T extends object ? { -readonly [K in keyof T]: Plain<T[K]> } : T;
const plain = <T>(value: T): Plain<T> => value as Plain<T>;

export function coverageView(
  matrix: CoverageMatrix,
  evaluation: Evaluation,
  revision: number,
  locale: Locale,
): CoverageView {
  const { assessmentId, measuredAt, headings, targets, items, cells, totals, gaps, evaluatedRules } = matrix;
  const found = matrix.findings.map((finding) => findingView(finding, locale));
  return {
    assessmentId,
    revision,
    measuredAt,
    headings: plain(headings),
    targets: plain(targets).map((row) => ({ ...row, closes: row.closes.map((step) => stepView(step, locale)) })),
    items: plain(items),
    cells: plain(cells),
    totals: plain(totals),
    gaps: plain(gaps),
    findings: found.filter(({ severity }) => severity !== 'warns'),
    warnings: found.filter(({ severity }) => severity === 'warns'),
    openRules: matrix.openRules.map((rule) => ({ rule, title: ruleTexts[locale][`title.${rule}`] })),
    evaluatedRules: plain(evaluatedRules),
    assessors: entitlementViews(evaluation, locale),
  };
}

function stepView(step: Step, locale: Locale): StepView {
  return { mend: step.mend, text: explainStep(step, locale), items: plain(step.items), claims: plain(step.claims) };
}

export function findingView(finding: Finding, locale: Locale): FindingView {
  const { rule, severity, refuses, problem, mend, targets, items, claims } = finding;
  const { title, problem: problemText, mend: mendText } = explain(finding, locale);
  const concerns = plain({ refuses, targets, items, claims });
  const waiver = finding.waiver && waiverView(finding.waiver);
  return { rule, severity, problem, mend, title, problemText, mendText, ...concerns, waiver };
}

function waiverView({ id, reason, by, byName, at }: WaiverFact): FindingWaiverView {
  return { id, reason, by: { id: by, name: byName }, at };
}

/** Everyone who assesses today, whether entitled or not. */
function entitlementViews({ view: { facts, entitled } }: Evaluation, locale: Locale): EntitlementView[] {
  const { at, zone, assessors } = facts;
  const today = assessors.filter(({ duty, endedAt }) => duty !== 'verifier' && (endedAt === null || endedAt > at));
  return today.map(({ userId, name, duty }) => {
    const fault = entitled(userId, at);
    const params = { name, date: dayIn(zone, at) ?? '' };
    const text = fault && tell(ruleTexts[locale][`problem.decider_${fault}`], params, locale);
    return { userId, name, duty, entitled: fault === null, fault, text };
  });
}
