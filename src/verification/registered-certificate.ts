import { deletionsOf } from '../assessments/deletions.js';
import { Certificate, CertificateDocument, CertificateRevocation } from '../certificates/certificate.entity.js';
import { dateIn } from '../common/clock.js';
import { CompetencyDocument } from '../competencies/competency-document.entity.js';
import { type Reader } from '../database/database.js';
import { type CertificateRecord } from '../documents/certificate-record.js';
import { TrainingBody } from '../people/training-body.entity.js';
import { Verdict } from '../verdicts/verdict.entity.js';
import { type RegisteredEnd, type RegisteredDocumentView } from './verification.view.js';

/** What the register says of a document, but for what depends on who asks and on the server's address. */
export interface Registered {
  bodyId: string;
  holderName: string | null;
  view: Omit<RegisteredDocumentView, 'rootCertificate' | 'trustBundle' | 'holder' | 'revisions'>;
}

/** The certificate of this document number; null if there is none, or its document is still being made. */
export async function registeredCertificate(reader: Reader, documentNumber: string): Promise<Registered | null> {
  const row = await reader.findOneBy(Certificate, { documentNumber });
  const document = row && (await reader.findOneBy(CertificateDocument, { id: row.id }));
  if (!document) return null;
  const verdict = (await reader.findOneBy(Verdict, { id: row.verdictId }))!;
  const { unit, issuedBy, holderName, deletion } = await subjectOf(reader, row);
  const { pdfSha256, signerSha256 } = document;
  const end = await endOf(reader, row);
  return {
    bodyId: row.bodyId,
    holderName,
    view: {
      documentNumber,
      kind: 'certificate',
      finding: end.ended ? 'no_longer_valid' : 'valid',
      ...end,
      standing: null,
      about: verdict.documentNumber,
      issuedBy,
      unit,
      outcome: deletion ? null : 'competent',
      targets: [],
      decidedOn: dateIn(verdict.decidedAt),
      certificate: { number: row.number, issuedOn: dateIn(row.issuedAt) },
      pdfSha256,
      signerSha256,
      deletion,
    },
  };
}

type Subject = Pick<RegisteredDocumentView, 'unit' | 'issuedBy' | 'deletion'> & { holderName: string | null };

/** By its record or, where that is deleted, by what the register still tells. */
async function subjectOf(reader: Reader, row: Certificate): Promise<Subject> {
  if (row.record !== '') {
    const { unit, body } = JSON.parse(row.record) as CertificateRecord;
    const { code, version, edition, name } = unit;
    return { unit: { code, version, edition, name }, issuedBy: body.name, holderName: row.holderName, deletion: null };
  }
  const { name: issuedBy } = (await reader.findOneBy(TrainingBody, { id: row.bodyId }))!;
  const select = { code: true, version: true, edition: true, name: true } as const;
  const unit = (await reader.findOne(CompetencyDocument, { where: { id: row.documentId }, select }))!;
  const entry = (await deletionsOf(reader, row.assessmentId)).find(({ kind }) => kind === 'register');
  const deletion = entry ? { on: dateIn(entry.deletedAt), rule: entry.rule, sha256: entry.sha256 } : null;
  return { unit, issuedBy, holderName: null, deletion };
}

/** A revocation goes before the certificate that came after: that one may be revoked for the same reason. */
async function endOf(
  reader: Reader,
  { id }: Certificate,
): Promise<{ ended: RegisteredEnd | null; supersededBy: string | null }> {
  const next = await reader.findOneBy(Certificate, { previousId: id });
  const revocation = await reader.findOneBy(CertificateRevocation, { id });
  const supersededBy = next?.documentNumber ?? null;
  if (revocation) {
    return { ended: { how: 'revoked', on: dateIn(revocation.revokedAt), reason: revocation.reason }, supersededBy };
  }
  const reason = next && (next.reissueReason ?? 'other');
  return { ended: reason && { how: 'superseded', on: dateIn(next.issuedAt), reason }, supersededBy };
}
