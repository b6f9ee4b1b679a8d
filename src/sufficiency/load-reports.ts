import { type Reader } from '../database/database.js';
import { type ReportFact } from './facts.js';
import { idList } from './id-list.js';

interface ReportRow extends ReportFact {
  readonly itemId: string;
}

/**
 * Who reports in the third-party reports of these assessments, and where they were invited, by item, in one query. An
 * item that carries a report over from an earlier attempt has that report.
 */
export async function loadReports(reader: Reader, ids: readonly string[]): Promise<Map<string, ReportFact>> {
  const list = idList(ids);
  const rows: ReportRow[] = await reader.sql`
    SELECT e.id AS "itemId", r.name, r.post, r.relation, r.period_from AS "periodFrom", r.period_to AS "periodTo",
           r.reported_on AS "reportedOn", r.contact, v.email
    FROM evidence_items e
      JOIN third_party_reports r ON r.item_id = COALESCE(e.origin_id, e.id)
      JOIN invitations v ON v.id = r.invitation_id
    WHERE e.assessment_id IN (${list}) AND e.form = 'third_party_report'`;
  return new Map(rows.map(({ itemId, ...report }) => [itemId, withoutEmpty(report)]));
}

function withoutEmpty(report: ReportFact): ReportFact {
  return Object.fromEntries(
    Object.entries(report).map(([key, value]) => [key, value || null]),
  ) as unknown as ReportFact;
}
