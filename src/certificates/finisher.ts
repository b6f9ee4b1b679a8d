import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { DomainError } from '../common/errors.js';
import { newId } from '../common/ids.js';
import { inParallel } from '../common/in-parallel.js';
import { Database } from '../database/database.js';
import { Authorities } from '../signing/authorities.service.js';
import { CertificateBatchItem } from './batch-item.entity.js';
import {
  claimBatch,
  finishBatch,
  heartbeatMs,
  isAnyBatchDue,
  isMine,
  keepBatchAlive,
  putBatchBack,
  unsettled,
} from './batch-queue.js';
import { type CertificateBatch } from './batch.entity.js';
import { Certificate } from './certificate.entity.js';
import { Maker } from './maker.js';
import { unmade } from './queries.js';
import { Registrar } from './registrar.js';
import { Renderer } from './renderer.js';

/** Certificates in the making at once: two being drawn, and some being signed and stored. */
const atOnce = 6;
/** A request that issues one makes its document itself, unless it has died for so long. */
const leftAloneMs = 30_000;
/** After something has failed, such as keys that do not open. */
const pauseMs = 60_000;

/**
 * Brings to an end what others have begun: batches, and the documents of certificates that have only their number. Any
 * number of instances may; a run that dies is taken up by whoever notices first, where it ended.
 */
