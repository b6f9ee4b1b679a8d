import { Injectable, Logger } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { access } from '../assessments/access.js';
import { refuseDeleted } from '../assessments/deletions.js';
import { type Actor } from '../common/actor.js';
import { DomainError, found } from '../common/errors.js';
import { newId } from '../common/ids.js';
import { afterKey, type Page, pageOf, type PageQuery } from '../common/paging.js';
import { IssuedCredential } from '../credentials/credential.entity.js';
import { Database, type Tx } from '../database/database.js';
import { type Locale } from '../i18n/i18n.js';
import { canEnrol, canSeeBody } from '../people/people.policy.js';
import { Authorities } from '../signing/authorities.service.js';
import { Certificate, CertificateDocument, CertificateRevocation } from './certificate.entity.js';
import { type CertificatesQuery, type IssueCertificate, type ReissueCertificate } from './certificates.dto.js';
import { Maker } from './maker.js';
import { certificatesOf, recordOf, type WholeCertificate, wholeCertificates } from './queries.js';
import { type Application, Registrar } from './registrar.js';

export interface Entered {
  certificate: WholeCertificate;
  created: boolean;
}

@Injectable()
export class CertificatesService {
  private readonly logger = new Logger('Certificates');

  constructor(
    private readonly db: Database,
    private readonly registrar: Registrar,
    private readonly maker: Maker,
    private readonly authorities: Authorities,
  ) {}

  /** Issues the certificate of an assessment. The same again answers what is there. Source: domain.md P10. */
  async issue(actor: Actor, assessmentId: string, input: IssueCertificate, locale: Locale): Promise<Entered> {
    const { assessment } = await access(this.db.read, actor, assessmentId, 'certify');
    const { id = newId(), birthDate = null, maskedId = null } = input;
    const application = { id, holder: { birthDate, maskedId }, previous: null, batchId: null };
    const same = (earlier: Certificate): boolean => {
      return earlier.assessmentId === assessmentId && earlier.previousId === null && saysOf(earlier, application);
    };
    return this.enter(id, assessment.bodyId, same, (tx) => {
      return this.registrar.enter(tx, actor, assessmentId, application, locale);
    });
  }

  /** Issues another in the place of one, which is superseded by it, under a number of its own. */
  async reissue(actor: Actor, previousId: string, input: ReissueCertificate, locale: Locale): Promise<Entered> {
    const { certificate } = await this.find(actor, previousId);
    const { assessmentId, bodyId } = certificate;
    await access(this.db.read, actor, assessmentId, 'certify');
    const { id = newId(), reason, note } = input;
    const printed = recordOf(certificate)?.holder;
    const { birthDate = printed?.birthDate ?? null, maskedId = printed?.maskedId ?? null } = input;
    const application: Application = {
      ...{ id, batchId: null },
      holder: { birthDate, maskedId },
      previous: { certificate, reason, note },
    };
    const same = (earlier: Certificate): boolean => {
      return earlier.previousId === previousId && saysOf(earlier, application);
    };
    return this.enter(id, bodyId, same, async (tx) => {
      if (await tx.existsBy(CertificateRevocation, { id: previousId })) throw new DomainError('certificate_revoked');
      if (await tx.existsBy(Certificate, { previousId })) throw new DomainError('certificate_superseded');
      return this.registrar.enter(tx, actor, assessmentId, application, locale);
    });
  }

  /** A certificate with what became of it, for whoever may see what the assessment came to. */
  async find(actor: Actor, id: string): Promise<WholeCertificate> {
    const certificate = found(await this.db.read.findOneBy(Certificate, { id }));
    await access(this.db.read, actor, certificate.assessmentId, 'see_judgements');
    if (certificate.record === '') await refuseDeleted(this.db.read, certificate.assessmentId, 'register');
    return this.whole(certificate);
  }

  /** The signed PDF, once it is made. */
  async document(
    actor: Actor,
    id: string,
  ): Promise<CertificateDocument & Pick<Certificate, 'documentNumber' | 'record'>> {
    const { certificate, document } = await this.find(actor, id);
    if (!document) throw new DomainError('certificate_unfinished');
    const { documentNumber, record } = certificate;
    return { ...document, documentNumber, record };
  }

  /** The certificate as a machine reads it, once it is made. */
  async credential(actor: Actor, id: string): Promise<IssuedCredential> {
    const { documentNumber } = await this.document(actor, id);
    return found(await this.db.read.findOneBy(IssuedCredential, { documentNumber }));
  }

  /** The body's register, the newest number first. */
  async list(actor: Actor, bodyId: string, query: CertificatesQuery): Promise<Page<WholeCertificate>> {
    if (!canSeeBody(actor, bodyId)) throw new DomainError('not_found');
    if (!canEnrol(actor, bodyId)) throw new DomainError('forbidden');
    const rows = certificatesOf(this.db.read, bodyId, query);
    const before = afterKey(query);
    if (before) rows.andWhere('c.number < :before', { before });
    const certificates = await rows
      .orderBy('c.number', 'DESC')
      .limit(query.limit + 1)
      .getMany();
    const page = pageOf(certificates, query.limit, ({ number }) => number);
    return { ...page, items: await wholeCertificates(this.db.read, page.items) };
  }

  /** The actor's own, at every body, the newest first. */
  async mine({ userId: candidateId }: Actor, query: PageQuery): Promise<Page<WholeCertificate>> {
    const before = afterKey(query);
    const rows = await this.db.read.find(Certificate, {
      where: { candidateId, ...(before && { id: LessThan(before) }) },
      order: { id: 'DESC' },
      take: query.limit + 1,
    });
    const page = pageOf(rows, query.limit, ({ id }) => id);
    return { ...page, items: await wholeCertificates(this.db.read, page.items) };
  }

  /**
   * The number is taken in one write; the document is made after it. Keys that do not open are told before a number is
   * taken, and a document that fails for any other reason is made later by whoever comes by (`Finisher`).
   */
  private async enter(
    id: string,
    bodyId: string,
    same: (earlier: Certificate) => boolean,
    work: (tx: Tx) => Promise<Certificate>,
  ): Promise<Entered> {
    await this.authorities.sealFor(bodyId);
    const { certificate, created } = await this.db.write(async (tx) => {
      const earlier = await tx.findOneBy(Certificate, { id });
      if (earlier && same(earlier)) return { certificate: earlier, created: false };
      if (earlier) throw new DomainError('already_exists');
      return { certificate: await work(tx), created: true };
    });
    await this.maker.make(certificate).catch((error: unknown) => {
      this.logger.error({ err: error }, `the document of certificate ${id} was not made yet`);
    });
    return { certificate: await this.whole(certificate), created };
  }

  private async whole(certificate: Certificate): Promise<WholeCertificate> {
    return (await wholeCertificates(this.db.read, [certificate]))[0]!;
  }
}

/** Whether a certificate prints what is asked for now. */
function saysOf(earlier: Certificate, { holder, previous }: Application): boolean {
  const record = recordOf(earlier);
  return (
    record?.holder.birthDate === holder.birthDate &&
    record.holder.maskedId === holder.maskedId &&
    (record.replaces?.reason ?? null) === (previous?.note ?? null) &&
    earlier.reissueReason === (previous?.reason ?? null)
  );
}
