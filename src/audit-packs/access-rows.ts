import { newId } from '../common/ids.js';
import { type Database } from '../database/database.js';
import { EvidenceAccess } from '../evidence/evidence-access.entity.js';
import { packable, type PackedItem } from './assessment-evidence.js';
import { type AuditPack } from './audit-pack.entity.js';

/**
 * Tells, before their bytes leave the store, whose order took these files, once however often the pack is begun. Who
 * downloads the pack stands in the audit log.
 */
export async function notePacked(
  db: Database,
  { id, requestedBy: userId }: AuditPack,
  items: readonly PackedItem[],
  at: string,
): Promise<void> {
  const assessmentId = items[0]?.item.assessmentId;
  if (!assessmentId) return;
  const via = `audit_pack/${id}`;
  await db.write(async (tx) => {
    const told = await tx.findBy(EvidenceAccess, { assessmentId, via });
    const known = new Set(told.map(({ itemId, fileId }) => `${itemId} ${fileId}`));
    const all = packable(items).map(({ item, row }) => ({ itemId: item.id, fileId: row.id }));
    const untold = all.filter(({ itemId, fileId }) => !known.has(`${itemId} ${fileId}`));
    const rows = untold.map((file): EvidenceAccess => {
      return { id: newId(), assessmentId, ...file, userId, kind: 'download', at, via };
    });
    for (let i = 0; i < rows.length; i += 100) await tx.insert(EvidenceAccess, rows.slice(i, i + 100));
  });
}
