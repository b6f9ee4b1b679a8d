import { LessThanOrEqual } from 'typeorm';
import { type Reader, type Tx } from '../database/database.js';
import { DocumentUpgrade } from './document-upgrade.entity.js';

const minute = 60_000;
const day = 24 * 60 * minute;

/** How long to wait after each failed attempt; the last one for ever after. */
const waits = [1, 5, 30, 2 * 60, 6 * 60, 24 * 60].map((minutes) => minutes * minute);

/** For how long a document is its claimer's. Whoever has not said by then what became of it is taken for gone. */
const claimedMs = 10 * minute;

/** So long before the certificate of its newest time stamp ends, a document gets another. */
export const renewedBeforeMs = 30 * day;

const after = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString();

/** Whether any document is to be looked at, asked without waiting for the write gate. */
export function isAnyDue(reader: Reader, at: string): Promise<boolean> {
  return reader.existsBy(DocumentUpgrade, { nextAttemptAt: LessThanOrEqual(at) });
}

/** Takes the document that has been due longest, so that no other instance does; null when there is none. */
export async function claimNext(tx: Tx, at: string): Promise<DocumentUpgrade | null> {
  const due = { nextAttemptAt: LessThanOrEqual(at) };
  const upgrade = await tx.findOne(DocumentUpgrade, {
    where: due,
    order: { nextAttemptAt: 'ASC', documentNumber: 'ASC' },
  });
  if (!upgrade) return null;
  const claim = { attempts: upgrade.attempts + 1, nextAttemptAt: after(at, claimedMs) };
  await tx.update(DocumentUpgrade, { documentNumber: upgrade.documentNumber }, claim);
  return { ...upgrade, ...claim };
}

/** It is where it should be until shortly before its newest time stamp ends. */
export async function markRaised(tx: Tx, { documentNumber }: DocumentUpgrade, until: Date): Promise<void> {
  const nextAttemptAt = new Date(until.getTime() - renewedBeforeMs).toISOString();
  await tx.update(DocumentUpgrade, { documentNumber }, { nextAttemptAt, attempts: 0, lastError: null });
}

/** It is to be looked at again after a while that grows. */
export async function markFailed(tx: Tx, upgrade: DocumentUpgrade, lastError: string, at: string): Promise<void> {
  const { documentNumber, attempts } = upgrade;
  const nextAttemptAt = after(at, waits[Math.min(attempts, waits.length) - 1]!);
  await tx.update(DocumentUpgrade, { documentNumber }, { nextAttemptAt, lastError });
}

/** It is never to be looked at again, and why. */
export async function markEnded(tx: Tx, { documentNumber }: DocumentUpgrade, lastError: string): Promise<void> {
  await tx.update(DocumentUpgrade, { documentNumber }, { nextAttemptAt: null, lastError });
}
