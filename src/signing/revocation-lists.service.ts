import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { DomainError } from '../common/errors.js';
import { newId } from '../common/ids.js';
import { Database } from '../database/database.js';
import { certificateOf } from './certificates.js';
import { makeCrl } from './crl.js';
import { KeyStore } from './key-store.js';
import { fromPem, toPem } from './pem.js';
import { RevocationList } from './revocation-list.entity.js';
import { SigningCertificate } from './signing-certificate.entity.js';
import { SigningRevocation } from './signing-revocation.entity.js';

const label = 'X509 CRL';
/** Days that a list is good for; it is made anew from the middle of them on. */
const customaryDays = 7;
const day = 86_400_000;

/** The lists on which an authority publishes what it revoked (RFC 5280 §5). */
@Injectable()
export class RevocationLists {
  private readonly making = new Map<string, Promise<RevocationList>>();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly keys: KeyStore,
  ) {}

  /** The newest list of an issuer, made anew where it is due; the old one where the issuer's key cannot be used. */
  async current(issuer: SigningCertificate): Promise<RevocationList | null> {
    const newest = await this.newest(issuer);
    if (newest && !(await this.isDue(issuer, newest))) return newest;
    return this.publish(issuer).catch((error: unknown) => {
      if (error instanceof DomainError && error.code === 'signing_unavailable') return newest;
      throw error;
    });
  }

  /** Publishes a list at once. Throws `signing_unavailable` while the issuer's key cannot be opened. */
  publish(issuer: SigningCertificate, days = customaryDays): Promise<RevocationList> {
    const making = this.making.get(issuer.id) ?? this.make(issuer, days).finally(() => this.making.delete(issuer.id));
    this.making.set(issuer.id, making);
    return making;
  }

  /** The newest list as it was published, or null. */
  newest({ id: issuerId }: Pick<SigningCertificate, 'id'>): Promise<RevocationList | null> {
    return this.db.read.findOne(RevocationList, { where: { issuerId }, order: { number: 'DESC' } });
  }

  private async isDue(issuer: SigningCertificate, { nextUpdate, revoked }: RevocationList): Promise<boolean> {
    const left = Date.parse(nextUpdate) - this.clock.now().getTime();
    return left < (customaryDays / 2) * day || revoked !== (await this.revokedBy(issuer)).length;
  }

  private async make(issuer: SigningCertificate, days: number): Promise<RevocationList> {
    const key = await this.keys.open(issuer.id);
    const rows = await this.revokedBy(issuer);
    const newest = await this.newest(issuer);
    const number = (newest?.number ?? 0) + 1;
    const thisUpdate = this.clock.now();
    const nextUpdate = new Date(thisUpdate.getTime() + days * day);
    const revoked = rows.map(({ pem, reason, revokedAt }) => ({
      certificate: certificateOf({ pem }),
      reason,
      at: new Date(revokedAt),
    }));
    const content = { number, thisUpdate, nextUpdate, revoked };
    const der = await makeCrl({ certificate: certificateOf(issuer), key }, content);
    const times = { thisUpdate: thisUpdate.toISOString(), nextUpdate: nextUpdate.toISOString() };
    const list = { id: newId(), issuerId: issuer.id, number, ...times, revoked: rows.length, pem: toPem(label, der) };
    const taken = await this.db.write(async (tx) => {
      const other = await tx.findOneBy(RevocationList, { issuerId: issuer.id, number });
      if (!other) await tx.insert(RevocationList, list);
      return other;
    });
    // Another instance was quicker; what it had not seen yet shows in the count.
    if (!taken) return list;
    return taken.revoked < rows.length ? this.make(issuer, days) : taken;
  }

  private revokedBy({ id }: SigningCertificate): Promise<(Pick<SigningCertificate, 'pem'> & SigningRevocation)[]> {
    return this.db.read
      .createQueryBuilder()
      .select(['c.pem AS "pem"', 'r.reason AS "reason"', 'r.revoked_at AS "revokedAt"'])
      .from(SigningRevocation, 'r')
      .innerJoin(SigningCertificate, 'c', 'c.id = r.certificateId')
      .where('c.issuerId = :id', { id })
      .orderBy('r.certificateId')
      .getRawMany();
  }
}

/** A list as its bytes. */
export const listBytes = ({ pem }: RevocationList): Buffer => fromPem(label, pem)[0]!;
