import { audit } from '../audit/audit.js';
import { systemActor } from '../common/actor.js';
import { type Clock } from '../common/clock.js';
import { newId, sha256 } from '../common/ids.js';
import { type Database } from '../database/database.js';
import { type BroughtSeal } from './brought-seal.js';
import { broughtSealsOf, certificateOf, certificateRow } from './certificates.js';
import { type KeyStore } from './key-store.js';
import { certificateToPem } from './pem.js';
import { SigningCertificate } from './signing-certificate.entity.js';
import { SigningRevocation } from './signing-revocation.entity.js';

/** Seals that bodies bring from certificate authorities, in place of the ones that are made here. */
export class BroughtSeals {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly keys: KeyStore,
  ) {}

  /**
   * Makes it the body's seal from now on, in place of one brought before. Answers false where it is that already.
   * What earlier seals signed stays as it is.
   */
  async bring(bodyId: string, { key, certificate, chain, subject }: BroughtSeal): Promise<boolean> {
    const [known] = await broughtSealsOf(this.db.read, bodyId, this.clock.now());
    if (known && Buffer.from(certificateOf(known)).equals(certificate)) return false;
    const id = newId();
    await this.keys.put(id, key);
    const createdAt = this.clock.instant();
    const given = { id, bodyId, use: 'seal', userId: null, issuerId: null, subject, createdAt } as const;
    const row = certificateRow(given, certificate);
    row.pem += chain.map(certificateToPem).join('');
    await this.db.write(async (tx) => {
      for (const { id: certificateId } of await broughtSealsOf(tx, bodyId, this.clock.now())) {
        const revocation = { certificateId, revokedAt: createdAt, reason: 'superseded', revokedBy: null } as const;
        await tx.insert(SigningRevocation, revocation);
      }
      await tx.insert(SigningCertificate, row);
      const about = { subjectId: id, bodyId, data: { certificateSha256: sha256(certificate) } };
      await audit(tx, systemActor, { at: createdAt, action: 'signing.seal_brought', ...about });
    });
    return true;
  }
}
