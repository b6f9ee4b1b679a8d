import { createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { audit } from '../audit/audit.js';
import { systemActor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { found } from '../common/errors.js';
import { newId, sha256 } from '../common/ids.js';
import { Database } from '../database/database.js';
import { TrainingBody } from '../people/training-body.entity.js';
import { certificateOf, standingAuthority } from './certificates.js';
import { KeyMove, type KeyPlace } from './key-move.entity.js';
import { protectKey, unprotectKey } from './key-protection.js';
import { KeyStore } from './key-store.js';
import { fromPem } from './pem.js';
import { type RevocationList } from './revocation-list.entity.js';
import { RevocationLists } from './revocation-lists.service.js';
import { SigningCertificate } from './signing-certificate.entity.js';

/** Days that a root's last list is good for before it leaves: until the yearly ceremony, and a month for being late. */
const longDays = 395;

/** What is wrong with a file that should hold a root's key. */
export class NotThisRoot extends Error {}

/** Takes a root's private key out of the installation and brings it back for ceremonies. */
@Injectable()
export class RootCustody {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly keys: KeyStore,
    private readonly lists: RevocationLists,
  ) {}

  /** The body's root as text: its private key under a passphrase of its own, and its certificate. */
  async exported(bodyId: string, passphrase: string, rounds?: number): Promise<string> {
    const root = await this.rootOf(bodyId);
    const key = await this.keys.reveal(root.id);
    const text = (await protectKey(key, passphrase, rounds)) + root.pem;
    await this.told(root, 'signing.root_exported');
    return text;
  }

  /**
   * Removes the body's root, once the exported text has been seen to hold it. Its list is published for a year before.
   * Everything but a new issuing CA goes on without it. Throws `NotThisRoot`.
   */
  async remove(bodyId: string, text: string, passphrase: string): Promise<RevocationList> {
    const root = await this.rootOf(bodyId);
    await keyIn(text, passphrase, root);
    const list = await this.lists.publish(root, longDays);
    await this.told(root, 'signing.root_removed', 'offline');
    await this.keys.discard(root.id);
    return list;
  }

  /** Brings a root back whose exported text this is. Throws `NotThisRoot`. */
  async import(text: string, passphrase: string): Promise<SigningCertificate> {
    const [certificate] = fromPem('CERTIFICATE', text);
    if (!certificate) throw new NotThisRoot('no certificate');
    const rows = await this.db.read.findBy(SigningCertificate, { use: 'root' });
    const root = rows.find((row) => Buffer.compare(certificateOf(row), certificate) === 0);
    if (!root) throw new NotThisRoot('no root of this installation');
    await this.keys.put(root.id, await keyIn(text, passphrase, root));
    await this.told(root, 'signing.root_imported', 'here');
    return root;
  }

  private async rootOf(id: string): Promise<SigningCertificate> {
    const body = found(await this.db.read.findOneBy(TrainingBody, { id }));
    return found((await standingAuthority(this.db.read, body)).root);
  }

  private async told(root: SigningCertificate, action: string, place?: KeyPlace): Promise<void> {
    const at = this.clock.instant();
    const data = { certificateSha256: sha256(certificateOf(root)) };
    await this.db.write(async (tx) => {
      if (place) await tx.insert(KeyMove, { id: newId(), certificateId: root.id, place, movedAt: at });
      await audit(tx, systemActor, { at, action, subjectId: root.id, bodyId: root.bodyId, data });
    });
  }
}

/** The key in an exported text, if it is the root's. */
async function keyIn(text: string, passphrase: string, root: SigningCertificate): Promise<KeyObject> {
  const key = await unprotectKey(text, passphrase);
  const { publicKey } = new X509Certificate(certificateOf(root));
  if (!createPublicKey(key).equals(publicKey)) throw new NotThisRoot('another key');
  return key;
}
