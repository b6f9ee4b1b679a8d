import canonicalize from 'canonicalize';
import { sha256 } from '../common/ids.js';
import { type Actor } from '../common/actor.js';
import { type Reader, type Tx } from '../database/database.js';
import { insertRow } from '../database/insert-row.js';
import { AuditEntry } from './audit-entry.entity.js';

export const genesisHash = '0'.repeat(64);

/** The hash that seals an entry to its place in the chain. */
export function entryHash(entry: Omit<AuditEntry, 'hash'>): string {
  const { seq, at, actorId, action, subjectId, bodyId, data, previousHash } = entry;
  return sha256(canonicalize([seq, at, actorId, action, subjectId, bodyId, data, previousHash])!);
}

/** Adds an entry to the chain, in the transaction that makes the change it tells of. */
export async function audit(
  tx: Tx,
  actor: Pick<Actor, 'userId'>,
  entry: { at: string; action: string; subjectId: string; bodyId?: string | null; data?: object },
): Promise<void> {
  const last = await lastEntry(tx);
  const row = {
    seq: (last?.seq ?? 0) + 1,
    at: entry.at,
    actorId: actor.userId,
    action: entry.action,
    subjectId: entry.subjectId,
    bodyId: entry.bodyId ?? null,
    data: canonicalize(entry.data ?? {})!,
    previousHash: last?.hash ?? genesisHash,
  };
  await insertRow(tx, AuditEntry, { ...row, hash: entryHash(row) });
}

export interface BrokenLink {
  seq: number;
  problem: 'missing' | 'hash' | 'link';
}

/** Walks the whole chain in pages and reports every entry that is missing, changed or not linked to the one before. */
export async function verifyChain(reader: Reader, pageSize = 1000): Promise<{ entries: number; broken: BrokenLink[] }> {
  const broken: BrokenLink[] = [];
  let previous: Pick<AuditEntry, 'seq' | 'hash'> = { seq: 0, hash: genesisHash };
  let entries = 0;
  for (;;) {
    const page = await reader
      .createQueryBuilder(AuditEntry, 'e')
      .where('e.seq > :after', { after: previous.seq })
      .orderBy('e.seq')
      .limit(pageSize)
      .getMany();
    if (page.length === 0) return { entries, broken };
    for (const entry of page) {
      if (entry.seq !== previous.seq + 1) broken.push({ seq: previous.seq + 1, problem: 'missing' });
      else if (entry.previousHash !== previous.hash) broken.push({ seq: entry.seq, problem: 'link' });
      if (entryHash(entry) !== entry.hash) broken.push({ seq: entry.seq, problem: 'hash' });
      previous = entry;
      entries += 1;
    }
  }
}

/** Where the chain ends: whoever keeps this elsewhere can tell later whether its tail was cut off. */
export async function lastEntry(reader: Reader): Promise<Pick<AuditEntry, 'seq' | 'hash'> | undefined> {
  const rows: AuditEntry[] = await reader.sql`SELECT seq, hash FROM audit_entries ORDER BY seq DESC LIMIT 1`;
  return rows[0];
}
