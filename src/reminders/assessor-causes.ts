import { dateIn } from '../common/clock.js';
import { type Reader } from '../database/database.js';
import { witnessedForms } from '../settings/evidence-class.js';
import { type Cause, mostOfAKind } from './cause.js';

interface Row {
  subjectId: string;
  assessmentId: string;
  bodyId: string;
  document: string;
  candidate: string;
  since: string;
}

const causeOf = (kind: Cause['kind'], { subjectId, assessmentId, bodyId, since, document, candidate }: Row): Cause => ({
  kind,
  subjectId,
  assessmentId,
  bodyId,
  count: 1,
  since,
  dueOn: null,
  words: { document, candidate },
});

/** Of an open assessment `a`: `me` assesses it now. Whose membership has ended does not, and nobody assesses themselves. */
const assessedByMe = (): string => `
  a.decided_at IS NULL AND a.withdrawn_at IS NULL AND a.candidate_id <> me.id AND EXISTS (
    SELECT 1 FROM assignments s
      JOIN memberships m ON m.body_id = a.body_id AND m.user_id = s.user_id AND m.role = 'assessor' AND m.ended_at IS NULL
    WHERE s.assessment_id = a.id AND s.user_id = me.id AND s.ended_at IS NULL AND s.duty <> 'verifier')`;

/** Claims that nobody has judged (rule V2), with their number and the oldest: one cause an assessment. One query. */
export async function claimsUnjudged(reader: Reader, userId: string): Promise<Cause[]> {
  const rows: (Row & { waiting: number | string })[] = await reader.sql`
    SELECT a.id AS "subjectId", a.id AS "assessmentId", a.body_id AS "bodyId", d.code || ' ' || d.name AS document,
           u.name AS candidate, MIN(c.proposed_at) AS since, COUNT(*) AS waiting
    FROM users me
      JOIN assessments a ON ${assessedByMe}
      JOIN competency_documents d ON d.id = a.document_id
      JOIN users u ON u.id = a.candidate_id
      JOIN claims c ON c.assessment_id = a.id AND c.withdrawn_at IS NULL
      JOIN evidence_items e ON e.id = c.item_id AND e.withdrawn_at IS NULL
        AND (e.signed_at IS NOT NULL OR e.form NOT IN (${() => [...witnessedForms, 'third_party_report']}))
    WHERE me.id = ${userId} AND NOT EXISTS (SELECT 1 FROM judgements j WHERE j.claim_id = c.id)
    GROUP BY a.id, a.body_id, d.code, d.name, u.name
    ORDER BY MIN(c.proposed_at), a.id LIMIT ${mostOfAKind}`;
  return rows.map(({ waiting, ...row }) => {
    const cause = causeOf('claims_unjudged', row);
    const count = Number(waiting);
    return { ...cause, count, words: { ...cause.words, count } };
  });
}

/** The assessor's own records that are not signed, and so count for nothing. One query. */
export async function recordsUnsigned(reader: Reader, userId: string): Promise<Cause[]> {
  const rows: (Row & { title: string })[] = await reader.sql`
    SELECT e.id AS "subjectId", a.id AS "assessmentId", a.body_id AS "bodyId", d.code || ' ' || d.name AS document,
           u.name AS candidate, e.title, e.received_at AS since
    FROM users me
      JOIN assessments a ON ${assessedByMe}
      JOIN competency_documents d ON d.id = a.document_id
      JOIN users u ON u.id = a.candidate_id
      JOIN evidence_items e ON e.assessment_id = a.id AND e.submitted_by = me.id
        AND e.form IN (${() => [...witnessedForms]}) AND e.signed_at IS NULL AND e.withdrawn_at IS NULL
    WHERE me.id = ${userId}
    ORDER BY e.received_at, e.id LIMIT ${mostOfAKind}`;
  return rows.map(({ title, ...row }) => {
    const cause = causeOf('record_unsigned', row);
    return { ...cause, words: { ...cause.words, title } };
  });
}

