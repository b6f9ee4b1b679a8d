import { type Actor, hasRole } from '../common/actor.js';
import { type Assessment } from './assessment.entity.js';
import { type AssignmentDuty } from './assignment.entity.js';

/** What the actor is in one assessment. Nobody who is nothing in it ever sees it. */
export interface Standing {
  candidate: boolean;
  /** Administrator or officer of the training body. */
  manages: boolean;
  leads: boolean;
  /** Lead or further assessor. */
  assesses: boolean;
  verifies: boolean;
  /** Has yet to judge blind what the assessors judged. */
  blind: boolean;
}

export type AssessmentAction =
  | 'read'
  | 'assign'
  | 'declare_interest'
  | 'submit_evidence'
  | 'see_accesses'
  | 'declare_authenticity'
  | 'propose_claim'
  | 'observe'
  | 'judge'
  | 'decide'
  | 'plan'
  | 'acknowledge'
  | 'self_assess'
  | 'invite'
  | 'request'
  | 'waive'
  | 'withdraw'
  | 'notify'
  | 'receive'
  | 'appeal'
  | 'see_judgements'
  | 'judge_blind'
  | 'verify'
  | 'see_verifications'
  | 'act_on_verification'
  | 'reassess'
  | 'hold'
  | 'certify';

const rules: Record<AssessmentAction, (s: Standing) => boolean> = {
  read: (s) => s.candidate || s.manages || s.assesses || s.verifies,
  assign: (s) => s.manages && !s.candidate,
  declare_interest: (s) => s.assesses || s.verifies,
  submit_evidence: (s) => s.candidate || s.assesses || s.manages,
  see_accesses: (s) => s.candidate || s.manages,
  declare_authenticity: (s) => s.candidate,
  propose_claim: (s) => s.candidate || s.assesses,
  observe: (s) => s.assesses && !s.candidate,
  judge: (s) => s.assesses && !s.candidate,
  decide: (s) => s.leads && !s.candidate,
  plan: (s) => s.assesses && !s.candidate,
  acknowledge: (s) => s.candidate,
  self_assess: (s) => s.candidate,
  invite: (s) => (s.assesses || s.manages) && !s.candidate,
  request: (s) => s.assesses && !s.candidate,
  waive: (s) => s.leads && !s.candidate,
  withdraw: (s) => s.candidate || s.manages,
  notify: (s) => (s.leads || s.manages) && !s.candidate,
  receive: (s) => s.candidate,
  appeal: (s) => s.candidate,
  see_judgements: (s) => !s.blind && rules.read(s),
  judge_blind: (s) => s.verifies && !s.candidate && !s.assesses,
  verify: (s) => !s.blind && rules.judge_blind(s),
  see_verifications: (s) => !s.blind && (s.manages || s.assesses || s.verifies) && !s.candidate,
  act_on_verification: (s) => (s.leads || s.manages) && !s.candidate,
  reassess: (s) => (s.leads || s.manages) && !s.candidate,
  hold: (s) => s.manages && !s.candidate,
  certify: (s) => s.manages && !s.candidate,
};

export function can(standing: Standing, action: AssessmentAction): boolean {
  return rules[action](standing);
}

/** Why somebody may not: something may be only a matter of giving one's blind judgements first. */
export function refusalOf(standing: Standing, action: AssessmentAction): 'blind_review' | 'forbidden' {
  return standing.blind && can({ ...standing, blind: false }, action) ? 'blind_review' : 'forbidden';
}

/** `duties` are the actor's own in this assessment that have not ended. */
export function standingIn(
  actor: Actor,
  assessment: Assessment,
  duties: readonly AssignmentDuty[],
  blind: boolean,
): Standing {
  const leads = duties.includes('lead_assessor') && hasRole(actor, assessment.bodyId, 'assessor');
  return {
    candidate: assessment.candidateId === actor.userId,
    manages: hasRole(actor, assessment.bodyId, 'administrator', 'officer'),
    leads,
    assesses: leads || (duties.includes('assessor') && hasRole(actor, assessment.bodyId, 'assessor')),
    verifies: duties.includes('verifier') && hasRole(actor, assessment.bodyId, 'verifier'),
    blind,
  };
}
