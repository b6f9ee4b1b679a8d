import { Injectable } from '@nestjs/common';
import { newId } from '../common/ids.js';
import { renderVerdict } from '../documents/verdict.js';
import { type Evaluation } from '../sufficiency/evaluate.js';
import { Looks } from '../templates/looks.js';
import { type Basis } from './basis.js';
import { type Decision, verdictRecord } from './record.js';
import { SignedDocuments } from './signed-documents.js';
import { type Verdict } from './verdict.entity.js';
import { say } from './words.js';

/** Makes the document of a verdict, outside any write. */
@Injectable()
export class Issue {
  constructor(
    private readonly documents: SignedDocuments,
    private readonly looks: Looks,
  ) {}

  /** The row of a verdict whose signed PDF is durably stored. Until the row is written, the PDF is nobody's. */
  async make(basis: Basis, evaluation: Evaluation, decision: Decision, id: string = newId()): Promise<Verdict> {
    const { assessment, facts, names } = basis;
    const decidedBy = facts.deciderId!;
    const { look, ...made } = await this.looks.inForce(assessment.bodyId, 'verdict');
    const issued = await this.documents.issue({
      bodyId: assessment.bodyId,
      signer: { id: decidedBy, name: names.get(decidedBy)! },
      at: facts.at,
      record: (reference) => ({ ...verdictRecord(basis, evaluation, decision, reference), ...made }),
      render: (record) => renderVerdict(record, { look }),
    });
    return { id, assessmentId: assessment.id, outcome: decision.outcome, decidedBy, decidedAt: facts.at, ...issued };
  }

  /** What would be issued now: without a number, an address or a signature, marked on every page, and kept nowhere. */
  async preview(basis: Basis, evaluation: Evaluation, decision: Decision): Promise<Buffer> {
    const { look, ...made } = await this.looks.inForce(basis.assessment.bodyId, 'verdict');
    const reference = { documentNumber: say('numbered_when_signed', {}), verificationUrl: '' };
    const record = { ...verdictRecord(basis, evaluation, decision, reference), ...made };
    return renderVerdict(record, { look, mark: 'preview' });
  }

  /** Takes back the PDF of a verdict that was not given. */
  discard(verdict: Verdict): Promise<void> {
    return this.documents.discard(verdict);
  }
}
