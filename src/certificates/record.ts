import { dateIn } from '../common/clock.js';
import { certificateSchema, type CertificateHolder, type CertificateRecord } from '../documents/certificate-record.js';
import { type Party, type VerdictRecord } from '../documents/record.js';
import { type Verdict } from '../verdicts/verdict.entity.js';
import { type Reference } from '../verdicts/signed-documents.js';

/** What a certificate says besides what its verdict says. */
export interface Certifying {
  verdict: Verdict;
  body: Party;
  representative: CertificateRecord['representative'];
  template: CertificateRecord['template'];
  holder: CertificateHolder;
  certificateNumber: string;
  issuedAt: string;
  replaces: CertificateRecord['replaces'];
}

/** The record of a certificate: the unit and pathway as the verdict pinned them, and the names as they are today. */
export function certificateRecord(certifying: Certifying, reference: Reference): CertificateRecord {
  const { verdict, body, representative, template, holder, certificateNumber, issuedAt, replaces } = certifying;
  const { id, documentNumber, recordSha256, pdfSha256 } = verdict;
  const { unit, pathway, decidedOn, leadAssessor } = JSON.parse(verdict.record) as VerdictRecord;
  const decidedBy = { id: leadAssessor.id, name: leadAssessor.name };
  return {
    schema: certificateSchema,
    ...reference,
    certificateNumber,
    unit,
    body,
    representative,
    ...(template && { template }),
    holder,
    pathway,
    verdict: { id, documentNumber, decidedOn, decidedBy, recordSha256, pdfSha256 },
    issuedAt,
    issuedOn: dateIn(issuedAt),
    replaces,
  };
}
