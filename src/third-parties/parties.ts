import { In, IsNull } from 'typeorm';
import { type Assessment } from '../assessments/assessment.entity.js';
import { Assignment } from '../assessments/assignment.entity.js';
import { DomainError } from '../common/errors.js';
import { type Reader } from '../database/database.js';
import { User } from '../people/user.entity.js';
import { comparableEmail, comparableName } from './same-person.js';

interface Party {
  readonly name: string;
  readonly email: string;
}

/** Refuses to invite who is no third party: the candidate, or an assessor of the assessment. Source: domain.md A3. */
export async function refuseParties(
  reader: Reader,
  { id, candidateId }: Pick<Assessment, 'id' | 'candidateId'>,
  invited: Party,
): Promise<void> {
  const assigned = await reader.findBy(Assignment, {
    assessmentId: id,
    duty: In(['lead_assessor', 'assessor']),
    endedAt: IsNull(),
  });
  const users = await reader.find(User, {
    where: { id: In([candidateId, ...assigned.map(({ userId }) => userId)]) },
    select: { id: true, name: true, email: true },
  });
  const candidate = users.find((user) => user.id === candidateId)!;
  const assessors = users.filter((user) => user.id !== candidateId);
  const reason = partyFault(invited, candidate, assessors);
  if (reason) throw new DomainError('rule_broken', { reason }, { details: { rule: 'A3', reason } });
}

function partyFault(invited: Party, candidate: Party, assessors: readonly Party[]) {
  const address = comparableEmail(invited.email);
  const isCandidate =
    address === comparableEmail(candidate.email) || comparableName(invited.name) === comparableName(candidate.name);
  if (isCandidate) return 'third_party_is_candidate';
  return assessors.some(({ email }) => comparableEmail(email) === address) ? 'third_party_is_assessor' : null;
}
