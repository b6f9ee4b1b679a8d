import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { found } from '../common/errors.js';
import { Config } from '../config.js';
import { Database } from '../database/database.js';
import { TrainingBody } from '../people/training-body.entity.js';
import { Authorities } from '../signing/authorities.service.js';
import { fromPem } from '../signing/pem.js';
import { isTheft } from '../signing/revocation-reasons.js';
import { SigningCertificate } from '../signing/signing-certificate.entity.js';
import { SigningRevocation } from '../signing/signing-revocation.entity.js';
import { type DidDocument, didDocument, didOf, type SealKey } from './did-web.js';

/** Who the training bodies are, to software that reads credentials. */
@Injectable()
export class DidDocuments {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly authorities: Authorities,
  ) {}

  didOf(bodyId: string): string {
    return didOf(this.config.publicUrl, bodyId);
  }

  /** The body's DID document, with every seal it ever had. Public knowledge; 404 for a body that is not here. */
  async of(bodyId: string): Promise<DidDocument> {
    const body = found(await this.db.read.findOneBy(TrainingBody, { id: bodyId }));
    let seals = await this.seals(body.id);
    if (seals.length === 0) {
      await this.authorities.sealFor(body.id);
      seals = await this.seals(body.id);
    }
    return didDocument(this.didOf(body.id), seals);
  }

  /** A seal that was replaced goes on vouching for what it signed; one whose key was stolen vouches for nothing. */
  private async seals(bodyId: string): Promise<SealKey[]> {
    const rows = await this.db.read.find(SigningCertificate, { where: { bodyId, use: 'seal' }, order: { id: 'ASC' } });
    const certificateId = In(rows.map(({ id }) => id));
    const revocations = await this.db.read.findBy(SigningRevocation, { certificateId });
    const stolen = new Map(revocations.filter((one) => isTheft(one.reason)).map((one) => [one.certificateId, one]));
    return rows.map(({ id, pem }) => ({
      certificate: fromPem('CERTIFICATE', pem)[0]!,
      disownedAt: stolen.get(id)?.revokedAt ?? null,
    }));
  }
}
