import { pageView } from '../common/paging.js';
import { type CurrentDocument, currentDocument } from '../preservation/current-document.view.js';
import { type ReissueReason, type RevocationReason } from './certificate.entity.js';
import { type CertificateState, recordOf, type WholeCertificate } from './queries.js';

/** The signed PDF of a certificate. */
export class CertificateDocumentView {
  /** SHA-256 of the record's canonical JSON. */
  recordSha256: string;
  /** SHA-256 of the signed PDF as it was issued. */
  pdfSha256: string;
  pdfSize: number;
  /** SHA-256 of the certificate of the body's seal that signed. */
  signerSha256: string;
  /** PAdES baseline level that is reached now. */
  signatureLevel: string;
  /** The PDF as it is handed out now. */
  current: CurrentDocument;
  madeAt: string;
}

export class RevocationView {
  reason: RevocationReason;
  /** In words; for an upheld appeal the number of its decision. */
  note: string;
  revokedBy: { id: string; name: string };
  revokedAt: string;
}

export class CertificateView {
  id: string;
  /** In the body's register: `2026-000001`. */
  number: string;
  /** What /verify is asked by. */
  documentNumber: string;
  verificationUrl: string | null;
  state: CertificateState;
  /** An appeal against the verdict waits; if it is upheld, the certificate is revoked. */
  underAppeal: boolean;
  bodyId: string;
  assessmentId: string;
  verdictId: string;
  /** As printed. */
  holder: { id: string; name: string };
  unit: { id: string; code: string; name: string };
  cohort: string | null;
  issuedBy: { id: string; name: string };
  issuedAt: string;
  /** The day in Taipei that is printed. */
  issuedOn: string | null;
  /** Null while it is being made. */
  document: CertificateDocumentView | null;
  /** The certificate that it took the place of, and why. */
  replaces: { id: string; number: string; reason: ReissueReason | null; note: string } | null;
  /** The certificate that took its place. */
  supersededBy: { id: string; number: string; at: string } | null;
  revocation: RevocationView | null;
  /** The batch that it was issued in. */
  batchId: string | null;
}

export class CertificatesPage extends pageView(CertificateView) {}

export function certificateView(whole: WholeCertificate): CertificateView {
  const { certificate, state, document, revocation, previous, next, unit, cohort, underAppeal, names } = whole;
  const { id, number, documentNumber, bodyId, assessmentId, verdictId, issuedBy, issuedAt, batchId } = certificate;
  const record = recordOf(certificate);
  const named = (userId: string) => ({ id: userId, name: names.get(userId) ?? userId });
  return {
    ...{ id, number, documentNumber },
    verificationUrl: record?.verificationUrl ?? null,
    ...{ state, underAppeal, bodyId, assessmentId, verdictId },
    holder: { id: certificate.candidateId, name: certificate.holderName },
    unit: { id: certificate.documentId, ...unit },
    cohort,
    issuedBy: named(issuedBy),
    issuedAt,
    issuedOn: record?.issuedOn ?? null,
    document: document && documentView(document, whole),
    replaces: previous && {
      id: previous.id,
      number: previous.number,
      reason: certificate.reissueReason,
      note: record?.replaces?.reason ?? '',
    },
    supersededBy: next && { id: next.id, number: next.number, at: next.issuedAt },
    revocation: revocation && {
      reason: revocation.reason,
      note: revocation.note,
      revokedBy: named(revocation.revokedBy),
      revokedAt: revocation.revokedAt,
    },
    batchId,
  };
}

function documentView(
  document: NonNullable<WholeCertificate['document']>,
  { newest, certificate: { documentNumber } }: WholeCertificate,
): CertificateDocumentView {
  const { recordSha256, pdfSha256, pdfSize, signerSha256, madeAt } = document;
  const now = currentDocument(newest, { documentNumber, ...document });
  return { recordSha256, pdfSha256, pdfSize, signerSha256, ...now, madeAt };
}
