import { Injectable } from '@nestjs/common';
import { Assessment } from '../assessments/assessment.entity.js';
import { deletionsOf } from '../assessments/deletions.js';
import { dateIn } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { sha256 } from '../common/ids.js';
import { CompetencyDocument } from '../competencies/competency-document.entity.js';
import { Config } from '../config.js';
import { Database } from '../database/database.js';
import { type VerdictRecord } from '../documents/record.js';
import { TrainingBody } from '../people/training-body.entity.js';
import { clientNetwork } from '../auth/client-network.js';
import { Throttles } from '../auth/throttle.js';
import { Verdict } from '../verdicts/verdict.entity.js';
import { readNumber } from './number.js';
import { type VerificationView } from './verification.view.js';

type Subject = Pick<VerdictRecord, 'decidedOn'> & {
  unit: VerificationView['unit'];
  body: { id: string; name: string };
};

/** The public side: whoever holds a document number may compare, and learns nothing else. */
@Injectable()
export class VerificationService {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly throttles: Throttles,
  ) {}

  /**
   * What the register says of a number. Only a number that is not there counts against the address, so that a school
   * behind one address may scan all it holds. Throws `not_found`, and `throttled` for who has guessed too often.
   */
  async verify(address: string, typed: string): Promise<VerificationView> {
    const documentNumber = found(readNumber(typed));
    const verdict = await this.db.read.findOneBy(Verdict, { documentNumber });
    if (!verdict) {
      const key = sha256(`verify:${clientNetwork(address)}`);
      await this.throttles.attempt([{ key, failures: 60, windowSeconds: 60 }]);
      throw new DomainError('not_found');
    }
    const deletion = verdict.record === '' ? await this.deletionOf(verdict) : null;
    const { unit, body, decidedOn } = deletion
      ? await this.subjectOf(verdict)
      : (JSON.parse(verdict.record) as VerdictRecord);
    const { code, version, edition, name } = unit;
    return {
      documentNumber,
      issuedBy: body.name,
      unit: { code, version, edition, name },
      outcome: deletion ? null : verdict.outcome,
      decidedOn,
      pdfSha256: verdict.pdfSha256,
      signerSha256: verdict.signerSha256,
      rootCertificate: `${this.config.publicUrl}/api/training-bodies/${body.id}/trust/root.pem`,
      deletion,
    };
  }

  private async deletionOf({ assessmentId }: Verdict): Promise<VerificationView['deletion']> {
    const deletions = await deletionsOf(this.db.read, assessmentId);
    const { deletedAt, rule, sha256: hash } = found(deletions.find(({ kind }) => kind === 'register'));
    return { on: dateIn(deletedAt), rule, sha256: hash };
  }

  /** What the assessment still tells of a verdict whose record is gone. */
  private async subjectOf({ assessmentId, decidedAt }: Verdict): Promise<Subject> {
    const { bodyId, documentId } = (await this.db.read.findOneBy(Assessment, { id: assessmentId }))!;
    const { name } = (await this.db.read.findOneBy(TrainingBody, { id: bodyId }))!;
    const select = { code: true, version: true, edition: true, name: true } as const;
    const unit = (await this.db.read.findOne(CompetencyDocument, { where: { id: documentId }, select }))!;
    return { unit, body: { id: bodyId, name }, decidedOn: dateIn(decidedAt) };
  }
}
