import { Injectable } from '@nestjs/common';
import { openToChange } from '../assessments/access.js';
import { type Assessment } from '../assessments/assessment.entity.js';
import { audit } from '../audit/audit.js';
import { Clock, dateIn } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { newId } from '../common/ids.js';
import { Database, type Tx } from '../database/database.js';
import { type Claim } from '../evidence/claim.entity.js';
import { insertClaims } from '../evidence/claims.service.js';
import { EvidenceItem } from '../evidence/evidence-item.entity.js';
import { freshClaim, freshItem } from '../evidence/fresh.js';
import { nextNumber } from '../evidence/receipt.js';
import { refuseFaults } from '../evidence/record-faults.js';
import { dropNotices } from '../notices/notify.js';
import { TrainingBody } from '../people/training-body.entity.js';
import { contentSha256, storedContent } from './content.js';
import { submissionFaults } from './faults.js';
import { type SubmitReport } from './form.dto.js';
import { type Invited } from './invitation.guard.js';
import { Invitation } from './invitation.entity.js';
import { invitedActor, openInvitation } from './queries.js';
import { ThirdPartyReport } from './report.entity.js';
import { statementOf, titleOf } from './statement.js';

/** A third party's word that a report is what they saw: link, time and hash, no more than that. */
@Injectable()
export class SubmissionsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes the draft evidence, once and for good, and claims what the author confirms to have seen; to judge those claims
   * is another act. To submit the same again answers what the first time did.
   */
  async submit({ secretHash }: Invited, submission: SubmitReport): Promise<void> {
    await this.db.write(async (tx) => {
      const at = this.clock.instant();
      const invitation = found(await openInvitation(tx, secretHash, at));
      const report = found(await tx.findOneBy(ThirdPartyReport, { invitationId: invitation.id }));
      if (!invitation.submittedAt) await this.sign(tx, invitation, report, submission, at);
      else if (submission.contentSha256 !== report.submittedSha256) throw new DomainError('record_signed');
    });
  }

  private async sign(
    tx: Tx,
    invitation: Invitation,
    report: ThirdPartyReport,
    { contentSha256: seenSha256, accepted }: SubmitReport,
    at: string,
  ): Promise<void> {
    const assessment = await openToChange(tx, invitation.assessmentId);
    const body = found(await tx.findOneBy(TrainingBody, { id: assessment.bodyId }));
    const statement = statementOf(body, invitation.locale);
    const submittedSha256 = contentSha256(invitation, storedContent(report), statement);
    if (seenSha256 !== submittedSha256) throw new DomainError('precondition_failed');
    const reportedOn = dateIn(at);
    refuseFaults([
      ...submissionFaults(storedContent(report), reportedOn),
      ...(accepted ? [] : [{ field: 'accepted', rule: 'equals' as const }]),
    ]);
    const actor = invitedActor(invitation);
    const itemId = await this.insertItem(tx, assessment, invitation, report, at);
    const signed = { itemId, statement, submittedSha256, reportedOn, revision: report.revision + 1, updatedAt: at };
    await tx.update(ThirdPartyReport, { invitationId: invitation.id }, signed);
    await tx.update(Invitation, { id: invitation.id }, { submittedAt: at });
    await dropNotices(tx, invitation.id, at);
    await insertClaims(tx, actor, assessment, newClaims(invitation, report, itemId, at), at);
    await audit(tx, actor, {
      at,
      action: 'third_party_report.signed',
      subjectId: assessment.id,
      bodyId: assessment.bodyId,
      data: { invitationId: invitation.id, evidenceId: itemId, sha256: submittedSha256 },
    });
  }

  /** Whoever invited the author hands the report in; who wrote it is in the report itself. */
  private async insertItem(
    tx: Tx,
    assessment: Assessment,
    invitation: Invitation,
    report: ThirdPartyReport,
    at: string,
  ): Promise<string> {
    const id = newId();
    await tx.insert(EvidenceItem, {
      ...freshItem,
      id,
      assessmentId: assessment.id,
      number: await nextNumber(tx, assessment.id),
      form: 'third_party_report',
      title: titleOf(report, invitation.locale),
      producedBy: 'third_party',
      producedOn: dateIn(at),
      submittedBy: invitation.invitedBy,
      receivedAt: at,
      signedAt: at,
    });
    return id;
  }
}

/** A claim for each target that the author saw; of what they saw in part or not an assessor makes what there is. */
function newClaims(
  { assessmentId, invitedBy }: Invitation,
  { answers }: ThirdPartyReport,
  itemId: string,
  at: string,
): Claim[] {
  return answers
    .filter(({ seen }) => seen === 'yes')
    .map(({ ref }) => ({
      ...freshClaim,
      id: newId(),
      assessmentId,
      itemId,
      targetRef: ref,
      proposedBy: invitedBy,
      proposedAt: at,
    }));
}
