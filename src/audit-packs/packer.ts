import { Transform } from 'node:stream';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Database } from '../database/database.js';
import { writeArchive } from '../files/archive.js';
import { FileStore, type StagedFile } from '../files/file-store.js';
import { type AuditPack, type PackError } from './audit-pack.entity.js';
import { Contents } from './contents.js';
import {
  claimNext,
  expireOld,
  heartbeatMs,
  isAnyDue,
  keepAlive,
  markDone,
  markFailed,
  type Progress,
  putBack,
} from './queue.js';

const buffer = 1024 * 1024;

/** Somebody cancelled the pack, or another instance thought this one dead and took it over. */
class NotMine extends Error {}

/** The server is stopping. */
class Stopping extends Error {}

/**
 * Makes audit packs, one at a time on each instance; any number of instances may. A run that dies is begun anew by
 * whoever notices first.
 */
@Injectable()
export class Packer implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('AuditPacks');
  private running: Promise<void> = Promise.resolve();
  private asked = false;
  private current: { id: string; abort: AbortController } | null = null;
  private stopping = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly store: FileStore,
    private readonly contents: Contents,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.work(), heartbeatMs).unref();
  }

  /** Makes all that waits, unless somebody is about to. What goes wrong is logged. */
  work(): Promise<void> {
    if (this.asked) return this.running;
    this.asked = true;
    this.running = this.running
      .then(() => this.workThrough())
      .catch((error: unknown) => this.log.error(error instanceof Error ? error : String(error)));
    return this.running;
  }

  /** Stops making this one, if it is being made here. */
  stop(id: string): void {
    if (this.current?.id === id) this.current.abort.abort(new NotMine());
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    this.stopping = true;
    this.current?.abort.abort(new Stopping());
    await this.running;
  }

  private async workThrough(): Promise<void> {
    this.asked = false;
    while (!this.stopping && (await isAnyDue(this.db.read, this.clock.instant()))) {
      await this.db.write((tx) => expireOld(tx, this.clock.instant()));
      const pack = await this.db.write((tx) => claimNext(tx, this.clock.instant()));
      if (pack) await this.make(pack);
    }
  }

  private async make(pack: AuditPack): Promise<void> {
    const abort = new AbortController();
    this.current = { id: pack.id, abort };
    if (this.stopping) abort.abort(new Stopping());
    const progress: Progress = { assessmentsDone: 0, assessmentsTotal: 0, entriesDone: 0, faults: 0, bytes: 0 };
    const beat = setInterval(() => void this.beat(pack, progress, abort), heartbeatMs);
    try {
      const file = await this.write(pack, progress, abort.signal);
      await this.store.keep([file]);
      const done = await this.db.write((tx) => markDone(tx, pack, progress, file, this.clock.instant()));
      if (!done) this.log.warn(`audit pack ${pack.id} was cancelled or taken over as it was finished`);
    } catch (error) {
      await this.giveUp(pack, error);
    } finally {
      clearInterval(beat);
      this.current = null;
    }
  }

  /** The archive, on disk but not in the store yet. */
  private async write(pack: AuditPack, progress: Progress, signal: AbortSignal): Promise<StagedFile> {
    const stream = new Transform({
      highWaterMark: buffer,
      signal,
      transform(chunk: Buffer, _encoding, done) {
        progress.bytes += chunk.length;
        done(null, chunk);
      },
    });
    const [staged, written] = await Promise.allSettled([
      this.store.stage(stream, { maxBytes: Number.MAX_SAFE_INTEGER }),
      writeArchive(stream, this.contents.of(pack, progress, signal), { sums: true }),
    ]);
    if (staged.status === 'fulfilled' && written.status === 'fulfilled') return staged.value;
    if (staged.status === 'fulfilled') await this.store.discard([staged.value]);
    if (signal.aborted) throw signal.reason;
    throw causeOf([staged, written]);
  }

  private async beat(pack: AuditPack, progress: Progress, abort: AbortController): Promise<void> {
    const alive = await this.db.write((tx) => keepAlive(tx, pack, progress, this.clock.instant())).catch(() => true);
    if (!alive) abort.abort(new NotMine());
  }

  private async giveUp(pack: AuditPack, error: unknown): Promise<void> {
    if (error instanceof NotMine) return;
    if (error instanceof Stopping) return this.db.write((tx) => putBack(tx, pack));
    this.log.error({ err: error }, `audit pack ${pack.id} could not be made`);
    await this.db.write((tx) => markFailed(tx, pack, kindOf(error), this.clock.instant()));
  }
}

/** Of two streams that end together, the one that says no more than that is not the cause. */
function causeOf(ended: readonly PromiseSettledResult<unknown>[]): Error {
  const reasons = ended.flatMap((one) => (one.status === 'rejected' ? [one.reason as NodeJS.ErrnoException] : []));
  return reasons.find(({ code }) => code !== 'ERR_STREAM_PREMATURE_CLOSE') ?? reasons[0]!;
}

function kindOf(error: unknown): PackError {
  const { code } = (error ?? {}) as NodeJS.ErrnoException;
  return code === 'ENOSPC' || code === 'EDQUOT' ? 'disk_full' : 'internal';
}
