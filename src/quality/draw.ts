import { sha256 } from '../common/ids.js';

export const risks = ['newAssessor', 'newUnit', 'complaint', 'firstVerdicts'] as const;
export type Risk = (typeof risks)[number];

/** How many of a hundred are drawn where the risk is there. */
export type RiskPercents = Record<Risk, number>;

/** Fewer verdicts than this before make an assessor, a unit, or an assessor with a unit, new. */
export type RiskThresholds = Record<Exclude<Risk, 'complaint'>, number>;

/** A verdict that could be drawn, and how many were given before it at the body. */
export interface Drawable {
  readonly assessmentId: string;
  readonly verdictsOfAssessor: number;
  readonly verdictsOfUnit: number;
  readonly verdictsOfAssessorWithUnit: number;
  /** An appeal was filed against it. */
  readonly complaint: boolean;
}

/** Why something is drawn: at which percentage, or to make up the least number. */
export interface DrawReason {
  reason: Risk | 'base' | 'minimum';
  percent: number | null;
}

export interface DrawPlan {
  readonly seed: string;
  readonly basePercent: number;
  readonly minimum: number;
  readonly risk: RiskPercents;
  readonly thresholds: RiskThresholds;
}

export interface Drawn {
  readonly assessmentId: string;
  readonly rank: number;
  readonly reasons: DrawReason[];
}

/** The lot of an assessment: SHA-256 over the seed and its id. Nobody can choose it, and anybody can work it out. */
export function lotOf(seed: string, assessmentId: string): string {
  return sha256(`${seed}${assessmentId}`);
}

/** The lot as a number from 0 to below 100, by its first 48 bits: it is drawn where its percentage is greater. */
export function lotPercent(lot: string): number {
  return (Number.parseInt(lot.slice(0, 12), 16) / 2 ** 48) * 100;
}

/** What asks for an assessment to be looked at, and how strongly. */
export function reasonsOf(plan: Omit<DrawPlan, 'seed' | 'minimum'>, one: Drawable): DrawReason[] {
  const { risk, thresholds } = plan;
  const there: Record<Risk, boolean> = {
    newAssessor: one.verdictsOfAssessor < thresholds.newAssessor,
    newUnit: one.verdictsOfUnit < thresholds.newUnit,
    complaint: one.complaint,
    firstVerdicts: one.verdictsOfAssessorWithUnit < thresholds.firstVerdicts,
  };
  const own = risks.filter((name) => there[name] && risk[name] > 0);
  return [
    { reason: 'base', percent: plan.basePercent },
    ...own.map((name): DrawReason => ({ reason: name, percent: risk[name] })),
  ];
}

/**
 * What a draw adds to what was drawn before. Each assessment is in by its own lot and percentage, whatever others
 * there are, so that later ones change nothing about it; if the plan's least number is not reached, the next lots in
 * order make it up.
 */
export function draw(plan: DrawPlan, population: readonly Drawable[], before: ReadonlySet<string>): Drawn[] {
  const inOrder = population
    .map((one) => ({ one, lot: lotOf(plan.seed, one.assessmentId) }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .map(({ one: { assessmentId }, one, lot }, index) => {
      const reasons = reasonsOf(plan, one);
      const percent = Math.max(...reasons.map((reason) => reason.percent!));
      return { assessmentId, rank: index + 1, reasons, drawn: lotPercent(lot) < percent };
    })
    .filter(({ assessmentId }) => !before.has(assessmentId));
  const drawn = inOrder.filter((one) => one.drawn);
  const missing = Math.max(0, plan.minimum - before.size - drawn.length);
  const filling = inOrder.filter((one) => !one.drawn).slice(0, missing);
  return [
    ...drawn.map(({ assessmentId, rank, reasons }) => ({ assessmentId, rank, reasons })),
    ...filling.map(({ assessmentId, rank }) => {
      const reasons: DrawReason[] = [{ reason: 'minimum', percent: null }];
      return { assessmentId, rank, reasons };
    }),
  ];
}
