import { IsNull, LessThanOrEqual } from 'typeorm';
import { type Reader, type Tx } from '../database/database.js';
import { type Letter } from './letters.js';
import { Notice } from './notice.entity.js';

const minute = 60_000;

/** How long to wait after each failed attempt; after the last one a notice has failed, until somebody resends it. */
const waits = [1, 5, 30, 2 * 60, 6 * 60, 24 * 60, 24 * 60].map((minutes) => minutes * minute);
export const mostAttempts = waits.length + 1;

/** For how long a notice is its claimer's. Whoever has not said by then what became of it is taken for gone. */
const claimedMs = 5 * minute;

const after = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString();

export async function isAnyDue(reader: Reader, at: string): Promise<boolean> {
  return reader.existsBy(Notice, { nextAttemptAt: LessThanOrEqual(at) });
}

/**
 * Takes the notice that has been due longest, so that no other instance sends it too: the attempt is counted before it
 * is made. What is too old is dropped instead, and what nobody survived sending is given up.
 */
export async function claimNext(tx: Tx, at: string, domain: string): Promise<Notice | null> {
  for (;;) {
    const notice = await tx.findOne(Notice, {
      where: { nextAttemptAt: LessThanOrEqual(at) },
      order: { nextAttemptAt: 'ASC', id: 'ASC' },
    });
    if (!notice) return null;
    const { id, attempts } = notice;
    if (notice.expiresAt <= at) {
      await dropExpired(tx, at, id);
    } else if (attempts >= mostAttempts) {
      await tx.update(Notice, { id }, { nextAttemptAt: null, lastError: 'EINTERRUPTED' });
    } else {
      const messageId = notice.messageId ?? `<${id}@${domain}>`;
      const claim = { attempts: attempts + 1, nextAttemptAt: after(at, claimedMs), messageId };
      await tx.update(Notice, { id }, claim);
      return { ...notice, ...claim };
    }
  }
}

/** It has gone out. Where it went is kept as it was; its secret is not. */
export async function markSent(tx: Tx, id: string, { email, name, locale, params }: Letter, at: string): Promise<void> {
  const gone = { sentAt: at, nextAttemptAt: null, lastError: null, link: null };
  await tx.update(Notice, { id, sentAt: IsNull() }, { ...gone, email, name, locale, params });
}

/** It has nothing left to say. */
export async function markDropped(tx: Tx, id: string, at: string): Promise<void> {
  await tx.sql`
    UPDATE notices SET dropped_at = ${at}, next_attempt_at = NULL, link = NULL
    WHERE id = ${id} AND sent_at IS NULL AND dropped_at IS NULL`;
}

/** It did not go out. What was dropped or sent meanwhile stays so. */
export async function markRefused(
  tx: Tx,
  { id, attempts }: Pick<Notice, 'id' | 'attempts'>,
  { code, final }: { code: string; final: boolean },
  at: string,
): Promise<void> {
  const wait = final ? undefined : waits[attempts - 1];
  await tx.sql`
    UPDATE notices SET last_error = ${code}, next_attempt_at = ${wait === undefined ? null : after(at, wait)}
    WHERE id = ${id} AND sent_at IS NULL AND dropped_at IS NULL`;
}

/** Drops what is of no use any more, and with it its secret: one notice, or all. */
export async function dropExpired(tx: Tx, at: string, id: string | null = null): Promise<void> {
  await tx.sql`
    UPDATE notices SET dropped_at = ${at}, next_attempt_at = NULL, link = NULL
    WHERE sent_at IS NULL AND dropped_at IS NULL AND expires_at <= ${at} AND id = COALESCE(${id}, id)`;
}
