import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { newId } from '../common/ids.js';
import { Config } from '../config.js';
import { Database, type Reader, type Tx } from '../database/database.js';
import { insertRow } from '../database/insert-row.js';
import { Authorities } from '../signing/authorities.service.js';
import { IssuedCredential } from './credential.entity.js';
import { DidDocuments } from './did-documents.service.js';
import { type CredentialInput, type MadeCredential } from './input.js';
import { signCredential } from './jws.js';
import { openBadge } from './open-badge.js';
import { takePlace } from './places.js';
import { statusEntry, statusListUrl } from './status-list-credential.js';
import { type RevocationCause, StatusRevocation } from './status-list.entity.js';

/** Open Badges of the certificates: made before the PDF that they are embedded in, kept with the certificate's row. */
@Injectable()
export class Credentials {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly authorities: Authorities,
    private readonly dids: DidDocuments,
  ) {}

  /**
   * Signs a certificate's credential, outside any write but the short one that takes its place in a status list. One
   * that is never kept costs that place and nothing else. Throws `signing_unavailable` while the seal cannot sign.
   */
  async issue(input: CredentialInput): Promise<MadeCredential> {
    const { body, documentNumber, issuedAt } = input.certificate;
    const signer = await this.authorities.sealFor(body.id);
    const place = await this.db.write((tx) => takePlace(tx, body.id, this.clock.instant()));
    const id = newId();
    const { publicUrl } = this.config;
    const issuer = this.dids.didOf(body.id);
    const status = statusEntry(statusListUrl(publicUrl, body.id, place.list), place.position);
    const salt = randomBytes(16).toString('hex');
    const jwt = await signCredential(signer, issuer, openBadge(input, { id, issuer, publicUrl, status, salt }));
    const { entryId, position: statusListIndex } = place;
    return { id, entryId, bodyId: body.id, documentNumber, jwt, statusListIndex, issuedAt };
  }

  /**
   * Keeps a credential, in the write that keeps the PDF it is embedded in. If its certificate was revoked or superseded
   * in the meantime, `revoke` has to be called after this.
   */
  async keep(tx: Tx, { statusListIndex: _, ...row }: MadeCredential): Promise<void> {
    await insertRow(tx, IssuedCredential, row);
  }

  /** Sets the bit, in the write that ends the certificate. Harmless if it is set, or if there is no credential. */
  async revoke(tx: Tx, documentNumber: string, cause: RevocationCause, revokedAt: string): Promise<void> {
    const credential = await this.of(tx, documentNumber);
    if (!credential || (await tx.existsBy(StatusRevocation, { entryId: credential.entryId }))) return;
    await insertRow(tx, StatusRevocation, { entryId: credential.entryId, cause, revokedAt });
  }

  /** The credential of a certificate; null for one that has none. Who may see it is the certificate's affair. */
  of(reader: Reader, documentNumber: string): Promise<IssuedCredential | null> {
    return reader.findOneBy(IssuedCredential, { documentNumber });
  }
}
