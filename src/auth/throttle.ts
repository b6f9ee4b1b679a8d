import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { DomainError } from '../common/errors.js';
import { sha256 } from '../common/ids.js';
import { Database, type Tx } from '../database/database.js';
import { clientNetwork } from './client-network.js';
import { Throttle } from './throttle.entity.js';

/** How many failures a key may gather in a window before it has to wait for the window's end. */
export interface Limit {
  key: string;
  failures: number;
  windowSeconds: number;
}

/**
 * Guessing limits that every instance shares through the database.
 * One account is held from one address early and from everywhere late, so that a stranger cannot lock a person out
 * with a handful of attempts; one address is held whatever accounts it tries.
 */
export function signInLimits(email: string, address: string): Limit[] {
  const windowSeconds = 15 * 60;
  const network = clientNetwork(address);
  return [
    { key: sha256(`account-address:${email}:${network}`), failures: 5, windowSeconds },
    { key: sha256(`account:${email}`), failures: 50, windowSeconds },
    { key: sha256(`address:${network}`), failures: 100, windowSeconds },
  ];
}

@Injectable()
export class Throttles {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Counts an attempt before it is tried, so that parallel guesses are counted too; `forgive` takes it back. */
  async attempt(limits: Limit[]): Promise<void> {
    const waitUntil = await this.db.write(async (tx) => {
      const now = this.clock.instant();
      await removeExpired(tx, now);
      const rows: (Throttle | null)[] = [];
      for (const { key } of limits) rows.push(await tx.findOneBy(Throttle, { key }));
      const held = rows.filter((row, i) => row && row.windowEndsAt > now && row.failures >= limits[i]!.failures);
      if (held.length > 0)
        return held
          .map((row) => row!.windowEndsAt)
          .sort()
          .at(-1)!;
      for (const [i, { key, windowSeconds }] of limits.entries()) {
        const row = rows[i];
        const windowEndsAt = new Date(this.clock.now().getTime() + windowSeconds * 1000).toISOString();
        if (!row) await tx.insert(Throttle, { key, failures: 1, windowEndsAt });
        else if (row.windowEndsAt <= now) await tx.update(Throttle, { key }, { failures: 1, windowEndsAt });
        else await tx.update(Throttle, { key }, { failures: row.failures + 1 });
      }
      return null;
    });
    if (waitUntil) {
      const seconds = Math.ceil((Date.parse(waitUntil) - this.clock.now().getTime()) / 1000);
      throw new DomainError('throttled', { seconds }, { retryAfter: seconds });
    }
  }

  /** The attempt succeeded: the account's keys start anew, the address keeps its other failures. */
  async forgive(limits: Limit[]): Promise<void> {
    const [mine, account, address] = limits;
    await this.db.write(async (tx) => {
      await tx.delete(Throttle, [{ key: mine!.key }, { key: account!.key }]);
      const row = await tx.findOneBy(Throttle, { key: address!.key });
      if (row) await tx.update(Throttle, { key: row.key }, { failures: Math.max(0, row.failures - 1) });
    });
  }
}

/** A few at a time, so that no attempt pays for all that others left. */
async function removeExpired(tx: Tx, now: string): Promise<void> {
  const expired = 'SELECT key FROM throttles WHERE window_ends_at <= :now ORDER BY window_ends_at LIMIT 100';
  await tx.createQueryBuilder().delete().from(Throttle).where(`key IN (${expired})`, { now }).execute();
}
