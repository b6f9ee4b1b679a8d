import { ApiProperty } from '@nestjs/swagger';
import { type AssignmentDuty } from '../assessments/assignment.entity.js';
import { pageView } from '../common/paging.js';
import { planSha256 } from './content.js';
import { type PlanAcknowledgement } from './plan-acknowledgement.entity.js';
import { type Plan, type PlanAdjustment, type PlanContent, type PlanContext, type PlanMethod } from './plan.entity.js';

export class PlanMethodView implements PlanMethod {
  key: string;
  name: string;
  source: 'document' | 'guide' | 'own';
  reason: string | null;
  @ApiProperty({ type: 'array', items: { type: 'array', items: { type: 'string' } } })
  needsAllOf: string[][];
}

export class PlanContextView implements PlanContext {
  ref: string;
  /** Null while nobody has looked. */
  available: boolean | null;
  reason: string | null;
}

export class PlanAdjustmentView implements PlanAdjustment {
  id: string;
  what: string;
  changed: string;
}

export class PlanPartView {
  userId: string;
  /** None means the whole. */
  refs: string[];
}

/** What a plan says, word for word as it is acknowledged. */
export class PlanContentView implements PlanContent {
  methods: PlanMethodView[];
  contexts: PlanContextView[];
  adjustments: PlanAdjustmentView[];
  parts: PlanPartView[];
  note: string | null;
}

/** A plan to begin with: send it, edited, with its `basedOnVersion`. */
export class PlanProposalView extends PlanContentView {
  basedOnVersion: number;
  /** What the candidate will be told of their personal data. */
  privacyNotice: string;
}

export class PlanMaker {
  id: string;
  name: string;
}

export class PlanInterestView {
  declaredAt: string;
  conflict: boolean;
  /** Null for the candidate. */
  statement: string | null;
}

/** Somebody who assesses or verifies now, or has a part in the plan. */
export class PlanPerson {
  id: string;
  name: string;
  /** Those that have not ended. */
  duties: AssignmentDuty[];
  /** The latest declaration, whatever version of the plan is looked at; null while there is none. */
  interest: PlanInterestView | null;
}

export class PlanAcknowledgementView {
  id: string;
  userId: string;
  name: string;
  /** SHA-256 of what the click covered. */
  contentSha256: string;
  acknowledgedAt: string;
}

export class PlanVersionView extends PlanContentView {
  id: string;
  assessmentId: string;
  version: number;
  privacyNotice: string;
  /** Of the body's settings that the notice is from; 0 for the defaults. */
  settingsVersion: number;
  guideSha256: string | null;
  /** SHA-256 of the canonical JSON of methods, contexts, adjustments, parts, note and privacyNotice. */
  contentSha256: string;
  madeBy: PlanMaker;
  madeAt: string;
  acknowledgements: PlanAcknowledgementView[];
}

export class PlanView extends PlanVersionView {
  people: PlanPerson[];
}

export class PlansPage extends pageView(PlanVersionView) {
  people: PlanPerson[];
}

/** A version with what belongs to it. */
export interface WholePlan {
  plan: Plan;
  acknowledgements: PlanAcknowledgement[];
  names: ReadonlyMap<string, string>;
}

export function planVersionView({ plan, acknowledgements, names }: WholePlan): PlanVersionView {
  const { id, assessmentId, version, content, privacyNotice, settingsVersion, guideSha256, madeBy, madeAt } = plan;
  const { methods, contexts, adjustments, parts, note } = content;
  return {
    id,
    assessmentId,
    version,
    methods,
    contexts,
    adjustments,
    parts,
    note,
    privacyNotice,
    settingsVersion,
    guideSha256,
    contentSha256: planSha256(plan),
    madeBy: { id: madeBy, name: names.get(madeBy) ?? '' },
    madeAt,
    acknowledgements: acknowledgements.map(({ id, userId, contentSha256, acknowledgedAt }) => {
      return { id, userId, name: names.get(userId) ?? '', contentSha256, acknowledgedAt };
    }),
  };
}
