import { type Reader } from '../database/database.js';
import { type Cause, mostOfAKind } from './cause.js';

interface Row {
  subjectId: string;
  assessmentId: string;
  bodyId: string;
  document: string;
  candidate: string;
  since: string;
}

const causeOf = (kind: Cause['kind'], { document, candidate, ...row }: Row, dueOn: string | null): Cause => {
  return { ...row, kind, count: 1, dueOn, words: { document, candidate, ...(dueOn && { dueOn }) } };
};

/** Whoever is no member in this role of the body of `a` any more does nothing there. */
const member = (role: string): string => `EXISTS (
  SELECT 1 FROM memberships m
  WHERE m.body_id = a.body_id AND m.user_id = me.id AND m.role = '${role}' AND m.ended_at IS NULL)`;

/** Samples that were given to this verifier, who has signed nothing about them. One query. */
export async function samplesUnverified(reader: Reader, userId: string): Promise<Cause[]> {
  const rows: Row[] = await reader.sql`
    SELECT x.sample_id AS "subjectId", a.id AS "assessmentId", a.body_id AS "bodyId", d.code || ' ' || d.name AS document,
           u.name AS candidate, x.assigned_at AS since
    FROM users me
      JOIN sample_assignments x ON x.verifier_id = me.id
      JOIN assessments a ON a.id = x.assessment_id
      JOIN competency_documents d ON d.id = a.document_id
      JOIN users u ON u.id = a.candidate_id
    WHERE me.id = ${userId} AND ${() => member('verifier')}
      AND NOT EXISTS (SELECT 1 FROM verifications f WHERE f.sample_id = x.sample_id AND f.verifier_id = me.id)
    ORDER BY x.assigned_at, x.id LIMIT ${mostOfAKind}`;
  return rows.map((row) => causeOf('sample_unverified', row, null));
}

/**
 * What verifiers asked for and nobody has reported done (rule P9): the lead assessor is to do it, the body's officers
 * to see to it, and the candidate is told of none. One query.
 */
export async function actionsOpen(reader: Reader, userId: string): Promise<Cause[]> {
  const rows: (Row & { dueOn: string })[] = await reader.sql`
    SELECT f.id AS "subjectId", a.id AS "assessmentId", a.body_id AS "bodyId", d.code || ' ' || d.name AS document,
           u.name AS candidate, f.signed_at AS since, f.due_on AS "dueOn"
    FROM users me
      JOIN verifications f ON f.outcome = 'action_required'
      JOIN assessments a ON a.id = f.assessment_id AND a.candidate_id <> me.id
      JOIN competency_documents d ON d.id = a.document_id
      JOIN users u ON u.id = a.candidate_id
    WHERE me.id = ${userId}
      AND NOT EXISTS (SELECT 1 FROM verification_actions c WHERE c.verification_id = f.id)
      AND (${() => member('officer')} OR (${() => member('assessor')} AND EXISTS (
        SELECT 1 FROM assignments s
        WHERE s.assessment_id = a.id AND s.user_id = me.id AND s.duty = 'lead_assessor' AND s.ended_at IS NULL)))
    ORDER BY f.due_on, f.id LIMIT ${mostOfAKind}`;
  return rows.map((row) => {
    const { dueOn, ...rest } = row;
    return causeOf('action_open', rest, dueOn);
  });
}

/** Everybody for whom one of these might wait. */
export const peopleOfVerifications = (): string => `
    SELECT verifier_id AS id FROM sample_assignments x
    WHERE NOT EXISTS (SELECT 1 FROM verifications f WHERE f.sample_id = x.sample_id AND f.verifier_id = x.verifier_id)
    UNION
    SELECT w.id FROM verifications f
      JOIN assessments a ON a.id = f.assessment_id
      JOIN (SELECT body_id, NULL AS assessment_id, user_id AS id FROM memberships
            WHERE role = 'officer' AND ended_at IS NULL
            UNION SELECT NULL, assessment_id, user_id FROM assignments
            WHERE duty = 'lead_assessor' AND ended_at IS NULL) w ON w.body_id = a.body_id OR w.assessment_id = a.id
    WHERE f.outcome = 'action_required'
      AND NOT EXISTS (SELECT 1 FROM verification_actions c WHERE c.verification_id = f.id)`;
