import { Injectable } from '@nestjs/common';
import { evaluateAfter } from '../after-verdict/evaluate-after.js';
import { type AfterFacts } from '../after-verdict/facts.js';
import { loadAfterFacts } from '../after-verdict/load-after-facts.js';
import { accessAfterVerdict } from '../assessments/access.js';
import { refuseDeleted } from '../assessments/deletions.js';
import { audit } from '../audit/audit.js';
import { type Actor } from '../common/actor.js';
import { Clock, dateIn } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { Credentials } from '../credentials/credentials.service.js';
import { type Tx } from '../database/database.js';
import { type CertificateHolder } from '../documents/certificate-record.js';
import { canonicalJson } from '../documents/record.js';
import { defaultLocale, type Locale } from '../i18n/i18n.js';
import { TrainingBody } from '../people/training-body.entity.js';
import { User } from '../people/user.entity.js';
import { findingView } from '../sufficiency/coverage.view.js';
import { templateInForce } from '../templates/in-force.js';
import { SignedDocuments } from '../verdicts/signed-documents.js';
import { Verdict } from '../verdicts/verdict.entity.js';
import { Certificate, type ReissueReason } from './certificate.entity.js';
import { certificateRecord } from './record.js';
import { certificateNumber, nextSerial } from './serial.js';

/** What a certificate is asked for with. */
export interface Application {
  id: string;
  holder: Pick<CertificateHolder, 'birthDate' | 'maskedId'>;
  /** The one that it takes the place of. */
  previous: { certificate: Certificate; reason: ReissueReason; note: string } | null;
  batchId: string | null;
}

/** Writes certificates into the register. */
@Injectable()
export class Registrar {
  constructor(
    private readonly clock: Clock,
    private readonly documents: SignedDocuments,
    private readonly credentials: Credentials,
  ) {}

  /**
   * Gives the assessment's certificate its number and its words, or refuses with what stands in the way. Once the write
   * is committed the certificate exists, whatever happens to the server; its document follows. Source: domain.md P10.
   */
  async enter(
    tx: Tx,
    actor: Actor,
    assessmentId: string,
    { id, holder, previous, batchId }: Application,
    locale: Locale = defaultLocale,
  ): Promise<Certificate> {
    const { assessment } = await accessAfterVerdict(tx, actor, assessmentId, 'certify');
    const { bodyId, candidateId, documentId } = assessment;
    await refuseDeleted(tx, assessmentId, 'register');
    const verdict = found(await tx.findOneBy(Verdict, { assessmentId }));
    const at = this.clock.instant();
    const facts = await loadAfterFacts(tx, verdict.id, at);
    refuse(previous ? without(facts, previous.certificate) : facts, locale);
    const year = Number(dateIn(at).slice(0, 4));
    const serial = await nextSerial(tx, bodyId, year);
    const number = certificateNumber(year, serial);
    const { name } = found(await tx.findOneBy(User, { id: candidateId }));
    const body = found(await tx.findOneBy(TrainingBody, { id: bodyId }));
    const { template, content } = await templateInForce(tx, bodyId, 'certificate');
    const reference = this.documents.newReference(at);
    const record = certificateRecord(
      {
        verdict,
        body: { id: body.id, name: body.name },
        representative: content.representative,
        template,
        holder: { id: candidateId, name, ...holder },
        certificateNumber: number,
        issuedAt: at,
        replaces: previous && replaced(previous),
      },
      reference,
    );
    const row: Certificate = {
      ...{ id, bodyId, assessmentId, verdictId: verdict.id, candidateId, documentId, year, serial, number, batchId },
      documentNumber: reference.documentNumber,
      holderName: name,
      record: canonicalJson(record),
      issuedBy: actor.userId,
      issuedAt: at,
      previousId: previous?.certificate.id ?? null,
      reissueReason: previous?.reason ?? null,
    };
    await tx.insert(Certificate, row);
    if (previous) await this.credentials.revoke(tx, previous.certificate.documentNumber, 'superseded', at);
    const data = {
      ...{ certificateId: id, number, documentNumber: row.documentNumber, verdictId: verdict.id },
      ...(previous && { previousId: row.previousId, reason: previous.reason }),
    };
    await audit(tx, actor, { at, action: 'certificate.numbered', subjectId: assessmentId, bodyId, data });
    return row;
  }
}

function refuse(facts: AfterFacts, locale: Locale): void {
  const { certificateRefused } = evaluateAfter(facts);
  if (certificateRefused.length === 0) return;
  const details = certificateRefused.map((finding) => ({ ...findingView(finding, locale), subject: finding.subject }));
  throw new DomainError('certificate_refused', { count: details.length }, { details });
}

/** What is replaced stands in nobody's way. */
function without(facts: AfterFacts, { number }: Certificate): AfterFacts {
  return { ...facts, certificates: facts.certificates.filter((one) => one.number !== number) };
}

const replaced = ({ certificate, note }: NonNullable<Application['previous']>) => ({
  certificateNumber: certificate.number,
  documentNumber: certificate.documentNumber,
  reason: note,
});
