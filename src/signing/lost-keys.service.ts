import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { audit } from '../audit/audit.js';
import { systemActor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { newId } from '../common/ids.js';
import { Database } from '../database/database.js';
import { placesOf } from './certificates.js';
import { type FileKeyStore } from './file-key-store.js';
import { KeyMove } from './key-move.entity.js';
import { SigningCertificate } from './signing-certificate.entity.js';

export interface SetAside {
  folder: string;
  keys: number;
  /** Bodies whose root is kept elsewhere: brought back, it makes them a new issuing CA, and holders trust it already. */
  offlineRoots: SigningCertificate[];
}

/** Puts aside what a lost passphrase has locked, so that there can be a new beginning. */
@Injectable()
export class LostKeys {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly keys: FileKeyStore,
  ) {}

  /**
   * Puts aside every key file that cannot be opened. Nothing is deleted: a passphrase that turns up again still opens
   * them. Keys without a file are lost too, unless there is a token that may have them. Null: there is nothing to do.
   */
  async setAside({ token }: { token: boolean }): Promise<SetAside | null> {
    const rows = await this.db.read.find(SigningCertificate, { order: { id: 'ASC' } });
    const places = await placesOf(
      this.db.read,
      rows.map(({ id }) => id),
    );
    const locked: SigningCertificate[] = [];
    for (const row of rows) {
      if ((places.get(row.id) ?? 'here') !== 'here' || (token && !(await this.keys.has(row.id)))) continue;
      if (!(await this.keys.opens(row.id))) locked.push(row);
    }
    if (locked.length === 0) return null;
    const at = this.clock.instant();
    const folder = `set-aside-${at.slice(0, 19).replaceAll(':', '')}`;
    const ids = locked.map(({ id }) => id);
    // The files first: called again after a crash, it finds the keys missing and goes on from there.
    await this.keys.setAside(ids, folder);
    await this.db.write(async (tx) => {
      const moves = ids.map((certificateId) => ({
        id: newId(),
        certificateId,
        place: 'set_aside' as const,
        movedAt: at,
      }));
      for (let i = 0; i < moves.length; i += 100) await tx.insert(KeyMove, moves.slice(i, i + 100));
      const data = { keys: locked.length, folder };
      await audit(tx, systemActor, { at, action: 'signing.keys_set_aside', subjectId: folder, data });
    });
    const bodies = [...new Set(locked.map(({ bodyId }) => bodyId))];
    const roots = await this.db.read.findBy(SigningCertificate, { use: 'root', bodyId: In(bodies) });
    return { folder, keys: locked.length, offlineRoots: roots.filter(({ id }) => places.get(id) === 'offline') };
  }
}
