import { type Reader } from '../database/database.js';
import { type CertificateFact } from './facts.js';

/**
 * What a body has certified of a candidate for a document version, in whichever edition, the first issued first. By its tables and not by its
 * rows' classes, for the register stands below what follows a verdict. Numbers are a body's own, so others' are not seen.
 * One query.
 */
export function loadCertificates(
  reader: Reader,
  { bodyId, candidateId, documentCode }: { bodyId: string; candidateId: string; documentCode: string },
): Promise<CertificateFact[]> {
  return reader.sql<CertificateFact[]>`
    SELECT c.number, c.verdict_id AS "verdictId", c.candidate_id AS "candidateId", d.code AS "documentCode",
           c.issued_at AS "issuedAt", r.revoked_at AS "revokedAt", r.reason AS "revocationReason",
           n.number AS "supersededBy"
    FROM certificates c
      JOIN competency_documents d ON d.id = c.document_id
      LEFT JOIN certificate_revocations r ON r.id = c.id
      LEFT JOIN certificates n ON n.previous_id = c.id
    WHERE c.body_id = ${bodyId} AND c.candidate_id = ${candidateId} AND d.code = ${documentCode}
    ORDER BY c.number`;
}
