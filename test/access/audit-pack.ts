import { Readable } from 'node:stream';
import { AuditPack, type PackState } from '../../src/audit-packs/audit-pack.entity.js';
import { Packer } from '../../src/audit-packs/packer.js';
import { freshPack } from '../../src/audit-packs/queue.js';
import { newId } from '../../src/common/ids.js';
import { FileStore } from '../../src/files/file-store.js';
import { insertAll } from '../factories/assessment.js';
import { type Stage } from './stage.js';

/** What was ordered in the background changes nothing any more. */
export async function packsMade({ world }: Stage): Promise<void> {
  await world.app.get(Packer).work();
}

/** A pack of the home body's with nobody in it. */
export async function auditPack(stage: Stage, state: PackState = 'done'): Promise<string> {
  await packsMade(stage);
  const { world, db, cast } = stage;
  const { sha256, size } = await world.app.get(FileStore).put(Readable.from([Buffer.from('PK')]), { maxBytes: 10 });
  const criteria = { cohort: '沒有這一梯', documentId: null, from: '2026-01-01', to: '2026-01-31', withFiles: false };
  const at = '2026-02-01T00:00:00.000Z';
  const ordered = { id: newId(), bodyId: cast.home, criteria, requestedBy: cast.ids.officer, requestedAt: at };
  const file = { sha256, fileSha256: sha256, bytes: size, finishedAt: at, expiresAt: '2999-01-01T00:00:00.000Z' };
  await db.write((tx) => insertAll(tx, AuditPack, [{ ...freshPack, ...ordered, ...file, state }]));
  return ordered.id;
}
