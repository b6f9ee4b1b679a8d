import { In, Not } from 'typeorm';
import { type Assessment } from '../assessments/assessment.entity.js';
import { Assignment } from '../assessments/assignment.entity.js';
import { DomainError } from '../common/errors.js';
import { type Identity, looksLike } from '../common/same-person.js';
import { type Reader } from '../database/database.js';
import { User } from '../people/user.entity.js';

/**
 * Refuses to invite who is no third party: the candidate, or an assessor of the assessment. What they reported would
 * count for nothing. Source: domain.md A3.
 */
export async function refuseParties(
  reader: Reader,
  { id, candidateId }: Pick<Assessment, 'id' | 'candidateId'>,
  invited: Identity,
): Promise<void> {
  const assigned = await reader.findBy(Assignment, { assessmentId: id, duty: Not('verifier') });
  const users = await reader.find(User, {
    where: { id: In([candidateId, ...assigned.map(({ userId }) => userId)]) },
    select: { id: true, name: true, email: true },
  });
  const alike = users.filter((user) => looksLike(invited, user));
  if (alike.length === 0) return;
  const isCandidate = alike.some((user) => user.id === candidateId);
  const reason = isCandidate ? 'third_party_is_candidate' : 'third_party_is_assessor';
  throw new DomainError('rule_broken', { reason }, { details: { rule: 'A3', reason } });
}
