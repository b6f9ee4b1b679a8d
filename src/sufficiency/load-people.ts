import { groupBy } from '../common/group-by.js';
import { type Reader } from '../database/database.js';
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

/** Who was ever assigned to these assessments of one body, and what entitles them: by assessment, in three queries. */
export async function loadPeople(
  reader: Reader,
  of: { ids: readonly string[]; bodyId: string; baseCode: string; at: Instant },
): Promise<Map<string, AssignedAssessor[]>> {
  const ids = idList(of.ids);
  const assignments: AssignmentRow[] = await reader.sql`
    SELECT s.assessment_id AS "assessmentId", s.user_id AS "userId", u.name, s.duty,
           s.assigned_at AS "assignedAt", s.ended_at AS "endedAt"
    FROM assignments s JOIN users u ON u.id = s.user_id
    WHERE s.assessment_id IN (${ids}) ORDER BY s.id`;
  const interests: InterestRow[] = await reader.sql`
    SELECT assessment_id AS "assessmentId", user_id AS "userId", conflict, declared_at AS "declaredAt"
    FROM interest_declarations
    WHERE assessment_id IN (${ids}) AND declared_at <= ${of.at} ORDER BY declared_at, id`;
  const qualifications = await loadQualifications(reader, of);
  const person = (assessmentId: string, userId: string) => `${assessmentId} ${userId}`;
  const latest = new Map(interests.map((row) => [person(row.assessmentId, row.userId), row]));
  const assessors = assignments.map(({ assessmentId, ...assignment }) => {
    const interest = latest.get(person(assessmentId, assignment.userId));
    return {
      assessmentId,
      assessor: {
        ...assignment,
        qualifications: qualifications.get(assignment.userId) ?? [],
        interest: interest ? { declaredAt: interest.declaredAt, conflict: Boolean(interest.conflict) } : null,
      },
    };
  });
  const groups = groupBy(assessors, ({ assessmentId }) => assessmentId);
  return new Map([...groups].map(([id, group]) => [id, group.map(({ assessor }) => assessor)]));
}

/** The qualifications of these people at the body that were not revoked by then, by person. */
async function loadQualifications(
  reader: Reader,
  { ids, bodyId, baseCode, at }: { ids: readonly string[]; bodyId: string; baseCode: string; at: Instant },
): Promise<Map<string, Qualification[]>> {
  const rows: QualificationRow[] = await reader.sql`
    SELECT user_id AS "userId", document_codes AS "documentCodes",
           valid_from AS "validFrom", valid_until AS "validUntil"
    FROM qualifications
    WHERE body_id = ${bodyId} AND (revoked_at IS NULL OR revoked_at > ${at})
      AND user_id IN (SELECT s.user_id FROM assignments s WHERE s.assessment_id IN (${idList(ids)}))
    ORDER BY id`;
  const groups = groupBy(rows, ({ userId }) => userId);
  const qualification = ({ documentCodes, validFrom, validUntil }: QualificationRow): Qualification => {
    const codes = JSON.parse(documentCodes) as string[];
    return { validFrom, validUntil, covers: codes.length === 0 || codes.includes(baseCode) };
  };
  return new Map([...groups].map(([userId, group]) => [userId, group.map(qualification)]));
}
