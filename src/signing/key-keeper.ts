import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DomainError } from '../common/errors.js';
import { Database } from '../database/database.js';
import { TrainingBody } from '../people/training-body.entity.js';
import { KeyLife } from './key-life.service.js';

const minute = 60_000;
const hour = 60 * minute;

/** Looks after the keys in the background: people who left, lists that end, authorities and seals that grow old. */
@Injectable()
export class KeyKeeper implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Signing');
  private running: Promise<void> = Promise.resolve();
  private readonly timers: NodeJS.Timeout[] = [];
  private stopped = false;

  constructor(
    private readonly db: Database,
    private readonly life: KeyLife,
  ) {}

  onApplicationBootstrap(): void {
    this.timers.push(setTimeout(() => void this.look(), minute).unref());
    this.timers.push(setInterval(() => void this.look(), hour).unref());
  }

  /** One round after the other. What goes wrong is logged, and tried again an hour later. */
  look(): Promise<void> {
    this.running = this.running
      .then(() => this.lookOnce())
      .catch((error: unknown) => this.logger.error(error instanceof Error ? error : String(error)));
    return this.running;
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    this.timers.forEach((timer) => clearTimeout(timer));
    await this.running;
  }

  private async lookOnce(): Promise<void> {
    if (this.stopped) return;
    const left = await this.life.revokeLeavers();
    if (left > 0) this.logger.log(`revoked ${left} certificates of people who left`);
    for (const { id } of await this.db.read.find(TrainingBody, { order: { id: 'ASC' } })) {
      if (this.stopped) return;
      await this.life.renew(id).catch(unlessUnavailable);
      const ended = await this.life.renewLists(id);
      if (ended > 0)
        this.logger.warn(`${ended} revocation lists of the body ${id} are missing or ended: see docs/keys.md`);
    }
  }
}

/** The key store has said why it cannot open a key; keys that can be opened are looked after all the same. */
function unlessUnavailable(error: unknown): void {
  if (!(error instanceof DomainError && error.code === 'signing_unavailable')) throw error;
}
