import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { requireOpen } from '../assessments/access.js';
import { Assessment } from '../assessments/assessment.entity.js';
import { audit } from '../audit/audit.js';
import { Clock } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { requireMatch } from '../common/etag.js';
import { CompetencyDocument } from '../competencies/competency-document.entity.js';
import { CompetencyItem } from '../competencies/competency-item.entity.js';
import { Database, type Reader } from '../database/database.js';
import { refuseFaults } from '../evidence/record-faults.js';
import { namesOf } from '../people/names.js';
import { TrainingBody } from '../people/training-body.entity.js';
import { contentOf, contentSha256, sameContent, storedContent } from './content.js';
import { draftFaults } from './faults.js';
import { type SaveReport } from './form.dto.js';
import { type ThirdPartyForm } from './form.view.js';
import { type Invited } from './invitation.guard.js';
import { Invitation } from './invitation.entity.js';
import { invitedActor, openInvitation } from './queries.js';
import { ThirdPartyReport } from './report.entity.js';
import { statementOf } from './statement.js';

/** The form of somebody who came by a one-time link. */
@Injectable()
export class FormService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** What is asked and what was written so far. The first look is remembered. */
  async find(invited: Invited): Promise<ThirdPartyForm> {
    const invitation = await this.invitation(this.db.read, invited);
    if (!invitation.openedAt) await this.open(invitation);
    return this.formOf(invitation);
  }

  /**
   * Puts the whole draft in place of the one before. The same again changes nothing; anything else needs the revision it
   * was made upon, so that two tabs cannot overwrite each other unseen.
   */
  async put(invited: Invited, input: SaveReport, ifMatch: string | undefined): Promise<ThirdPartyForm> {
    const content = contentOf(input);
    await this.db.write(async (tx) => {
      const invitation = await this.invitation(tx, invited);
      if (invitation.submittedAt) throw new DomainError('record_signed');
      const assessment = found(await tx.findOneBy(Assessment, { id: invitation.assessmentId }));
      requireOpen(assessment);
      const report = found(await tx.findOneBy(ThirdPartyReport, { invitationId: invitation.id }));
      if (sameContent(content, storedContent(report))) return;
      requireMatch(ifMatch, report.revision);
      refuseFaults(draftFaults(content, invitation.targetRefs));
      const updatedAt = this.clock.instant();
      const revision = report.revision + 1;
      await tx.update(ThirdPartyReport, { invitationId: invitation.id }, { ...content, revision, updatedAt });
      await audit(tx, invitedActor(invitation), {
        at: updatedAt,
        action: 'third_party_report.changed',
        subjectId: assessment.id,
        bodyId: assessment.bodyId,
        data: { invitationId: invitation.id, revision },
      });
    });
    return this.find(invited);
  }

  private async invitation(reader: Reader, { secretHash }: Invited): Promise<Invitation> {
    return found(await openInvitation(reader, secretHash, this.clock.instant()));
  }

  private async open({ id, assessmentId }: Invitation): Promise<void> {
    await this.db.write(async (tx) => {
      const at = this.clock.instant();
      const { affected } = await tx.update(Invitation, { id, openedAt: IsNull() }, { openedAt: at });
      if (affected === 0) return;
      const { bodyId } = found(await tx.findOneBy(Assessment, { id: assessmentId }));
      const entry = { at, action: 'invitation.opened', subjectId: assessmentId, bodyId, data: { invitationId: id } };
      await audit(tx, invitedActor({ id }), entry);
    });
  }

  private async formOf(invitation: Invitation): Promise<ThirdPartyForm> {
    const { read } = this.db;
    const report = found(await read.findOneBy(ThirdPartyReport, { invitationId: invitation.id }));
    const assessment = found(await read.findOneBy(Assessment, { id: invitation.assessmentId }));
    const { documentId, candidateId, bodyId } = assessment;
    const select = { id: true, kind: true, code: true, name: true } as const;
    const document = found(await read.findOne(CompetencyDocument, { where: { id: documentId }, select }));
    const names = await namesOf(read, [candidateId, invitation.invitedBy]);
    const body = found(await read.findOneBy(TrainingBody, { id: bodyId }));
    const statement = report.statement ?? statementOf(body, invitation.locale);
    return {
      invitation,
      report,
      assessment,
      document,
      body,
      candidateName: names.get(candidateId)!,
      inviterName: names.get(invitation.invitedBy)!,
      targets: await read.find(CompetencyItem, {
        where: { documentId, ref: In(invitation.targetRefs) },
        order: { position: 'ASC' },
      }),
      statement,
      contentSha256: report.submittedSha256 ?? contentSha256(invitation, storedContent(report), statement),
    };
  }
}
