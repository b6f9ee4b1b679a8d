import { X509Certificate } from 'node:crypto';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { dateIn } from '../common/clock.js';
import { randomCode, sha256 } from '../common/ids.js';
import { Config } from '../config.js';
import { canonicalJson, type Party } from '../documents/record.js';
import { sealing } from '../documents/signature.js';
import { FileStore } from '../files/file-store.js';
import { Raiser } from '../preservation/raiser.js';
import { Authorities } from '../signing/authorities.service.js';
import { signPdf } from '../signing/pades.js';
import { readPdf } from '../signing/pdf-file.js';
import { standingOf } from '../signing/raise.js';
import { prepareCountersignature } from '../signing/seal.js';
import { type Signer } from '../signing/signer.js';

/** Where a document can be found again. */
export interface Reference {
  documentNumber: string;
  verificationUrl: string;
}

/** What a row keeps of the document it stands for. */
export interface IssuedDocument {
  documentNumber: string;
  /** Canonical JSON (RFC 8785). */
  record: string;
  recordSha256: string;
  pdfSha256: string;
  pdfSize: number;
  signerSha256: string;
  signatureLevel: string;
}

/** What every document names. */
interface Issued {
  body: Party;
}

/** Who signs what, when, and how it looks. */
export interface Draft<Record extends Issued> {
  bodyId: string;
  /** The person, whose signature the body's seal countersigns; or the seal alone. */
  signer: Party | 'seal';
  at: string;
  /** Where it stands in a row already; a new one by default. */
  reference?: Reference;
  record: (reference: Reference) => Record;
  /** `claimedAt` is the signer's own word on when it signs. */
  render: (record: Record, claimedAt: Date) => Promise<Buffer>;
}

/** A document may be made later than it is dated, by a certificate that was not there yet. */
function claimedAt(at: string, { certificate }: Signer): Date {
  const [dated, from] = [new Date(at), new Date(new X509Certificate(certificate).validFrom)];
  return dated < from ? from : dated;
}

/** Makes documents: record, PDF, signature, bytes in the store. All of it happens outside any write. */
@Injectable()
export class SignedDocuments {
  constructor(
    private readonly config: Config,
    private readonly authorities: Authorities,
    private readonly store: FileStore,
    private readonly raiser: Raiser,
  ) {}

  /** A number for a document that is about to be made: not guessable. */
  newReference(at: string): Reference {
    const documentNumber = `TS-${dateIn(at).slice(0, 4)}-${randomCode(4)}-${randomCode(4)}`;
    return { documentNumber, verificationUrl: `${this.config.publicUrl}/verify/${documentNumber}` };
  }

  /** A signed PDF that is durably stored. Until a row speaks of it, it is nobody's. */
  async issue<Record extends Issued>(draft: Draft<Record>): Promise<IssuedDocument> {
    const { bodyId, signer: who, at, reference = this.newReference(at), record: write, render } = draft;
    const seal = await this.authorities.sealFor(bodyId);
    const signer = who === 'seal' ? seal : await this.authorities.signerFor(bodyId, who);
    const record = write(reference);
    const json = canonicalJson(record);
    const signed = await signPdf(await render(record, claimedAt(at, signer)), this.raiser.stamping(signer));
    const sealed = signer === seal ? signed : await this.countersign(signed, seal, record.body, at);
    const pdf = await this.raiser.raiseSoon(sealed, bodyId);
    const stored = await this.store.put(Readable.from([pdf]), { maxBytes: pdf.length });
    return {
      documentNumber: reference.documentNumber,
      record: json,
      recordSha256: sha256(json),
      pdfSha256: stored.sha256,
      pdfSize: stored.size,
      signerSha256: sha256(signer.certificate),
      signatureLevel: standingOf(readPdf(pdf)).level,
    };
  }

  private countersign(signed: Buffer, seal: Signer, body: Party, at: string): Promise<Buffer> {
    return signPdf(
      prepareCountersignature(signed, sealing(body, claimedAt(at, seal).toISOString())),
      this.raiser.stamping(seal),
    );
  }

  /** Takes back the PDF of a document that no row speaks of. */
  async discard({ pdfSha256 }: Pick<IssuedDocument, 'pdfSha256'>): Promise<void> {
    await this.store.remove(pdfSha256);
  }
}
