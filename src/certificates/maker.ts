import { Injectable } from '@nestjs/common';
import { audit } from '../audit/audit.js';
import { systemActor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { documentName } from '../competencies/document-name.js';
import { Credentials } from '../credentials/credentials.service.js';
import { type MadeCredential } from '../credentials/input.js';
import { credentialType } from '../credentials/jws.js';
import { type RevocationCause } from '../credentials/status-list.entity.js';
import { Database, type Tx } from '../database/database.js';
import { type CertificateRecord } from '../documents/certificate-record.js';
import { type Attachment } from '../documents/pdf-a.js';
import { notify } from '../notices/notify.js';
import { User } from '../people/user.entity.js';
import { registerIssued } from '../preservation/revisions.js';
import { Looks } from '../templates/looks.js';
import { type IssuedDocument, SignedDocuments } from '../verdicts/signed-documents.js';
import { Certificate, CertificateDocument, CertificateRevocation } from './certificate.entity.js';
import { Renderer } from './renderer.js';

/** Makes the documents of certificates that are in the register, outside any write. */
@Injectable()
export class Maker {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly documents: SignedDocuments,
    private readonly renderer: Renderer,
    private readonly credentials: Credentials,
    private readonly looks: Looks,
  ) {}

  /**
   * Draws, signs and keeps the document of a certificate, and tells the holder if it stands. It is made from what stands in the
   * register alone, so it does not matter who makes it, or how often that was begun.
   */
  async make(certificate: Certificate): Promise<void> {
    const { id, bodyId, candidateId, documentId, issuedAt, documentNumber } = certificate;
    if (await this.db.read.existsBy(CertificateDocument, { id })) return;
    const record = JSON.parse(certificate.record) as CertificateRecord;
    const { verificationUrl } = record;
    const user = await this.db.read.findOneBy(User, { id: candidateId });
    const input = { certificate: record, documentId, holderEmail: user?.email ?? null };
    const look = await this.looks.of(bodyId, 'certificate', record.template);
    // Last of what may fail, as every attempt takes a place in a status list.
    const credential = await this.credentials.issue(input);
    const issued = await this.documents.issue({
      bodyId,
      signer: 'seal',
      at: issuedAt,
      reference: { documentNumber, verificationUrl },
      record: () => record,
      render: (it, claimedAt) => this.renderer.render(it, { look, claimedAt, attachments: [attachmentOf(credential)] }),
    });
    const kept = await this.keep(certificate, issued, credential);
    if (kept !== issued.pdfSha256) await this.documents.discard(issued);
  }

  /** Answers the hash of the document that the register has from now on: another's, if that was made meanwhile. */
  private async keep(certificate: Certificate, issued: IssuedDocument, credential: MadeCredential): Promise<string> {
    const { id, bodyId, assessmentId, candidateId, documentId, number, documentNumber } = certificate;
    const { recordSha256, pdfSha256, pdfSize, signerSha256, signatureLevel } = issued;
    return this.db.write(async (tx) => {
      const earlier = await tx.findOneBy(CertificateDocument, { id });
      if (earlier) return earlier.pdfSha256;
      const madeAt = this.clock.instant();
      const row = { id, recordSha256, pdfSha256, pdfSize, signerSha256, signatureLevel, madeAt };
      await tx.insert(CertificateDocument, row);
      await registerIssued(tx, issued, { bodyId, assessmentId, at: madeAt });
      await this.credentials.keep(tx, credential);
      const end = await endOf(tx, id);
      if (end) await this.credentials.revoke(tx, documentNumber, end, madeAt);
      else {
        const params = { document: await documentName(tx, documentId), number, place: '/certificates' as const };
        const to = { userId: candidateId };
        await notify(tx, { kind: 'certificate_issued', to, bodyId, params, causeId: id, at: madeAt });
      }
      const data = { certificateId: id, number, documentNumber, recordSha256, pdfSha256, signerSha256 };
      const entry = { at: madeAt, action: 'certificate.issued', subjectId: assessmentId, bodyId, data };
      await audit(tx, systemActor, entry);
      return pdfSha256;
    });
  }
}

/** What became of a certificate while its document was being made. */
async function endOf(tx: Tx, id: string): Promise<RevocationCause | null> {
  if (await tx.existsBy(CertificateRevocation, { id })) return 'revoked';
  return (await tx.existsBy(Certificate, { previousId: id })) ? 'superseded' : null;
}

/** The same once more, for machines. */
function attachmentOf({ jwt: text, documentNumber }: MadeCredential): Attachment {
  const description = 'Open Badges 3.0';
  return { name: `${documentNumber}.jwt`, type: credentialType, relationship: 'Supplement', text, description };
}
