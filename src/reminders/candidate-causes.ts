import { dateIn } from '../common/clock.js';
import { type Reader } from '../database/database.js';
import { type ItemFact } from '../sufficiency/facts.js';
import { loadItems } from '../sufficiency/load-evidence.js';
import { type Cause, mostOfAKind } from './cause.js';

interface Open {
  assessmentId: string;
  bodyId: string;
  document: string;
}

interface Waiting extends Open {
  subjectId: string;
  since: string;
}

const causeOf = (kind: Cause['kind'], { subjectId, assessmentId, bodyId, since, document }: Waiting): Cause => ({
  kind,
  subjectId,
  assessmentId,
  bodyId,
  count: 1,
  since,
  dueOn: null,
  words: { document },
});

/** The latest version of each plan, unless the candidate has acknowledged it (rule P2). One query. */
export async function plansUnacknowledged(reader: Reader, userId: string): Promise<Cause[]> {
  const rows: Waiting[] = await reader.sql`
    SELECT p.id AS "subjectId", a.id AS "assessmentId", a.body_id AS "bodyId", d.code || ' ' || d.name AS document,
           p.made_at AS since
    FROM assessments a
      JOIN competency_documents d ON d.id = a.document_id
      JOIN plans p ON p.assessment_id = a.id
    WHERE a.candidate_id = ${userId} AND a.decided_at IS NULL AND a.withdrawn_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM plans n WHERE n.assessment_id = a.id AND n.version > p.version)
      AND NOT EXISTS (SELECT 1 FROM plan_acknowledgements k WHERE k.plan_id = p.id AND k.user_id = a.candidate_id)
    ORDER BY p.made_at, p.id LIMIT ${mostOfAKind}`;
  return rows.map((row) => causeOf('plan_unacknowledged', row));
}

/**
 * What the candidate made or handed in and has not declared as it now stands (rule A1): one cause an assessment. One
 * query, and those that load evidence.
 */
export async function itemsUndeclared(reader: Reader, userId: string): Promise<Cause[]> {
  const open: Open[] = await reader.sql`
    SELECT a.id AS "assessmentId", a.body_id AS "bodyId", d.code || ' ' || d.name AS document
    FROM assessments a JOIN competency_documents d ON d.id = a.document_id
    WHERE a.candidate_id = ${userId} AND a.decided_at IS NULL AND a.withdrawn_at IS NULL
    ORDER BY a.id LIMIT ${mostOfAKind}`;
  if (open.length === 0) return [];
  const itemsOf = await loadItems(
    reader,
    open.map(({ assessmentId }) => assessmentId),
  );
  return open.flatMap((row) => {
    const items = (itemsOf.get(row.assessmentId) ?? []).filter((item) => isUndeclared(item, userId));
    const since = items.map(({ receivedAt }) => receivedAt).sort()[0];
    if (since === undefined) return [];
    const cause = causeOf('evidence_undeclared', { ...row, subjectId: row.assessmentId, since });
    return { ...cause, count: items.length, words: { ...cause.words, count: items.length } };
  });
}

function isUndeclared(item: ItemFact, candidateId: string): boolean {
  const own = item.producedBy === 'candidate' || item.submittedBy === candidateId;
  const standing = !item.withdrawnAt && (item.signedAt !== null || !item.requiresSignature);
  return own && standing && !item.declaredAt;
}

/** What was asked for and has not come, or was taken back. One query. */
export async function requestsOpen(reader: Reader, userId: string): Promise<Cause[]> {
  const rows: (Waiting & { dueOn: string })[] = await reader.sql`
    SELECT r.id AS "subjectId", a.id AS "assessmentId", a.body_id AS "bodyId", d.code || ' ' || d.name AS document,
           r.requested_at AS since, r.due_on AS "dueOn"
    FROM assessments a
      JOIN competency_documents d ON d.id = a.document_id
      JOIN evidence_requests r ON r.assessment_id = a.id
    WHERE a.candidate_id = ${userId} AND a.decided_at IS NULL AND a.withdrawn_at IS NULL AND r.withdrawn_at IS NULL
      AND NOT EXISTS (
        SELECT 1 FROM request_answers x JOIN evidence_items e ON e.id = x.item_id
        WHERE x.request_id = r.id AND e.withdrawn_at IS NULL)
    ORDER BY r.due_on, r.id LIMIT ${mostOfAKind}`;
  return rows.map(({ dueOn, ...row }) => {
    const cause = causeOf('evidence_requested', row);
    return { ...cause, dueOn, words: { ...cause.words, dueOn } };
  });
}

/**
 * Verdicts that the candidate was notified of and has not confirmed to have, while the window to appeal is open: after
 * it nobody is reminded any more. One query.
 */
export async function verdictsUnreceived(reader: Reader, userId: string, at: string): Promise<Cause[]> {
  const rows: Waiting[] = await reader.sql`
    SELECT v.id AS "subjectId", a.id AS "assessmentId", a.body_id AS "bodyId", d.code || ' ' || d.name AS document,
           n.notified_at AS since
    FROM assessments a
      JOIN competency_documents d ON d.id = a.document_id
      JOIN verdicts v ON v.assessment_id = a.id
      JOIN verdict_notifications n ON n.verdict_id = v.id AND n.appeal_until >= ${dateIn(at)}
    WHERE a.candidate_id = ${userId}
      AND NOT EXISTS (SELECT 1 FROM verdict_receipts x WHERE x.verdict_id = v.id)
    ORDER BY n.notified_at, v.id LIMIT ${mostOfAKind}`;
  return rows.map((row) => causeOf('verdict_unreceived', row));
}
