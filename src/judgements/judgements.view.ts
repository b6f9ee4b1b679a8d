import { pageView } from '../common/paging.js';
import { type Decision, type FourRules, type Judgement } from './judgement.entity.js';

export class JudgementView {
  id: string;
  assessmentId: string;
  claimId: string;
  decision: Decision;
  rules: FourRules;
  reason: string | null;
  judgedBy: { id: string; name: string };
  judgedAt: string;
  /** This assessor has not answered the claim again since. */
  stands: boolean;
}

export class JudgementsPage extends pageView(JudgementView) {}

export interface NamedJudgement {
  judgement: Judgement;
  judgeName: string;
  stands: boolean;
}

export function judgementView({ judgement, judgeName, stands }: NamedJudgement): JudgementView {
  const { id, assessmentId, claimId, decision, rules, reason, judgedBy, judgedAt } = judgement;
  return {
    id,
    assessmentId,
    claimId,
    decision,
    rules,
    reason,
    judgedBy: { id: judgedBy, name: judgeName },
    judgedAt,
    stands,
  };
}
