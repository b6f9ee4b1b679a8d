import { pageView } from '../common/paging.js';
import { type FourRules } from '../judgements/judgement.entity.js';
import {
  type Verification,
  type VerificationAction,
  type VerificationFinding,
  type VerificationOutcome,
} from './verification.entity.js';

export const verificationStates = ['confirmed', 'open', 'overdue', 'done'] as const;
export type VerificationState = (typeof verificationStates)[number];

export class VerificationFindingView implements VerificationFinding {
  ruleOfEvidence: keyof FourRules | null;
  targetRef: string | null;
  text: string;
}

export class VerificationCompletionView {
  doneBy: { id: string; name: string };
  doneAt: string;
  note: string;
}

export class VerificationView {
  id: string;
  assessmentId: string;
  sampleId: string | null;
  verifier: { id: string; name: string };
  findings: VerificationFindingView[];
  outcome: VerificationOutcome;
  action: string | null;
  dueOn: string | null;
  /** `overdue`: not done by the end of its last day, in Taiwan. */
  state: VerificationState;
  completion: VerificationCompletionView | null;
  contentSha256: string;
  signedAt: string;
}

export class VerificationsPage extends pageView(VerificationView) {}

/** A verification with what was done about it and the names of its people. */
export interface WholeVerification {
  verification: Verification;
  completion: VerificationAction | null;
  names: ReadonlyMap<string, string>;
  today: string;
}

export function verificationView({ verification, completion, names, today }: WholeVerification): VerificationView {
  const { id, assessmentId, sampleId, verifierId, findings, outcome, action, dueOn } = verification;
  const { contentSha256, signedAt } = verification;
  const person = (userId: string) => ({ id: userId, name: names.get(userId)! });
  return {
    id,
    assessmentId,
    sampleId,
    verifier: person(verifierId),
    findings,
    outcome,
    action,
    dueOn,
    state: stateOf(verification, completion, today),
    completion: completion && {
      doneBy: person(completion.doneBy),
      doneAt: completion.doneAt,
      note: completion.note,
    },
    contentSha256,
    signedAt,
  };
}

function stateOf({ outcome, dueOn }: Verification, completion: unknown, today: string): VerificationState {
  if (outcome === 'confirmed') return 'confirmed';
  if (completion) return 'done';
  return dueOn! < today ? 'overdue' : 'open';
}