@Injectable()
export class Finisher implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('Certificates');
  private running: Promise<void> = Promise.resolve();
  private asked = false;
  private stopping = false;
  private pausedUntil = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly registrar: Registrar,
    private readonly maker: Maker,
    private readonly renderer: Renderer,
    private readonly authorities: Authorities,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      if (Date.now() >= this.pausedUntil) void this.work();
    }, heartbeatMs).unref();
  }

  /** Does all there is, unless somebody is about to. What goes wrong is logged, and tried again. */
  work(): Promise<void> {
    if (this.asked) return this.running;
    this.asked = true;
    this.running = this.running
      .then(() => this.workThrough())
      .catch((error: unknown) => this.postpone(error, 'certificates wait to be finished'));
    return this.running;
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    this.stopping = true;
    await Promise.race([this.running, sleep(10_000, undefined, { ref: false })]);
  }

  /** What fails is passed over until the next time, so that one body whose keys do not open holds up no other. */
  private async workThrough(): Promise<void> {
    this.asked = false;
    const before = new Date(this.clock.now().getTime() - leftAloneMs).toISOString();
    const batches: string[] = [];
    const bodies: string[] = [];
    let behind: Certificate | undefined;
    do {
      await this.finishBatches(batches);
      const certificates = await unmade(this.db.read, before, { behind, passedOver: bodies });
      for (const certificate of certificates) {
        if (this.stopping) return;
        const { bodyId } = certificate;
        if (bodies.includes(bodyId) || (await this.make(certificate))) continue;
        if (!(await this.canSeal(bodyId))) bodies.push(bodyId);
      }
      behind = certificates.at(-1);
    } while (behind);
  }

  /** Adds those that fail to what is passed over. */
  private async finishBatches(passedOver: string[]): Promise<void> {
    while (!this.stopping && (await isAnyBatchDue(this.db.read, this.clock.instant(), passedOver))) {
      const batch = await this.db.write((tx) => claimBatch(tx, this.clock.instant(), passedOver));
      if (!batch) continue;
      await this.issueAll(batch).catch((error: unknown) => {
        passedOver.push(batch.id);
        this.postpone(error, `the batch ${batch.id} of certificates waits to be finished`);
      });
    }
  }

  private canSeal(bodyId: string): Promise<boolean> {
    return this.authorities.sealFor(bodyId).then(
      () => true,
      () => false,
    );
  }

  private async issueAll(batch: CertificateBatch): Promise<void> {
    const beat = setInterval(() => void this.beat(batch), heartbeatMs);
    try {
      await this.authorities.sealFor(batch.bodyId);
      await this.renderer.inThreads(async () => {
        await inParallel(await this.begun(batch), atOnce, async (certificate) => void (await this.make(certificate)));
        await inParallel(this.items(batch), atOnce, (item) => this.settle(batch, item));
      });
      await this.db.write((tx) => finishBatch(tx, batch, this.clock.instant()));
    } finally {
      clearInterval(beat);
      await this.db.write((tx) => putBatchBack(tx, batch));
    }
  }

  /** What an earlier run has numbered and did not come to make. */
  private async begun({ id: batchId }: CertificateBatch): Promise<Certificate[]> {
    const numbered = this.db.read.createQueryBuilder(Certificate, 'c').where('c.batch_id = :batchId', { batchId });
    return numbered
      .andWhere('NOT EXISTS (SELECT 1 FROM certificate_documents d WHERE d.id = c.id)')
      .andWhere('NOT EXISTS (SELECT 1 FROM certificate_revocations r WHERE r.id = c.id)')
      .orderBy('c.number')
      .getMany();
  }

  private async *items(batch: CertificateBatch): AsyncGenerator<CertificateBatchItem> {
    const given = new Set<string>();
    for (;;) {
      // Those in hand are among the first, as they are not settled yet.
      const items = await unsettled(this.db.read, batch.id, 50 + atOnce);
      const fresh = items.filter(({ id }) => !given.has(id));
      if (fresh.length === 0) return;
      for (const item of fresh) {
        if (this.stopping || !(await isMine(this.db.read, batch))) return;
        given.add(item.id);
        yield item;
      }
    }
  }

  /** Numbers one, or writes down why not, and makes its document. */
  private async settle(batch: CertificateBatch, item: CertificateBatchItem): Promise<void> {
    const certificate = await this.number(batch, item).catch(async (error: unknown) => {
      if (!(error instanceof DomainError) || error.code === 'write_timeout') throw error;
      const refusal = refusalOf(error);
      await this.db.write((tx) =>
        tx.update(CertificateBatchItem, { id: item.id, certificateId: IsNull() }, { refusal }),
      );
      return null;
    });
    if (certificate) await this.make(certificate);
  }

  private number(batch: CertificateBatch, { id, assessmentId }: CertificateBatchItem): Promise<Certificate | null> {
    const { id: batchId, bodyId, orderedBy: userId } = batch;
    // Whoever ordered the batch might when they did.
    const actor: Actor = { userId, operator: false, memberships: [{ bodyId, role: 'officer' }] };
    const holder = { birthDate: null, maskedId: null };
    return this.db.write(async (tx) => {
      const item = await tx.findOneBy(CertificateBatchItem, { id });
      if (item?.certificateId || item?.refusal || !(await isMine(tx, batch))) return null;
      const application = { id: newId(), holder, previous: null, batchId };
      const certificate = await this.registrar.enter(tx, actor, assessmentId, application);
      await tx.update(CertificateBatchItem, { id }, { certificateId: certificate.id });
      return certificate;
    });
  }

  /** Whether it was made. One that fails holds up no other: it has its number, and is tried again later. */
  private make(certificate: Certificate): Promise<boolean> {
    return this.maker.make(certificate).then(
      () => true,
      (error: unknown) => {
        this.postpone(error, `the document of certificate ${certificate.id} was not made yet`);
        return false;
      },
    );
  }

  private postpone(error: unknown, what: string): void {
    this.pausedUntil = Date.now() + pauseMs;
    this.log.error({ err: error }, what);
  }

  private async beat(batch: CertificateBatch): Promise<void> {
    await this.db.write((tx) => keepBatchAlive(tx, batch, this.clock.instant())).catch(() => false);
  }
}

/** Why nothing came of an item, as codes. */
function refusalOf({ code, extra }: DomainError): string {
  if (code !== 'certificate_refused') return code;
  const findings = extra.details as { problem: string }[];
  return [...new Set(findings.map(({ problem }) => problem))].join(' ');
}
