import { Injectable } from '@nestjs/common';
import { audit } from '../audit/audit.js';
import { type Actor, type Role, systemActor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { sha256 } from '../common/ids.js';
import { Database } from '../database/database.js';
import { TrainingBody } from '../people/training-body.entity.js';
import { Authorities } from './authorities.service.js';
import { certificateOf, issuersOf, type RegisteredAuthority, sealInUse } from './certificates.js';
import { Certification } from './certification.service.js';
import { RevocationLists } from './revocation-lists.service.js';
import { isTheft, type RevocationReason } from './revocation-reasons.js';
import { SigningCertificate } from './signing-certificate.entity.js';
import { SigningRevocation } from './signing-revocation.entity.js';

/** Whoever may come to sign something: verdicts, decisions on appeals. */
const signingRoles: Role[] = ['administrator', 'officer', 'assessor', 'verifier'];
/** An issuing CA is replaced while what it issues still gets a good part of its years. */
const issuingRenewal = 365 * 86_400_000;

export interface Revocation {
  row: SigningCertificate;
  /** False: it had been revoked before. */
  done: boolean;
  /** Whether the list that names it is published; false while the issuer's key is away. */
  published: boolean;
}

/** Keys that come and go: revoked, replaced, renewed. */
@Injectable()
export class KeyLife {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly authorities: Authorities,
    private readonly certification: Certification,
    private readonly lists: RevocationLists,
  ) {}

  /**
   * Revokes a certificate once and for all, and publishes the list that says so. A root is on no list: where it was
   * stolen it is not handed out as trusted any more, and for other reasons it is refused (`forbidden`).
   */
  async revoke(actor: Actor, id: string, reason: RevocationReason): Promise<Revocation> {
    const row = found(await this.db.read.findOneBy(SigningCertificate, { id }));
    if (row.use === 'root' && !isTheft(reason)) throw new DomainError('forbidden');
    const now = this.clock.instant();
    const earlier = await this.db.write(async (tx) => {
      const standing = await tx.findOneBy(SigningRevocation, { certificateId: id });
      if (standing) return standing;
      const revokedBy = actor === systemActor ? null : actor.userId;
      await tx.insert(SigningRevocation, { certificateId: id, revokedAt: now, reason, revokedBy });
      const data = { reason, certificateSha256: sha256(certificateOf(row)) };
      const about = { subjectId: id, bodyId: row.bodyId, data };
      await audit(tx, actor, { at: now, action: 'signing.certificate_revoked', ...about });
      return null;
    });
    // A brought seal is on its own authority's list, once the body has told that authority.
    if (row.issuerId === null) return { row, done: !earlier, published: true };
    const issuer = (await this.db.read.findOneBy(SigningCertificate, { id: row.issuerId }))!;
    const list = await this.lists.current(issuer);
    const published = !!list && list.thisUpdate >= (earlier?.revokedAt ?? now);
    return { row, done: !earlier, published };
  }

  /** Another issuing CA under the root; what the old one issued stays valid, and is renewed when next used. */
  async rotateIssuing(bodyId: string): Promise<RegisteredAuthority> {
    const { root, issuing } = await this.authorities.authority(bodyId);
    return this.certification.makeIssuing(await this.body(bodyId), root, issuing);
  }

  /**
   * Another seal in place of the present one, which is revoked, whether or not its key can be opened. Where the list
   * that says so has to wait, so has the new seal.
   */
  async rotateSeal(bodyId: string, reason: RevocationReason = 'superseded'): Promise<Revocation> {
    const body = await this.body(bodyId);
    const inUse = (): Promise<SigningCertificate | null> => sealInUse(this.db.read, body, this.clock.now());
    let seal = await inUse();
    if (!seal) {
      await this.authorities.sealFor(bodyId);
      seal = found(await inUse());
    }
    const revoked = await this.revoke(systemActor, seal.id, reason);
    if (revoked.published) await this.authorities.sealFor(bodyId);
    return revoked;
  }

  /** A stolen issuing CA is revoked by the root and replaced. Everything it issued is worth nothing from now on. */
  async replaceIssuing(bodyId: string): Promise<Revocation> {
    const { issuing } = await this.authorities.authority(bodyId);
    const revoked = await this.revoke(systemActor, issuing.id, 'cACompromise');
    // With the root away there is none until it comes back: better no signature than one by a thief.
    if (revoked.published) await this.authorities.authority(bodyId);
    return revoked;
  }

  /** For a stolen root: the body gets another authority, and hands the old root out no more. */
  async replaceRoot(bodyId: string): Promise<Revocation> {
    const { root } = await this.authorities.authority(bodyId);
    const revoked = await this.revoke(systemActor, root.id, 'keyCompromise');
    await this.authorities.authority(bodyId);
    return revoked;
  }

  /** Makes a body's authority, its issuing CA and its seal where they are missing or near their end. */
  async renew(bodyId: string): Promise<void> {
    const { issuing } = await this.authorities.authority(bodyId);
    const left = Date.parse(issuing.notAfter) - this.clock.now().getTime();
    if (left < issuingRenewal) await this.rotateIssuing(bodyId);
    await this.authorities.sealFor(bodyId);
  }

  /** Publishes the lists of a body that are due. Answers how many there are that could not be, and end. */
  async renewLists(bodyId: string): Promise<number> {
    let ended = 0;
    for (const issuer of await issuersOf(this.db.read, await this.body(bodyId))) {
      const list = await this.lists.current(issuer);
      if (!list || Date.parse(list.nextUpdate) < this.clock.now().getTime()) ended += 1;
    }
    return ended;
  }

  /**
   * Revokes the certificates of people who left their body. It runs now and then, not when a membership ends: whoever
   * left can reach nothing that signs, and `people` knows nothing of keys. Answers how many.
   */
  async revokeLeavers(): Promise<number> {
    const now = this.clock.instant();
    const rows = await this.db.read
      .createQueryBuilder(SigningCertificate, 'c')
      .where("c.use = 'assessor' AND c.notAfter > :now", { now })
      .andWhere('NOT EXISTS (SELECT 1 FROM signing_revocations r WHERE r.certificate_id = c.id)')
      .andWhere(
        `NOT EXISTS (SELECT 1 FROM memberships m WHERE m.user_id = c.user_id AND m.body_id = c.body_id
          AND m.ended_at IS NULL AND m.role IN (:...roles))`,
        { roles: signingRoles },
      )
      .getMany();
    for (const { id } of rows) await this.revoke(systemActor, id, 'cessationOfOperation');
    return rows.length;
  }

  private async body(id: string): Promise<TrainingBody> {
    return found(await this.db.read.findOneBy(TrainingBody, { id }));
  }
}
