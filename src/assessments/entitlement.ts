import { type Actor } from '../common/actor.js';
import { dateIn } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { CompetencyDocument } from '../competencies/competency-document.entity.js';
import { type Reader } from '../database/database.js';
import { type BrokenRule } from '../i18n/broken-rules.js';
import { Qualification } from '../people/qualification.entity.js';
import { qualifies } from '../people/qualified.js';
import { type Assessment } from './assessment.entity.js';
import { InterestDeclaration } from './assignment.entity.js';

/** What an assessor's word rests on, besides being assigned. */
export interface AssessorFacts {
  qualifications: readonly Pick<Qualification, 'documentCodes' | 'validFrom' | 'validUntil' | 'revokedAt'>[];
  /** The latest declaration of interests, or null. */
  interest: Pick<InterestDeclaration, 'conflict'> | null;
  /** The pinned document's code without its version. */
  baseCode: string;
  /** The instant of acting. */
  at: string;
}

/** Why an assigned assessor may not assess today, the gravest first, or null. Source: domain.md P1. */
export function entitlementFault({ qualifications, interest, baseCode, at }: AssessorFacts): BrokenRule | null {
  const qualified = qualifications.some((qualification) => qualifies(qualification, baseCode, at));
  if (!qualified) return 'not_qualified';
  if (!interest) return 'interest_undeclared';
  return interest.conflict ? 'interest_conflict' : null;
}

/** Refuses an assessor whom P1 does not let assess now, with `rule_broken` and what to do about it. */
export async function requireEntitled(
  reader: Reader,
  actor: Actor,
  { id, bodyId, documentId }: Assessment,
  now: string,
): Promise<void> {
  const { userId } = actor;
  const { baseCode } = found(
    await reader.findOne(CompetencyDocument, { where: { id: documentId }, select: { id: true, baseCode: true } }),
  );
  const facts: AssessorFacts = {
    qualifications: await reader.findBy(Qualification, { bodyId, userId }),
    interest: await reader.findOne(InterestDeclaration, {
      where: { assessmentId: id, userId },
      order: { declaredAt: 'DESC', id: 'DESC' },
    }),
    baseCode,
    at: now,
  };
  const fault = entitlementFault(facts);
  if (!fault) return;
  const params = { reason: fault, date: dateIn(now), code: baseCode };
  throw new DomainError('rule_broken', params, { details: { rule: 'P1', reason: fault } });
}
