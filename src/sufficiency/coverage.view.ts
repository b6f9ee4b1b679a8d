import { fill, type Locale } from '../i18n/i18n.js';
import { ruleTexts } from '../i18n/rules.js';
import { type CoverageCell, type CoverageColumn, type CoverageMatrix, type CoverageRow } from './coverage.js';
import { dateIn } from './dates.js';
import { type EntitlementFault } from './entitlement.js';
import { type Evaluation } from './evaluate.js';
import { explain, explainStep } from './explain.js';
import { type AssessorDuty, type Outcome, type Target } from './facts.js';
import {
  type EvaluatedRuleId,
  type Finding,
  type MendKey,
  type ProblemKey,
  type Severity,
  type Step,
} from './finding.js';

/** Something that would close a gap, in words, and the items and claims it is done to. */
export class StepView {
  mend: MendKey;
  text: string;
  items: readonly string[];
  claims: readonly string[];
}

/** What a rule found, in words, and the target refs, item ids and claim ids it concerns. */
export class FindingView {
  rule: EvaluatedRuleId;
  severity: Severity;
  /** The outcomes that cannot be given while it is open. */
  refuses: readonly Outcome[];
  problem: ProblemKey;
  mend: MendKey;
  title: string;
  problemText: string;
  mendText: string;
  targets: readonly string[];
  items: readonly string[];
  claims: readonly string[];
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

export type CoverageRowView = Omit<CoverageRow, 'closes'> & { closes: StepView[] };

/** One assessment's targets × items, what is missing and what would mend it. Counts, never percentages. */
export class CoverageView {
  assessmentId: string;
  revision: number;
  measuredAt: string;
  headings: readonly Target[];
  targets: CoverageRowView[];
  items: readonly CoverageColumn[];
  cells: readonly CoverageCell[];
  totals: CoverageMatrix['totals'];
  /** Refs of required targets that are not met; their rows say what would close them. */
  gaps: readonly string[];
  /** Everything the rules found; those that refuse an outcome say so. */
  findings: FindingView[];
  /** The findings that only warn. */
  warnings: FindingView[];
  /** The rules that stand in the way of `competent`. */
  openRules: { rule: EvaluatedRuleId; title: string }[];
  evaluatedRules: readonly EvaluatedRuleId[];
  assessors: EntitlementView[];
}

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
    headings,
    targets: targets.map((row) => ({ ...row, closes: row.closes.map((step) => stepView(step, locale)) })),
    items,
    cells,
    totals,
    gaps,
    findings: found.filter(({ severity }) => severity !== 'warns'),
    warnings: found.filter(({ severity }) => severity === 'warns'),
    openRules: matrix.openRules.map((rule) => ({ rule, title: ruleTexts[locale][`title.${rule}`] })),
    evaluatedRules,
    assessors: entitlementViews(evaluation, locale),
  };
}

function stepView(step: Step, locale: Locale): StepView {
  return { mend: step.mend, text: explainStep(step, locale), items: step.items, claims: step.claims };
}

export function findingView(finding: Finding, locale: Locale): FindingView {
  const { rule, severity, refuses, problem, mend, targets, items, claims } = finding;
  const { title, problem: problemText, mend: mendText } = explain(finding, locale);
  return { rule, severity, refuses, problem, mend, title, problemText, mendText, targets, items, claims };
}

/** Everyone who assesses today, whether entitled or not. */
function entitlementViews({ view: { facts, entitled } }: Evaluation, locale: Locale): EntitlementView[] {
  const { at, zone, assessors } = facts;
  const today = assessors.filter(({ duty, endedAt }) => duty !== 'verifier' && (endedAt === null || endedAt > at));
  return today.map(({ userId, name, duty }) => {
    const fault = entitled(userId, at);
    const params = { name, date: dateIn(zone, at) ?? '' };
    const text = fault && fill(ruleTexts[locale][`problem.decider_${fault}`], params, locale);
    return { userId, name, duty, entitled: fault === null, fault, text };
  });
}
