import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { newId, sha256 } from '../common/ids.js';
import { Database } from '../database/database.js';
import { FileStore } from '../files/file-store.js';
import { type SignatureLevel } from '../i18n/signing.js';
import { readPdf } from '../signing/pdf-file.js';
import { type Standing, standingOf } from '../signing/raise.js';
import { TimeStampError } from '../signing/time-stamp-request.js';
import { type DocumentUpgrade } from './document-upgrade.entity.js';
import { claimNext, isAnyDue, markEnded, markFailed, markRaised, renewedBeforeMs } from './queue.js';
import { Raiser } from './raiser.js';
import { appendRevision, isBuried, newestRevision } from './revisions.js';

const everyMs = 30_000;

/** Why a document stays as it is for now, or for good. */
class Stays extends Error {
  constructor(
    readonly code: 'damaged' | 'not_renewed' | 'changed' | 'deleted' | 'signer_ended',
    readonly forGood = false,
  ) {
    super(code);
  }
}

/** What is won by another time stamp alone is to be worth its bytes. */
const worthwhileMs = 7 * 86_400_000;
const levels: readonly SignatureLevel[] = ['B-B', 'B-T', 'B-LT', 'B-LTA'];

function isBetter(after: Standing, before: Standing): boolean {
  const [newUntil, oldUntil] = [after, before].map(({ stampedUntil }) => stampedUntil?.getTime() ?? 0);
  return levels.indexOf(after.level) > levels.indexOf(before.level) || newUntil! - oldUntil! > worthwhileMs;
}

/**
 * Raises issued documents to the highest level where that was not to be had at once, and renews their time stamps in
 * time, one document after the other. Any number of instances may. The file is kept before its row is written, so a
 * crash leaves a file that nobody speaks of, and the document is taken up anew.
 */
@Injectable()
export class Preserver implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('Preservation');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private asked = false;
  private stopping = false;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly store: FileStore,
    private readonly raiser: Raiser,
  ) {}

  onApplicationBootstrap(): void {
    if (this.raiser.isSet) this.timer = setInterval(() => void this.work(), everyMs).unref();
  }

  /** Looks at all that is due, unless somebody is about to. What goes wrong is logged, and tried again. */
  work(): Promise<void> {
    if (this.asked) return this.running;
    this.asked = true;
    this.running = this.running
      .then(() => this.workThrough())
      .catch((error: unknown) => this.log.error({ err: error }, 'Documents could not be raised'));
    return this.running;
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    this.stopping = true;
    await this.running;
  }

  private async workThrough(): Promise<void> {
    this.asked = false;
    while (!this.stopping && this.raiser.isSet && (await isAnyDue(this.db.read, this.clock.instant()))) {
      const upgrade = await this.db.write((tx) => claimNext(tx, this.clock.instant()));
      if (!upgrade) return;
      try {
        await this.preserve(upgrade);
      } catch (error) {
        await this.giveUp(upgrade, error);
        // While nobody answers, one question in a while is enough.
        if (error instanceof TimeStampError) return;
      }
    }
  }

  private async preserve(upgrade: DocumentUpgrade): Promise<void> {
    const { documentNumber, bodyId } = upgrade;
    const newest = (await newestRevision(this.db.read, documentNumber))!;
    if (await isBuried(this.db.read, newest.assessmentId)) throw new Stays('deleted', true);
    const pdf = await this.read(newest.sha256);
    const before = standingOf(readPdf(pdf));
    const lasting = this.lastingUntil(before);
    if (lasting) return this.db.write((tx) => markRaised(tx, upgrade, lasting));
    if (before.signersUntil && before.signersUntil <= this.clock.now()) throw new Stays('signer_ended', true);
    const raised = await this.raiser.raise(pdf, bodyId);
    const after = standingOf(readPdf(raised));
    const until = this.lastingUntil(after);
    // Stamps of an authority whose own certificate ends soon are better than none, so they are kept meanwhile.
    if (!until && !isBetter(after, before)) throw new Stays('not_renewed');
    const { sha256: hash, size } = await this.store.put(Readable.from([raised]), { maxBytes: raised.length });
    const { assessmentId } = newest;
    const place = { id: newId(), documentNumber, number: newest.number + 1, assessmentId };
    const revision = { ...place, sha256: hash, size, level: after.level, madeAt: this.clock.instant() };
    const appended = await this.db.write(async (tx) => {
      if (!(await appendRevision(tx, bodyId, revision))) return false;
      if (until) await markRaised(tx, upgrade, until);
      else await markFailed(tx, upgrade, 'not_renewed', this.clock.instant());
      return true;
    });
    if (appended) return;
    await this.store.remove(hash);
    throw new Stays('changed');
  }

  /** The end of the newest time stamp of a file that needs nothing more for now. */
  private lastingUntil({ level, stampedUntil }: Standing): Date | null {
    const lasts = stampedUntil && stampedUntil.getTime() - this.clock.now().getTime() > renewedBeforeMs;
    return level === 'B-LTA' && lasts ? stampedUntil : null;
  }

  private async read(hash: string): Promise<Buffer> {
    const bytes = await buffer(this.store.open(hash)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') throw new Stays('damaged');
      throw error;
    });
    if (sha256(bytes) !== hash) throw new Stays('damaged');
    return bytes;
  }

  private async giveUp(upgrade: DocumentUpgrade, error: unknown): Promise<void> {
    const { documentNumber } = upgrade;
    const known = error instanceof Stays || error instanceof TimeStampError;
    if (known) this.log.warn(`${documentNumber} was not raised: ${error.code} ${error.message}`);
    else this.log.error({ err: error }, `${documentNumber} could not be raised`);
    const code = known ? error.code : 'internal';
    await this.db.write((tx) => {
      if (error instanceof Stays && error.forGood) return markEnded(tx, upgrade, code);
      return markFailed(tx, upgrade, code, this.clock.instant());
    });
  }
}
