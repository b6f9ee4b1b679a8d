import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { dateIn } from '../common/clock.js';
import { newId, randomCode, sha256 } from '../common/ids.js';
import { Config } from '../config.js';
import { canonicalJson } from '../documents/record.js';
import { renderVerdict } from '../documents/verdict.js';
import { FileStore } from '../files/file-store.js';
import { Authorities } from '../signing/authorities.service.js';
import { signPdf } from '../signing/pades.js';
import { type Evaluation } from '../sufficiency/evaluate.js';
import { type Basis } from './basis.js';
import { type Decision, verdictRecord } from './record.js';
import { type Verdict } from './verdict.entity.js';

/** Makes the document of a verdict: record, PDF, signature, bytes in the store. All of it happens outside any write. */
@Injectable()
export class Issue {
  constructor(
    private readonly config: Config,
    private readonly authorities: Authorities,
    private readonly store: FileStore,
  ) {}

  /** The row of a verdict whose signed PDF is durably stored. Until the row is written, the PDF is nobody's. */
  async make(basis: Basis, evaluation: Evaluation, decision: Decision, id: string = newId()): Promise<Verdict> {
    const { assessment, facts, names } = basis;
    const decidedBy = facts.deciderId!;
    const signer = await this.authorities.signerFor(assessment.bodyId, { id: decidedBy, name: names.get(decidedBy)! });
    const documentNumber = `TS-${dateIn(facts.at).slice(0, 4)}-${randomCode(4)}-${randomCode(4)}`;
    const verificationUrl = `${this.config.publicUrl}/verify/${documentNumber}`;
    const record = verdictRecord(basis, evaluation, decision, { documentNumber, verificationUrl });
    const json = canonicalJson(record);
    const pdf = await signPdf(await renderVerdict(record), signer);
    const stored = await this.store.put(Readable.from([pdf]), { maxBytes: pdf.length });
    return {
      id,
      assessmentId: assessment.id,
      documentNumber,
      outcome: decision.outcome,
      decidedBy,
      decidedAt: facts.at,
      record: json,
      recordSha256: sha256(json),
      pdfSha256: stored.sha256,
      pdfSize: stored.size,
      signerSha256: sha256(signer.certificate),
      signatureLevel: 'B-B',
    };
  }

  /** Takes back the PDF of a verdict that was not given. */
  async discard({ pdfSha256 }: Verdict): Promise<void> {
    await this.store.remove(pdfSha256);
  }
}
