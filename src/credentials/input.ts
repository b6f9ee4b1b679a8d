import { type CertificateRecord } from '../documents/certificate-record.js';

/** What a credential says: the certificate's own words, and the little that only machines need. */
export interface CredentialInput {
  /**
   * The record that the certificate is rendered from. It names the body, the holder, the unit, the verdict's day and
   * the document number.
   */
  certificate: CertificateRecord;
  /** The row of the pinned unit or standard, which the credential is aligned to. */
  documentId: string;
  /** Told only as a salted hash; null leaves it out. */
  holderEmail: string | null;
}

/** A credential that is signed, and has its place in a status list. Until `keep` writes its row it is nobody's. */
export interface MadeCredential {
  id: string;
  entryId: string;
  bodyId: string;
  documentNumber: string;
  /** To be embedded in the certificate's PDF, and kept as it is. */
  jwt: string;
  statusListIndex: number;
  issuedAt: string;
}
