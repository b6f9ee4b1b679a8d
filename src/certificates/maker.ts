import { Injectable } from '@nestjs/common';
import { audit } from '../audit/audit.js';
import { systemActor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { documentName } from '../competencies/document-name.js';
import { Database } from '../database/database.js';
import { type CertificateRecord } from '../documents/certificate-record.js';
import { notify } from '../notices/notify.js';
import { registerIssued } from '../preservation/revisions.js';
import { type IssuedDocument, SignedDocuments } from '../verdicts/signed-documents.js';
import { type Certificate, CertificateDocument } from './certificate.entity.js';
import { Renderer } from './renderer.js';

/** Makes the documents of certificates that are in the register, outside any write. */
@Injectable()
export class Maker {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly documents: SignedDocuments,
    private readonly renderer: Renderer,
  ) {}

  /**
   * Draws, signs and keeps the document of a certificate, and tells the holder. It is made from what stands in the
   * register alone, so it does not matter who makes it, or how often that was begun.
   */
  async make(certificate: Certificate): Promise<void> {
    const { id, bodyId, issuedAt, documentNumber } = certificate;
    if (await this.db.read.existsBy(CertificateDocument, { id })) return;
    const record = JSON.parse(certificate.record) as CertificateRecord;
    const { verificationUrl } = record;
    const issued = await this.documents.issue({
      bodyId,
      signer: 'seal',
      at: issuedAt,
      reference: { documentNumber, verificationUrl },
      record: () => record,
      render: (it) => this.renderer.render(it),
    });
    const kept = await this.keep(certificate, issued);
    if (kept !== issued.pdfSha256) await this.documents.discard(issued);
  }

  /** Answers the hash of the document that the register has from now on: another's, if that was made meanwhile. */
  private async keep(certificate: Certificate, issued: IssuedDocument): Promise<string> {
    const { id, bodyId, assessmentId, candidateId, documentId, number, documentNumber } = certificate;
    const { recordSha256, pdfSha256, pdfSize, signerSha256, signatureLevel } = issued;
    return this.db.write(async (tx) => {
      const earlier = await tx.findOneBy(CertificateDocument, { id });
      if (earlier) return earlier.pdfSha256;
      const madeAt = this.clock.instant();
      const row = { id, recordSha256, pdfSha256, pdfSize, signerSha256, signatureLevel, madeAt };
      await tx.insert(CertificateDocument, row);
      await registerIssued(tx, issued, { bodyId, assessmentId, at: madeAt });
      const params = { document: await documentName(tx, documentId), number };
      const to = { userId: candidateId };
      await notify(tx, { kind: 'certificate_issued', to, bodyId, params, causeId: id, at: madeAt });
      const data = { certificateId: id, number, documentNumber, recordSha256, pdfSha256, signerSha256 };
      const entry = { at: madeAt, action: 'certificate.issued', subjectId: assessmentId, bodyId, data };
      await audit(tx, systemActor, entry);
      return pdfSha256;
    });
  }
}
