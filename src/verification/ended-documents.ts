import { dateIn } from '../common/clock.js';
import { type Reader } from '../database/database.js';
import { endedKey, type EndedDocument } from './trust-bundle.js';

interface Row {
  recordSha256: string;
  how: EndedDocument['how'];
  at: string;
  reason: string | null;
}

/**
 * The documents of a body that no longer stand, in no telling order. A certificate that was revoked and replaced is
 * revoked. One query.
 */
export async function endedDocuments(reader: Reader, bodyId: string): Promise<EndedDocument[]> {
  const rows: Row[] = await reader.sql`
    SELECT v.record_sha256 AS "recordSha256", 'superseded' AS how, d.decided_at AS at, 'appeal_upheld' AS reason
      FROM appeal_decisions d JOIN appeals p ON p.id = d.appeal_id JOIN verdicts v ON v.id = p.verdict_id
      JOIN assessments a ON a.id = v.assessment_id
      WHERE a.body_id = ${bodyId} AND d.outcome = 'upheld'
    UNION ALL
    SELECT cd.record_sha256, 'superseded', n.issued_at, n.reissue_reason
      FROM certificates n JOIN certificates c ON c.id = n.previous_id JOIN certificate_documents cd ON cd.id = c.id
      WHERE c.body_id = ${bodyId} AND NOT EXISTS (SELECT 1 FROM certificate_revocations r WHERE r.id = c.id)
    UNION ALL
    SELECT cd.record_sha256, 'revoked', r.revoked_at, r.reason
      FROM certificate_revocations r JOIN certificates c ON c.id = r.id JOIN certificate_documents cd ON cd.id = c.id
      WHERE c.body_id = ${bodyId}`;
  return rows
    .map(({ recordSha256, how, at, reason }) => ({
      record: endedKey(recordSha256),
      how,
      on: dateIn(at),
      reason: reason ?? 'other',
    }))
    .sort((a, b) => (a.record < b.record ? -1 : 1));
}
