import { pageView } from '../common/paging.js';
import { type Locale } from '../i18n/i18n.js';
import { type Drawn, type DrawReason, lotOf, lotPercent, type RiskPercents, type RiskThresholds } from './draw.js';
import { explainDraw } from './explain-draw.js';
import { type Sample, type SamplingPlan } from './sampling.entity.js';

export class RiskPercentsView implements RiskPercents {
  newAssessor: number;
  newUnit: number;
  complaint: number;
  firstVerdicts: number;
}

export class RiskThresholdsView implements RiskThresholds {
  newAssessor: number;
  newUnit: number;
  firstVerdicts: number;
}

export class SamplingPlanView {
  id: string;
  bodyId: string;
  documentBaseCode: string | null;
  assessorId: string | null;
  periodFrom: string;
  periodTo: string;
  basePercent: number;
  minimum: number;
  risk: RiskPercentsView;
  thresholds: RiskThresholdsView;
  blind: boolean;
  /** An assessment's lot is SHA-256 over this, as text, and its id: draw again to check. */
  seed: string;
  madeBy: string;
  madeAt: string;
}

export class SamplingPlansPage extends pageView(SamplingPlanView) {}

export class DrawReasonView implements DrawReason {
  reason: DrawReason['reason'];
  percent: number | null;
}

export class DrawnView {
  assessmentId: string;
  /** Its place in the order of the lots of all that could be drawn. */
  rank: number;
  /** Drawn where its percentage is greater. */
  lotPercent: number;
  reasons: DrawReasonView[];
  /** The reasons in words, in their order. */
  explanation: string[];
}

export class DrawView {
  /** Verdicts of the plan so far. */
  population: number;
  /** Of them drawn before. */
  before: number;
  /** How many the draw adds. */
  added: number;
  /** The first 200 of them. */
  drawn: DrawnView[];
}

export class SampleVerifierView {
  id: string;
  name: string;
  assignedAt: string;
  /** When their first verification for it was signed. */
  verifiedAt: string | null;
}

export class SampledAssessmentView {
  id: string;
  candidateName: string;
  documentCode: string;
  documentName: string;
  attempt: number;
  decidedAt: string;
  assessorName: string;
}

export class SampleView extends DrawnView {
  id: string;
  planId: string;
  drawnAt: string;
  blind: boolean;
  assessment: SampledAssessmentView;
  verifiers: SampleVerifierView[];
}

export class SamplesPage extends pageView(SampleView) {}

/** What a draw adds, or would add. */
export interface DrawOutcome {
  plan: SamplingPlan;
  population: number;
  before: number;
  drawn: Drawn[];
}

export interface NamedSample {
  plan: SamplingPlan;
  sample: Sample;
  assessment: SampledAssessmentView;
  verifiers: SampleVerifierView[];
}

export function samplingPlanView(plan: SamplingPlan): SamplingPlanView {
  const { id, bodyId, documentBaseCode, assessorId, periodFrom, periodTo, basePercent, minimum } = plan;
  const { risk, thresholds, blind, seed, madeBy, madeAt } = plan;
  const scope = { documentBaseCode, assessorId, periodFrom, periodTo };
  return { id, bodyId, ...scope, basePercent, minimum, risk, thresholds, blind, seed, madeBy, madeAt };
}

export function drawView({ plan, population, before, drawn }: DrawOutcome, locale: Locale): DrawView {
  const shown = drawn.slice(0, 200).map((one) => drawnView(plan, one, locale));
  return { population, before, added: drawn.length, drawn: shown };
}

function drawnView(plan: SamplingPlan, { assessmentId, rank, reasons }: Drawn, locale: Locale): DrawnView {
  const lot = lotPercent(lotOf(plan.seed, assessmentId));
  return { assessmentId, rank, lotPercent: lot, reasons, explanation: explainDraw(plan, reasons, locale) };
}

export function sampleView({ plan, sample, assessment, verifiers }: NamedSample, locale: Locale): SampleView {
  const { id, planId, drawnAt } = sample;
  return { id, planId, ...drawnView(plan, sample, locale), drawnAt, blind: plan.blind, assessment, verifiers };
}
