import { type Assessment } from '../assessments/assessment.entity.js';
import { InterestDeclaration } from '../assessments/assignment.entity.js';
import { type Actor, hasRole } from '../common/actor.js';
import { dateIn } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { type Reader } from '../database/database.js';
import { type AppealRecord, appealSchema, type DeciderRole, deciderRoles } from '../documents/appeal-record.js';
import { type Party, type VerdictRecord } from '../documents/record.js';
import { User } from '../people/user.entity.js';
import { VerdictNotification } from '../verdicts/notification.entity.js';
import { type Reference } from '../verdicts/signed-documents.js';
import { type Verdict } from '../verdicts/verdict.entity.js';
import { accessAppeal } from './appeal-access.js';
import { type Appeal, type AppealOutcome } from './appeal.entity.js';
import { canDecideAppeal } from './can-decide-appeal.js';
import { assessorsOf } from './load-after-facts.js';

/** Everything the decision on an appeal rests on and shows, besides its own words. */
export interface AppealBasis {
  appeal: Appeal;
  verdict: Verdict;
  assessment: Pick<Assessment, 'id' | 'bodyId' | 'candidateId' | 'documentId' | 'attempt' | 'pathway'>;
  notification: VerdictNotification;
  decider: Party & { role: DeciderRole };
}

/**
 * Reads the basis of a decision that the actor is about to make, and refuses it for who may not make it and for an
 * appeal that waits for none. Read again inside the write, it is deeply equal exactly when nothing has changed.
 */
export async function loadAppealBasis(reader: Reader, actor: Actor, id: string): Promise<AppealBasis> {
  const { appeal, verdict, assessment, decision } = await accessAppeal(reader, actor, id);
  const { id: assessmentId, bodyId, candidateId, documentId, attempt, pathway } = assessment;
  const role = deciderRoles.find((one) => hasRole(actor, bodyId, one));
  if (!role) throw new DomainError('forbidden');
  await requireOutsider(reader, actor, appeal, verdict, candidateId);
  if (decision) throw new DomainError('appeal_decided');
  if (appeal.withdrawnAt) throw new DomainError('appeal_withdrawn');
  const { name } = found(await reader.findOneBy(User, { id: actor.userId }));
  return {
    appeal,
    verdict,
    assessment: { id: assessmentId, bodyId, candidateId, documentId, attempt, pathway },
    notification: found(await reader.findOneBy(VerdictNotification, { verdictId: verdict.id })),
    decider: { id: actor.userId, name, role },
  };
}

async function requireOutsider(
  reader: Reader,
  { userId }: Actor,
  { filedBy }: Appeal,
  { assessmentId, decidedBy }: Verdict,
  candidateId: string,
): Promise<void> {
  const declared = { where: { assessmentId, userId }, order: { declaredAt: 'DESC', id: 'DESC' } } as const;
  const conflict = (await reader.findOne(InterestDeclaration, declared))?.conflict ?? false;
  const involved = { candidateId, assessorIds: await assessorsOf(reader, assessmentId), verdict: { decidedBy } };
  const reason = canDecideAppeal({ userId, conflict }, filedBy, involved);
  if (reason) throw new DomainError('rule_broken', { reason }, { details: { rule: 'P7', reason } });
}

/** What is decided, in whose words, and when. */
export interface AppealWords {
  outcome: AppealOutcome;
  reasons: string;
  at: string;
}

/** The record of a decision. Names, body and unit are those of the verdict, as it was given. */
export function appealRecord(
  { appeal, verdict, assessment, notification, decider }: AppealBasis,
  { outcome, reasons, at }: AppealWords,
  reference: Reference,
): AppealRecord {
  const { unit, body, candidate, leadAssessor, decidedOn } = JSON.parse(verdict.record) as VerdictRecord;
  const { id, documentNumber, decidedAt, recordSha256, pdfSha256 } = verdict;
  const { notifiedOn, appealUntil } = notification;
  return {
    schema: appealSchema,
    ...reference,
    unit,
    body,
    candidate,
    attempt: assessment.attempt,
    pathway: assessment.pathway,
    verdict: {
      id,
      documentNumber,
      outcome: verdict.outcome,
      decidedBy: { id: leadAssessor.id, name: leadAssessor.name },
      decidedAt,
      decidedOn,
      recordSha256,
      pdfSha256,
      notifiedOn,
      appealUntil,
    },
    appeal: { id: appeal.id, grounds: appeal.grounds, filedAt: appeal.filedAt, filedOn: dateIn(appeal.filedAt) },
    outcome,
    reasons,
    verdictStands: outcome === 'dismissed',
    decidedBy: decider,
    decidedAt: at,
    decidedOn: dateIn(at),
  };
}
