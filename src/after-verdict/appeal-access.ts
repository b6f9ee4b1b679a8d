import { access, visibleTo } from '../assessments/access.js';
import { Assessment } from '../assessments/assessment.entity.js';
import { refuseDeleted } from '../assessments/deletions.js';
import { type Actor, hasRole } from '../common/actor.js';
import { found } from '../common/errors.js';
import { type Reader } from '../database/database.js';
import { Verdict } from '../verdicts/verdict.entity.js';
import { Appeal, AppealDecision } from './appeal.entity.js';

export interface SeenAppeal {
  appeal: Appeal;
  verdict: Verdict;
  assessment: Assessment;
  decision: AppealDecision | null;
}

/**
 * An appeal, for whoever may see the verdict. Those who decide it took no part in the assessment and so may not see
 * that: an assessor or verifier of the body who is given the appeal's id may see the appeal while it is open, and what
 * they decided afterwards. Source: domain.md P7.
 */
export async function accessAppeal(reader: Reader, actor: Actor, id: string): Promise<SeenAppeal> {
  const appeal = found(await reader.findOneBy(Appeal, { id }));
  const verdict = found(await reader.findOneBy(Verdict, { id: appeal.verdictId }));
  const assessment = found(await reader.findOneBy(Assessment, { id: verdict.assessmentId }));
  const seen = { appeal, verdict, assessment, decision: await reader.findOneBy(AppealDecision, { appealId: id }) };
  const knows = await visibleTo(reader, actor).andWhere('a.id = :id', { id: assessment.id }).getExists();
  if (knows || !canHear(actor, seen)) await access(reader, actor, assessment.id, 'see_judgements');
  if (verdict.record === '') await refuseDeleted(reader, assessment.id, 'register');
  return seen;
}

function canHear(actor: Actor, { appeal, assessment, decision }: SeenAppeal): boolean {
  const open = appeal.withdrawnAt === null && decision === null;
  return hasRole(actor, assessment.bodyId, 'assessor', 'verifier') && (open || decision?.decidedBy === actor.userId);
}
