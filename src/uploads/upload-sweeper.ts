import { type Server } from 'node:http';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { LessThanOrEqual } from 'typeorm';
import { Clock } from '../common/clock.js';
import { Database } from '../database/database.js';
import { PartialFiles } from './partial-files.js';
import { ResumableUpload } from './upload.entity.js';

const everyHour = 3_600_000;

/** Ends uploads whose time is over, and removes bytes that no upload speaks of. */
@Injectable()
export class UploadSweeper implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Uploads');
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly files: PartialFiles,
    private readonly host: HttpAdapterHost,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.run(), everyHour).unref();
    const server = this.host.httpAdapter.getHttpServer() as Server;
    server.once('listening', () => void this.run());
  }

  async onModuleDestroy(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  /** Rows first: bytes without a row are only found later, a row without its bytes would promise what is gone. */
  async sweep(): Promise<void> {
    const expired = { expiresAt: LessThanOrEqual(this.clock.instant()) };
    const ended = await this.db.read.findBy(ResumableUpload, expired);
    for (const { id, parts } of ended) {
      const { affected } = await this.db.write((tx) => tx.delete(ResumableUpload, { id, ...expired }));
      if (affected) await this.files.remove(parts);
    }
    const live: { id: string }[] = await this.db.read.sql`SELECT id FROM uploads WHERE used_for IS NULL`;
    await this.files.sweep(new Set(live.map(({ id }) => id)));
  }

  private run(): Promise<void> {
    this.running = this.sweep().catch((error: unknown) => this.logger.error(error));
    return this.running;
  }
}
