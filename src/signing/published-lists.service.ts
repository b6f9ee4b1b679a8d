import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { DomainError, found } from '../common/errors.js';
import { Database } from '../database/database.js';
import { TrainingBody } from '../people/training-body.entity.js';
import { Authorities } from './authorities.service.js';
import { standingAuthority } from './certificates.js';
import { listBytes, RevocationLists } from './revocation-lists.service.js';
import { SigningCertificate } from './signing-certificate.entity.js';

/** Revocation lists as anybody may fetch them. */
@Injectable()
export class PublishedLists {
  constructor(
    private readonly db: Database,
    private readonly authorities: Authorities,
    private readonly lists: RevocationLists,
  ) {}

  /** The list of the body's present root or issuing CA, as DER. */
  async of(bodyId: string, use: 'root' | 'issuing'): Promise<Buffer> {
    const body = found(await this.db.read.findOneBy(TrainingBody, { id: bodyId }));
    const standing = await standingAuthority(this.db.read, body);
    return this.bytes(standing[use] ?? (await this.authorities.authority(bodyId))[use]);
  }

  /** The list of any root or issuing CA the body ever had, as DER. */
  async ofIssuer(bodyId: string, id: string): Promise<Buffer> {
    const wanted = { id, bodyId, use: In(['root', 'issuing']) };
    return this.bytes(found(await this.db.read.findOneBy(SigningCertificate, wanted)));
  }

  private async bytes(issuer: SigningCertificate): Promise<Buffer> {
    const list = await this.lists.current(issuer);
    if (!list) throw new DomainError('signing_unavailable');
    return listBytes(list);
  }
}
