import { type CertificateRecord } from '../../documents/certificate-record.js';
import { canonicalJson } from '../../documents/record.js';
import { sha256 } from '../../common/ids.js';
import { verdictRecord } from './verdict-record.js';

/** The certificate of the verdict in verdict-record.ts; `number` is its place in the register. */
export function certificateRecord(number = 1): CertificateRecord {
  const verdict = verdictRecord();
  const { unit, body, candidate, pathway, leadAssessor, documentNumber, decidedOn } = verdict;
  const serial = String(number).padStart(6, '0');
  return {
    schema: 'touchstone/certificate/1',
    documentNumber: `TS-2026-${serial}`,
    verificationUrl: `https://assess.example.tw/verify/TS-2026-${serial}`,
    certificateNumber: `2026-${serial}`,
    ...{ unit, body, pathway },
    representative: { name: '陳怡君', post: '執行長' },
    holder: { ...candidate, birthDate: null, maskedId: null },
    verdict: {
      ...{ id: 'verdict-1', documentNumber, decidedOn },
      decidedBy: { id: leadAssessor.id, name: leadAssessor.name },
      recordSha256: sha256(canonicalJson(verdict)),
      pdfSha256: sha256('pdf'),
    },
    issuedAt: '2026-03-20T02:00:00.000Z',
    issuedOn: '2026-03-20',
    replaces: null,
  };
}