/** Assessments in which the assessor has not said whether there is a conflict of interest (rule P1). One query. */
export async function interestsUndeclared(reader: Reader, userId: string): Promise<Cause[]> {
  const rows: Row[] = await reader.sql`
    SELECT a.id AS "subjectId", a.id AS "assessmentId", a.body_id AS "bodyId", d.code || ' ' || d.name AS document,
           u.name AS candidate, MIN(g.assigned_at) AS since
    FROM users me
      JOIN assessments a ON ${assessedByMe}
      JOIN competency_documents d ON d.id = a.document_id
      JOIN users u ON u.id = a.candidate_id
      JOIN assignments g ON g.assessment_id = a.id AND g.user_id = me.id AND g.ended_at IS NULL AND g.duty <> 'verifier'
    WHERE me.id = ${userId}
      AND NOT EXISTS (SELECT 1 FROM interest_declarations i WHERE i.assessment_id = a.id AND i.user_id = me.id)
    GROUP BY a.id, a.body_id, d.code, d.name, u.name
    ORDER BY MIN(g.assigned_at), a.id LIMIT ${mostOfAKind}`;
  return rows.map((row) => causeOf('interest_undeclared', row));
}

/** What the assessor asked for and has not got by its last day. One query. */
export async function requestsOverdue(reader: Reader, userId: string, at: string): Promise<Cause[]> {
  const rows: (Row & { dueOn: string })[] = await reader.sql`
    SELECT r.id AS "subjectId", a.id AS "assessmentId", a.body_id AS "bodyId", d.code || ' ' || d.name AS document,
           u.name AS candidate, r.requested_at AS since, r.due_on AS "dueOn"
    FROM users me
      JOIN assessments a ON ${assessedByMe}
      JOIN competency_documents d ON d.id = a.document_id
      JOIN users u ON u.id = a.candidate_id
      JOIN evidence_requests r ON r.assessment_id = a.id AND r.requested_by = me.id
        AND r.withdrawn_at IS NULL AND r.due_on < ${dateIn(at)}
    WHERE me.id = ${userId}
      AND NOT EXISTS (
        SELECT 1 FROM request_answers x JOIN evidence_items e ON e.id = x.item_id
        WHERE x.request_id = r.id AND e.withdrawn_at IS NULL)
    ORDER BY r.due_on, r.id LIMIT ${mostOfAKind}`;
  return rows.map(({ dueOn, ...row }) => {
    const cause = causeOf('request_overdue', row);
    return { ...cause, dueOn, words: { ...cause.words, dueOn } };
  });
}

/** How long before its end a qualification is spoken of. */
export const endingDays = 30;
const day = 86_400_000;

/** The last day in Taiwan on which a qualification that ends then is spoken of already. */
export const lastEnding = (at: string): string => dateIn(new Date(Date.parse(at) + endingDays * day));

/** Qualifications that end within 30 days and that nothing longer makes good (rule P1). One query. */
export async function qualificationsEnding(reader: Reader, userId: string, at: string): Promise<Cause[]> {
  const rows: { id: string; bodyId: string; title: string; validUntil: string }[] = await reader.sql`
    SELECT q.id, q.body_id AS "bodyId", q.title, q.valid_until AS "validUntil"
    FROM qualifications q
    WHERE q.user_id = ${userId} AND q.revoked_at IS NULL
      AND q.valid_until >= ${dateIn(at)} AND q.valid_until <= ${lastEnding(at)}
      AND EXISTS (
        SELECT 1 FROM memberships m
        WHERE m.body_id = q.body_id AND m.user_id = q.user_id AND m.role = 'assessor' AND m.ended_at IS NULL)
      AND NOT EXISTS (
        SELECT 1 FROM qualifications n
        WHERE n.body_id = q.body_id AND n.user_id = q.user_id AND n.revoked_at IS NULL
          AND (n.valid_until IS NULL OR n.valid_until > q.valid_until) AND n.valid_from <= q.valid_until
          AND n.document_codes IN (q.document_codes, '[]'))
    ORDER BY q.valid_until, q.id LIMIT ${mostOfAKind}`;
  return rows.map(({ id, bodyId, title, validUntil: dueOn }) => ({
    kind: 'qualification_ending',
    subjectId: id,
    assessmentId: null,
    bodyId,
    count: 1,
    since: new Date(Date.parse(`${dueOn}T00:00:00+08:00`) - endingDays * day).toISOString(),
    dueOn,
    words: { title, dueOn },
  }));
}
