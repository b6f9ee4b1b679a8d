import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { changeAfterVerdict } from '../assessments/access.js';
import { audit } from '../audit/audit.js';
import { type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { DomainError } from '../common/errors.js';
import { newId } from '../common/ids.js';
import { documentName } from '../competencies/document-name.js';
import { Database } from '../database/database.js';
import { renderAppeal } from '../documents/appeal.js';
import { dropNotices, notify } from '../notices/notify.js';
import { registerIssued } from '../preservation/revisions.js';
import { Looks } from '../templates/looks.js';
import { SignedDocuments } from '../verdicts/signed-documents.js';
import { accessAppeal } from './appeal-access.js';
import { type AppealBasis, appealRecord, loadAppealBasis } from './appeal-basis.js';
import { AppealDecision } from './appeal.entity.js';
import { type DecideAppeal } from './appeals.dto.js';
import { Overturning } from './overturning.js';

/** How often a decision is made anew because something changed while its document was being made. */
const attempts = 3;

@Injectable()
export class DecisionsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly documents: SignedDocuments,
    private readonly looks: Looks,
    private readonly overturning: Overturning,
  ) {}

  /**
   * Decides an appeal and signs the decision; answers false where exactly this was decided before. The document is made
   * outside the write, so inside it the basis is read once more. The verdict is not touched. Source: domain.md P7.
   */
  async decide(actor: Actor, appealId: string, input: DecideAppeal): Promise<boolean> {
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const { decision: earlier } = await accessAppeal(this.db.read, actor, appealId);
      if (earlier && asksFor(earlier, actor, input)) return false;
      const basis = await loadAppealBasis(this.db.read, actor, appealId);
      await this.refuseTakenId(input.id);
      const decision = await this.make(basis, input);
      if (await this.give(actor, decision, basis)) return true;
      await this.documents.discard(decision);
    }
    throw new DomainError('busy_changed');
  }

  /** The row of a decision whose signed PDF is durably stored. Until the row is written, the PDF is nobody's. */
  private async make(basis: AppealBasis, { id = newId(), outcome, reasons }: DecideAppeal): Promise<AppealDecision> {
    const { appeal, assessment, decider } = basis;
    const at = this.clock.instant();
    const { look, ...made } = await this.looks.inForce(assessment.bodyId, 'appeal');
    const issued = await this.documents.issue({
      bodyId: assessment.bodyId,
      signer: decider,
      at,
      record: (reference) => ({ ...appealRecord(basis, { outcome, reasons, at }, reference), ...made }),
      render: (record) => renderAppeal(record, { look }),
    });
    return { id, appealId: appeal.id, outcome, reasons, decidedBy: decider.id, decidedAt: at, ...issued };
  }

  /** Answers false, with nothing written, if the basis is no longer what the document says. */
  private async give(actor: Actor, decision: AppealDecision, basis: AppealBasis): Promise<boolean> {
    const { id: decisionId, appealId, decidedAt: at, documentNumber, outcome } = decision;
    const { id: subjectId, bodyId, candidateId, documentId } = basis.assessment;
    return this.db.write(async (tx) => {
      const { appeal, decision: earlier } = await accessAppeal(tx, actor, appealId);
      if (earlier || appeal.withdrawnAt) return false;
      if (!isDeepStrictEqual(await loadAppealBasis(tx, actor, appealId), basis)) return false;
      await changeAfterVerdict(tx, subjectId);
      await tx.insert(AppealDecision, decision);
      await registerIssued(tx, decision, { bodyId, assessmentId: subjectId, at });
      if (outcome === 'upheld') {
        const { verdictId } = appeal;
        await this.overturning.happen(tx, actor, { verdictId, decisionId, documentNumber, at });
      }
      await dropNotices(tx, appealId, at);
      const params = { document: await documentName(tx, documentId), place: `/appeals/${appealId}` as const };
      const to = { userId: candidateId };
      await notify(tx, { kind: 'appeal_decided', to, bodyId, params, causeId: decisionId, at });
      const { recordSha256, pdfSha256, signerSha256 } = decision;
      const data = { appealId, decisionId, documentNumber, outcome, recordSha256, pdfSha256, signerSha256 };
      await audit(tx, actor, { at, action: 'appeal.decided', subjectId, bodyId, data });
      return true;
    });
  }

  /** An id that was used for another appeal's decision is no id for this one. */
  private async refuseTakenId(id: string | undefined): Promise<void> {
    if (id && (await this.db.read.existsBy(AppealDecision, { id }))) throw new DomainError('already_exists');
  }
}

function asksFor(decision: AppealDecision, { userId }: Actor, { id, outcome, reasons }: DecideAppeal): boolean {
  const same = decision.outcome === outcome && decision.reasons === reasons && decision.decidedBy === userId;
  return same && (id === undefined || id === decision.id);
}
