import { groupBy } from '../common/group-by.js';
import { type Reader } from '../database/database.js';
import { coversDocument } from '../people/qualified.js';
import { type AssignedAssessor, type Instant, type Qualification } from './facts.js';
import { idList } from './id-list.js';

interface AssignmentRow extends Omit<AssignedAssessor, 'qualifications' | 'interest'> {
  readonly assessmentId: string;
}

interface InterestRow {
  readonly assessmentId: string;
  readonly userId: string;
  readonly conflict: boolean | number;
  readonly declaredAt: Instant;
}

interface QualificationRow extends Omit<Qualification, 'covers'> {
  readonly userId: string;
  readonly documentCodes: string;
}

interface Assessed {
  readonly bodyId: string;
  readonly baseCode: string;
  /** Each with the moment it is measured at. */
  readonly assessments: readonly { readonly id: string; readonly at: Instant }[];
}

/** Who was ever assigned to assessments of one body, and what entitles them: by assessment, in three queries. */
export async function loadPeople(reader: Reader, assessed: Assessed): Promise<Map<string, AssignedAssessor[]>> {
  const ids = idList(assessed.assessments.map(({ id }) => id));
  const assignments: AssignmentRow[] = await reader.sql`
    SELECT s.assessment_id AS "assessmentId", s.user_id AS "userId", u.name, u.email, s.duty,
           s.assigned_at AS "assignedAt", s.ended_at AS "endedAt"
    FROM assignments s JOIN users u ON u.id = s.user_id
    WHERE s.assessment_id IN (${ids}) ORDER BY s.id`;
  const interests: InterestRow[] = await reader.sql`
    SELECT assessment_id AS "assessmentId", user_id AS "userId", conflict, declared_at AS "declaredAt"
    FROM interest_declarations
    WHERE assessment_id IN (${ids}) ORDER BY declared_at, id`;
  const qualifications: QualificationRow[] = await reader.sql`
    SELECT user_id AS "userId", document_codes AS "documentCodes", valid_from AS "validFrom",
           valid_until AS "validUntil", revoked_at AS "revokedAt"
    FROM qualifications
    WHERE body_id = ${assessed.bodyId}
      AND user_id IN (SELECT s.user_id FROM assignments s WHERE s.assessment_id IN (${ids}))
    ORDER BY id`;
  const assignmentsOf = groupBy(assignments, ({ assessmentId }) => assessmentId);
  const interestsOf = groupBy(interests, ({ assessmentId, userId }) => `${assessmentId} ${userId}`);
  const qualificationsOf = groupBy(qualifications, ({ userId }) => userId);
  const people = assessed.assessments.map(({ id, at }) => {
    const assigned = (assignmentsOf.get(id) ?? []).map(({ userId, name, email, duty, assignedAt, endedAt }) => ({
      userId,
      name,
      email,
      duty,
      assignedAt,
      endedAt,
      qualifications: forDocument(qualificationsOf.get(userId) ?? [], assessed.baseCode),
      interest: latest(interestsOf.get(`${id} ${userId}`) ?? [], at),
    }));
    return [id, assigned] as const;
  });
  return new Map(people);
}

function forDocument(rows: readonly QualificationRow[], baseCode: string): Qualification[] {
  return rows.map(({ validFrom, validUntil, revokedAt, documentCodes }) => {
    const covers = coversDocument({ documentCodes: JSON.parse(documentCodes) as string[] }, baseCode);
    return { validFrom, validUntil, revokedAt, covers };
  });
}

function latest(rows: readonly InterestRow[], at: Instant): AssignedAssessor['interest'] {
  const row = rows.findLast(({ declaredAt }) => declaredAt <= at);
  return row ? { declaredAt: row.declaredAt, conflict: Boolean(row.conflict) } : null;
}
