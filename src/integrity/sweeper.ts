import { type Server } from 'node:http';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Database } from '../database/database.js';
import { abandonedAgeMs, FileStore } from '../files/file-store.js';
import { sweepStore } from './sweep.js';

const everyDay = 24 * 3_600_000;

/** Sweeps the store in the background: once the server listens, and then every day. */
@Injectable()
export class Sweeper implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('Sweeper');
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly db: Database,
    private readonly store: FileStore,
    private readonly host: HttpAdapterHost,
  ) {}

  onApplicationBootstrap(): void {
    const server = this.host.httpAdapter.getHttpServer() as Server;
    server.once('listening', () => void this.sweep());
    this.timer = setInterval(() => void this.sweep(), everyDay).unref();
  }

  /** One sweep after the other. What goes wrong is logged: nothing depends on it, and tomorrow is another day. */
  sweep(): Promise<void> {
    this.running = this.running
      .then(() => this.sweepOnce())
      .catch((error: unknown) => this.log.error(error instanceof Error ? error : String(error)));
    return this.running;
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    this.stopping.abort();
    await this.running;
  }

  private async sweepOnce(): Promise<void> {
    if (this.stopping.signal.aborted) return;
    const staged = await this.store.sweepStaged(abandonedAgeMs);
    const orphans = await sweepStore(this.db.read, this.store, this.stopping.signal);
    if (staged + orphans > 0) this.log.warn(`removed ${staged} unfinished uploads and ${orphans} files nobody uses`);
  }
}
