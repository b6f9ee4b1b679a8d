import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Overturned, Overturning } from '../after-verdict/overturning.js';
import { access, accessAfterVerdict } from '../assessments/access.js';
import { audit } from '../audit/audit.js';
import { type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { sha256 } from '../common/ids.js';
import { documentName } from '../competencies/document-name.js';
import { Credentials } from '../credentials/credentials.service.js';
import { Database, type Tx } from '../database/database.js';
import { dropNotices, notify } from '../notices/notify.js';
import { Throttles } from '../auth/throttle.js';
import { Certificate, CertificateDocument, CertificateRevocation } from './certificate.entity.js';
import { type RevokeCertificate } from './certificates.dto.js';

const mailsADay = { failures: 3, windowSeconds: 86_400 };

/** What happens to a certificate once it is issued. */
@Injectable()
export class RevocationsService implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly overturning: Overturning,
    private readonly throttles: Throttles,
    private readonly credentials: Credentials,
  ) {}

  onModuleInit(): void {
    this.overturning.follow((tx, actor, overturned) => this.revokeOverturned(tx, actor, overturned));
  }

  /** Revokes a certificate for good and tells its holder. The same again changes nothing. */
  async revoke(actor: Actor, id: string, { reason, note }: RevokeCertificate): Promise<void> {
    await this.db.write(async (tx) => {
      const certificate = found(await tx.findOneBy(Certificate, { id }));
      await accessAfterVerdict(tx, actor, certificate.assessmentId, 'certify');
      const earlier = await tx.findOneBy(CertificateRevocation, { id });
      if (earlier?.reason === reason && earlier.note === note && earlier.revokedBy === actor.userId) return;
      if (earlier) throw new DomainError('certificate_revoked');
      if (await tx.existsBy(Certificate, { previousId: id })) throw new DomainError('certificate_superseded');
      await this.write(tx, actor, certificate, {
        id,
        reason,
        note,
        revokedBy: actor.userId,
        revokedAt: this.clock.instant(),
      });
    });
  }

  /** Sends the holder where their certificate can be verified, a few times a day. */
  async mail(actor: Actor, id: string): Promise<void> {
    const certificate = found(await this.db.read.findOneBy(Certificate, { id }));
    const { assessmentId, bodyId, candidateId, documentId, number, documentNumber } = certificate;
    await access(this.db.read, actor, assessmentId, 'certify');
    await this.throttles.attempt([{ key: sha256(`certificate-mail:${id}`), ...mailsADay }]);
    await this.db.write(async (tx) => {
      await access(tx, actor, assessmentId, 'certify');
      if (await tx.existsBy(CertificateRevocation, { id })) throw new DomainError('certificate_revoked');
      if (await tx.existsBy(Certificate, { previousId: id })) throw new DomainError('certificate_superseded');
      if (!(await tx.existsBy(CertificateDocument, { id }))) throw new DomainError('certificate_unfinished');
      const at = this.clock.instant();
      const params = { document: await documentName(tx, documentId), number, place: '/certificates' as const };
      const link = `/verify/${documentNumber}` as const;
      await notify(tx, {
        kind: 'certificate_link',
        to: { userId: candidateId },
        bodyId,
        params,
        link,
        causeId: id,
        at,
      });
      const data = { certificateId: id, number };
      await audit(tx, actor, { at, action: 'certificate.mailed', subjectId: assessmentId, bodyId, data });
    });
  }

  /** In the write that upholds an appeal: what rests on the verdict ends with it. */
  private async revokeOverturned(tx: Tx, actor: Actor, { verdictId, documentNumber, at }: Overturned): Promise<void> {
    for (const certificate of await tx.findBy(Certificate, { verdictId })) {
      const { id } = certificate;
      const ended =
        (await tx.existsBy(CertificateRevocation, { id })) || (await tx.existsBy(Certificate, { previousId: id }));
      if (ended) continue;
      const note = documentNumber;
      const row = { id, reason: 'verdict_overturned' as const, note, revokedBy: actor.userId, revokedAt: at };
      await this.write(tx, actor, certificate, row);
    }
  }

  private async write(tx: Tx, actor: Actor, certificate: Certificate, row: CertificateRevocation): Promise<void> {
    const { id, bodyId, assessmentId, candidateId, documentId, number, documentNumber } = certificate;
    const { reason, revokedAt: at } = row;
    await tx.insert(CertificateRevocation, row);
    await this.credentials.revoke(tx, documentNumber, 'revoked', at);
    await dropNotices(tx, id, at);
    const document = await documentName(tx, documentId);
    const params = { document, number, reason, place: '/certificates' as const };
    const to = { userId: candidateId };
    await notify(tx, { kind: 'certificate_revoked', to, bodyId, params, causeId: id, at });
    const data = { certificateId: id, number, documentNumber, reason };
    await audit(tx, actor, { at, action: 'certificate.revoked', subjectId: assessmentId, bodyId, data });
  }
}
