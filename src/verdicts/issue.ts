import { Injectable } from '@nestjs/common';
import { newId } from '../common/ids.js';
import { renderVerdict } from '../documents/verdict.js';
import { type Evaluation } from '../sufficiency/evaluate.js';
import { Looks } from '../templates/looks.js';
import { type Basis } from './basis.js';
import { type Decision, verdictRecord } from './record.js';
import { SignedDocuments } from './signed-documents.js';
import { type Verdict } from './verdict.entity.js';

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

  /** Takes back the PDF of a verdict that was not given. */
  discard(verdict: Verdict): Promise<void> {
    return this.documents.discard(verdict);
  }
}
