import { pageView } from '../common/paging.js';
import { type EvidenceForm } from '../settings/evidence-class.js';
import { type BlindJudgement } from './blind-judgement.entity.js';
import { type Decision, type FourRules } from '../judgements/judgement.entity.js';

export class BlindJudgementView {
  id: string;
  assessmentId: string;
  claimId: string;
  decision: Decision;
  rules: FourRules;
  reason: string | null;
  judgedBy: string;
  judgedAt: string;
}

export class BlindTargetView {
  ref: string;
  code: string;
  type: string;
  text: string;
}

/** What the claim rests on; its files are read as any evidence is. */
export class BlindEvidenceView {
  id: string;
  number: number;
  title: string;
  form: EvidenceForm;
  producedOn: string | null;
}

/** A claim that the assessors judged, without what they said. */
export class BlindClaimView {
  id: string;
  target: BlindTargetView;
  evidence: BlindEvidenceView;
  method: string | null;
  /** My own answer; null while I owe it. */
  answer: BlindJudgementView | null;
}

export class BlindClaimsPage extends pageView(BlindClaimView) {
  /** Claims that I still have to answer before I see what the assessors found. */
  outstanding: number;
}

export function blindJudgementView(judgement: BlindJudgement): BlindJudgementView {
  const { id, assessmentId, claimId, decision, rules, reason, judgedBy, judgedAt } = judgement;
  return { id, assessmentId, claimId, decision, rules, reason, judgedBy, judgedAt };
}
