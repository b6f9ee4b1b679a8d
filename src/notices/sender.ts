import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { IsNull, LessThanOrEqual } from 'typeorm';
import { Clock } from '../common/clock.js';
import { Database } from '../database/database.js';
import { type Letter, Letters } from './letters.js';
import { Mailer, MailRefused } from './mailer.js';
import { Notice } from './notice.entity.js';
import { claimNext, dropExpired, isAnyDue, markDropped, markRefused, markSent } from './queue.js';

/** How soon after its commit a notice goes out. */
const everyMs = 3000;
const everyHour = 3_600_000;
/** As long as a stopping server waits for the mail it is sending; another attempt will send it again. */
const patienceMs = 5000;

/**
 * Sends what is due, one notice after the other. Any number of instances may do so at once. A mail may arrive twice
 * when a server dies between sending and writing that down, and then has the same Message-ID; it is never lost.
 */
@Injectable()
export class Sender implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('Sender');
  private readonly timers: NodeJS.Timeout[] = [];
  private stopping = false;
  private running: Promise<void> = Promise.resolve();
  private waiting = false;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly mailer: Mailer,
    private readonly letters: Letters,
  ) {}

  onApplicationBootstrap(): void {
    if (this.mailer.ready) this.timers.push(setInterval(() => void this.sendDue(), everyMs).unref());
    this.timers.push(setInterval(() => void this.tidy(), everyHour).unref());
  }

  /** Sends all that is due, unless somebody is about to. What goes wrong is logged, and tried again. */
  sendDue(): Promise<void> {
    if (this.waiting) return this.running;
    this.waiting = true;
    this.running = this.running
      .then(() => this.sendAll())
      .catch((error: unknown) => this.log.error(error instanceof Error ? error : String(error)));
    return this.running;
  }

  /** Drops what nobody needs any more, also where nothing is ever sent. */
  async tidy(): Promise<void> {
    const at = this.clock.instant();
    const old = { sentAt: IsNull(), droppedAt: IsNull(), expiresAt: LessThanOrEqual(at) };
    if (await this.db.read.existsBy(Notice, old)) await this.db.write((tx) => dropExpired(tx, at));
  }

  async onModuleDestroy(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    this.stopping = true;
    await Promise.race([this.running, sleep(patienceMs, undefined, { ref: false })]);
  }

  private async sendAll(): Promise<void> {
    this.waiting = false;
    while (!this.stopping && this.mailer.ready && (await isAnyDue(this.db.read, this.clock.instant()))) {
      const notice = await this.db.write((tx) => claimNext(tx, this.clock.instant(), this.mailer.domain));
      if (!notice) return;
      await this.send(notice);
    }
  }

  private async send(notice: Notice): Promise<void> {
    const { id, messageId } = notice;
    const letter = await this.letters.write(notice, this.clock.instant(), true);
    if (!letter) return this.db.write((tx) => markDropped(tx, id, this.clock.instant()));
    const refusal = await this.mail(letter, messageId!);
    const at = this.clock.instant();
    if (!refusal) return this.db.write((tx) => markSent(tx, id, letter, at));
    this.log.warn(`notice ${id} was not sent: ${refusal.code}`);
    await this.db.write((tx) => markRefused(tx, notice, refusal, at));
  }

  private async mail({ email, name, subject, text, locale }: Letter, messageId: string): Promise<MailRefused | null> {
    const to = { name, address: email };
    try {
      await this.mailer.send({ messageId, to, subject, text, locale, date: this.clock.now() });
      return null;
    } catch (error) {
      if (error instanceof MailRefused) return error;
      throw error;
    }
  }
}
