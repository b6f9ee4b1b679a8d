import { IsNull } from 'typeorm';
import { audit } from '../audit/audit.js';
import { type Actor, type Role } from '../common/actor.js';
import { DomainError, found } from '../common/errors.js';
import { newId } from '../common/ids.js';
import { CompetencyDocument } from '../competencies/competency-document.entity.js';
import { type Tx } from '../database/database.js';
import { Membership } from '../people/membership.entity.js';
import { Assessment, closedAt, freshAssessment } from './assessment.entity.js';
import { Assignment, type AssignmentDuty } from './assignment.entity.js';

export type Enrolment = Pick<Assessment, 'bodyId' | 'candidateId' | 'documentId' | 'pathway' | 'cohort'> &
  Partial<Pick<Assessment, 'id' | 'previousId' | 'workplace'>>;

/**
 * Opens the candidate's next attempt at exactly this document version, led by this assessor, in the write of whoever
 * enrols. It follows the attempt before, unless it says which other assessment it follows. Throws `already_exists`
 * while one is open, and `not_found` for people who are not that at this body.
 */
export async function openAssessment(
  tx: Tx,
  actor: Actor,
  enrolment: Enrolment,
  leadAssessorId: string,
  at: string,
): Promise<Assessment> {
  const { bodyId, candidateId, documentId, pathway } = enrolment;
  await requireRole(tx, bodyId, candidateId, 'candidate');
  found(await tx.findOne(CompetencyDocument, { where: { id: documentId }, select: { id: true } }));
  const earlier = await tx.find(Assessment, { where: { bodyId, candidateId, documentId }, order: { attempt: 'ASC' } });
  if (earlier.some((one) => !closedAt(one))) throw new DomainError('already_exists');
  const assessment: Assessment = {
    ...freshAssessment,
    ...enrolment,
    id: enrolment.id ?? newId(),
    attempt: (earlier.at(-1)?.attempt ?? 0) + 1,
    previousId: enrolment.previousId ?? earlier.at(-1)?.id ?? null,
    workplace: enrolment.workplace ?? null,
    enrolledBy: actor.userId,
    enrolledAt: at,
  };
  await tx.insert(Assessment, assessment);
  const { id: subjectId, attempt, previousId } = assessment;
  const data = { bodyId, candidateId, documentId, pathway, attempt, previousId };
  await audit(tx, actor, { at, action: 'assessment.enrolled', subjectId, bodyId, data });
  await insertAssignment(tx, actor, assessment, leadAssessorId, 'lead_assessor', at);
  return assessment;
}

/** Gives a person of the body a duty in an assessment. Nobody assesses or verifies themselves. */
export async function insertAssignment(
  tx: Tx,
  actor: Actor,
  { id: assessmentId, bodyId, candidateId }: Assessment,
  userId: string,
  duty: AssignmentDuty,
  at: string,
): Promise<Assignment> {
  await requireRole(tx, bodyId, userId, duty === 'verifier' ? 'verifier' : 'assessor');
  if (userId === candidateId) throw new DomainError('forbidden');
  const row = { id: newId(), assessmentId, userId, duty, assignedBy: actor.userId, assignedAt: at, endedAt: null };
  await tx.insert(Assignment, row);
  const data = { assignmentId: row.id, userId, duty };
  await audit(tx, actor, { at, action: 'assignment.made', subjectId: assessmentId, bodyId, data });
  return row;
}

/** The person must be that at this body now; who is not is as unknown as one who does not exist. */
async function requireRole(tx: Tx, bodyId: string, userId: string, role: Role): Promise<void> {
  found(await tx.findOneBy(Membership, { bodyId, userId, role, endedAt: IsNull() }));
}
