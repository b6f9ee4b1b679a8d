import { type SelectQueryBuilder } from 'typeorm';
import { type Actor, bodiesWhere } from '../common/actor.js';
import { DomainError, found } from '../common/errors.js';
import { type Reader, type Tx } from '../database/database.js';
import { Assessment } from './assessment.entity.js';
import { type AssessmentAction, type Standing, can, refusalOf, standingIn } from './assessments.policy.js';
import { Assignment, type AssignmentDuty } from './assignment.entity.js';

/**
 * The assessments an actor may know of: their own as candidate, those they assess or verify, and all of the bodies
 * they manage. Every list and find starts here, so that a stranger's question has no answer.
 */
export function visibleTo(reader: Reader, actor: Actor): SelectQueryBuilder<Assessment> {
  const assigned = reader
    .createQueryBuilder(Assignment, 's')
    .select('1')
    .where('s.assessment_id = a.id AND s.user_id = :actorId AND s.ended_at IS NULL')
    .andWhere(
      `((s.duty = 'verifier' AND a.body_id IN (:...verifies)) OR (s.duty <> 'verifier' AND a.body_id IN (:...assesses)))`,
    );
  return reader
    .createQueryBuilder(Assessment, 'a')
    .where(`(a.candidate_id = :actorId OR a.body_id IN (:...manages) OR EXISTS (${assigned.getQuery()}))`, {
      actorId: actor.userId,
      manages: orNone(bodiesWhere(actor, 'administrator', 'officer')),
      assesses: orNone(bodiesWhere(actor, 'assessor')),
      verifies: orNone(bodiesWhere(actor, 'verifier')),
    });
}

/** An `IN` list may not be empty. */
const orNone = (ids: string[]): string[] => (ids.length > 0 ? ids : ['']);

export interface Access {
  assessment: Assessment;
  standing: Standing;
}

/**
 * SQL for whether a verifier still owes a blind judgement in the assessment `a`: of a claim that was judged, for a
 * sample that is verified blind. Until then they are not shown what the assessors found.
 */
export const owesBlindJudgements = (verifier: string): string => `EXISTS (
  SELECT 1 FROM sample_assignments x
    JOIN claims c ON c.assessment_id = x.assessment_id AND c.withdrawn_at IS NULL
    JOIN evidence_items i ON i.id = c.item_id AND i.withdrawn_at IS NULL
  WHERE x.verifier_id = ${verifier} AND x.assessment_id = a.id AND x.blind
    AND EXISTS (SELECT 1 FROM judgements j WHERE j.claim_id = c.id)
    AND NOT EXISTS (SELECT 1 FROM blind_judgements b WHERE b.claim_id = c.id AND b.judged_by = ${verifier}))`;

type Row = Assessment & { duty: AssignmentDuty | null; blind: boolean | number };

/**
 * The assessment, for an actor who may do this in it: 404 for who may not see it, 403 for who may not do it. One plain
 * query, since every request about an assessment starts with it; who may see it is whom `visibleTo` would show it to.
 */
export async function access(reader: Reader, actor: Actor, id: string, action: AssessmentAction): Promise<Access> {
  const rows: Row[] = await reader.sql`
    SELECT a.id, a.body_id AS "bodyId", a.candidate_id AS "candidateId", a.document_id AS "documentId", a.pathway,
           a.attempt, a.cohort, a.enrolled_by AS "enrolledBy", a.enrolled_at AS "enrolledAt", a.revision,
           a.decided_at AS "decidedAt", a.workplace, a.previous_id AS "previousId",
           a.withdrawn_at AS "withdrawnAt", a.withdrawn_by AS "withdrawnBy",
           a.withdrawal_reason AS "withdrawalReason", s.duty, ${() => owesBlindJudgements('me.id')} AS blind
    FROM assessments a
      CROSS JOIN (SELECT ${actor.userId} AS id) me
      LEFT JOIN assignments s ON s.assessment_id = a.id AND s.user_id = me.id AND s.ended_at IS NULL
    WHERE a.id = ${id}`;
  const assessment = found(rows[0]);
  const duties = rows.flatMap(({ duty }) => duty ?? []);
  const standing = standingIn(actor, assessment, duties, Boolean(assessment.blind));
  if (!can(standing, 'read')) throw new DomainError('not_found');
  if (!can(standing, action)) throw new DomainError(refusalOf(standing, action));
  return { assessment, standing };
}

/**
 * As `access`, inside the write that is about to change the assessment: refuses a decided one and counts the change,
 * so that every read model made before it is known to be old.
 */
export async function accessToChange(tx: Tx, actor: Actor, id: string, action: AssessmentAction): Promise<Access> {
  const granted = await access(tx, actor, id, action);
  requireOpen(granted.assessment);
  return countChange(tx, granted);
}

/**
 * As `accessToChange`, for who has no account and came by a one-time link: whoever checked the link answers for what
 * it lets them do.
 */
export async function openToChange(tx: Tx, id: string): Promise<Assessment> {
  const assessment = found(await tx.findOneBy(Assessment, { id }));
  requireOpen(assessment);
  return (await countChange(tx, { assessment })).assessment;
}

/** As `access`, inside a write that adds to what follows a verdict, and so needs one to have been given. */
export async function accessAfterVerdict(tx: Tx, actor: Actor, id: string, action: AssessmentAction): Promise<Access> {
  const granted = await access(tx, actor, id, action);
  if (!granted.assessment.decidedAt) throw new DomainError('assessment_undecided');
  return countChange(tx, granted);
}

/**
 * As `accessAfterVerdict`, for who took no part in the assessment and so has no standing in it: whoever checked what
 * they come for answers for what it lets them do.
 */
export async function changeAfterVerdict(tx: Tx, id: string): Promise<Assessment> {
  const assessment = found(await tx.findOneBy(Assessment, { id }));
  if (!assessment.decidedAt) throw new DomainError('assessment_undecided');
  return (await countChange(tx, { assessment })).assessment;
}

/** Refuses an assessment that a verdict or the candidate's withdrawal has closed. */
export function requireOpen({ decidedAt, withdrawnAt }: Pick<Assessment, 'decidedAt' | 'withdrawnAt'>): void {
  if (decidedAt) throw new DomainError('assessment_decided');
  if (withdrawnAt) throw new DomainError('assessment_withdrawn');
}

async function countChange<T extends Pick<Access, 'assessment'>>(tx: Tx, granted: T): Promise<T> {
  const { assessment } = granted;
  assessment.revision += 1;
  await tx.sql`UPDATE assessments SET revision = ${assessment.revision} WHERE id = ${assessment.id}`;
  return granted;
}
