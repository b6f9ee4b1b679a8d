import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
  type OnModuleInit,
} from '@nestjs/common';
import { Clock, dateIn } from '../common/clock.js';
import { Database } from '../database/database.js';
import { LiveNotices } from '../notices/live-notices.js';
import { Mailer } from '../notices/mailer.js';
import { Notice } from '../notices/notice.entity.js';
import { notify } from '../notices/notify.js';
import { digestOf } from './cause.js';
import { causesOf } from './causes.js';
import { digestId, endOfDay, isMorning, peopleConcerned } from './digest.js';

const everyMs = 600_000;
/** Digests say what waited once; nobody looks them up for longer. */
const keptDays = 30;

/**
 * Every morning one mail to everybody for whom something waits. It says what waits when it is sent, not when it was
 * written, and is not sent when nothing does any more. Without a mail server there are none.
 */
@Injectable()
export class DailyDigest implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('DailyDigest');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopping = false;
  private doneOn = '';

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly mailer: Mailer,
    private readonly live: LiveNotices,
  ) {}

  onModuleInit(): void {
    this.live.remindBy(async (userId, at) => {
      const lines = digestOf(await causesOf(this.db.read, userId, at));
      return lines.length > 0 ? { lines } : null;
    });
  }

  onApplicationBootstrap(): void {
    if (this.mailer.ready) this.timer = setInterval(() => void this.run(), everyMs).unref();
  }

  /** Writes the digests of this morning, unless they are written or it is none. Any number of instances may do so. */
  run(): Promise<void> {
    this.running = this.running
      .then(() => this.runOnce())
      .catch((error: unknown) => this.log.error(error instanceof Error ? error : String(error)));
    return this.running;
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    this.stopping = true;
    await this.running;
  }

  private async runOnce(): Promise<void> {
    const at = this.clock.instant();
    const today = dateIn(at);
    if (!isMorning(at) || this.doneOn === today) return;
    for (const userId of await peopleConcerned(this.db.read, at)) {
      if (this.stopping) return;
      await this.write(userId, at);
    }
    await this.removeOld(at);
    this.doneOn = today;
  }

  private async write(userId: string, at: string): Promise<void> {
    const causeId = digestId(userId, at);
    if (await this.db.read.existsBy(Notice, { causeId })) return;
    const bodies = new Set((await causesOf(this.db.read, userId, at)).map(({ bodyId }) => bodyId));
    if (bodies.size === 0) return;
    const bodyId = bodies.size === 1 ? [...bodies][0]! : null;
    const told = { to: { userId }, bodyId, params: { lines: [] }, causeId, at, expiresAt: endOfDay(at) };
    await this.db.write(async (tx) => {
      if (await tx.existsBy(Notice, { causeId })) return;
      await notify(tx, { kind: 'reminder', ...told });
    });
  }

  private async removeOld(at: string): Promise<void> {
    const before = new Date(Date.parse(at) - keptDays * 86_400_000).toISOString();
    await this.db.write((tx) => tx.sql`DELETE FROM notices WHERE kind = 'reminder' AND created_at < ${before}`);
  }
}
