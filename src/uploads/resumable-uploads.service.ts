import { randomUUID } from 'node:crypto';
import { type Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { access, requireOpen } from '../assessments/access.js';
import { type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { Config } from '../config.js';
import { Database } from '../database/database.js';
import { insertRow } from '../database/insert-row.js';
import { readableSize } from '../files/uploads.js';
import { PartialFiles } from './partial-files.js';
import { type Part, ResumableUpload } from './upload.entity.js';

/** Unfinished uploads that one person may have, which is more than anybody's pictures of a day. */
const mostUploads = 200;
/** A request with a few bytes is a part like any other: so many are a fault or an attack. */
const mostParts = 10_000;

/** Files that arrive over several requests. An upload belongs to who made it; for anybody else it is not there. */
@Injectable()
export class ResumableUploads {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly files: PartialFiles,
  ) {}

  async create(actor: Actor, assessmentId: string, name: string, size: number): Promise<ResumableUpload> {
    const { assessment } = await access(this.db.read, actor, assessmentId, 'submit_evidence');
    requireOpen(assessment);
    if (size === 0) throw new DomainError('empty_file', { name });
    if (size > this.config.maxFileBytes) {
      throw new DomainError('too_large', { limit: readableSize(this.config.maxFileBytes) });
    }
    const upload: ResumableUpload = {
      id: randomUUID(),
      makerId: actor.userId,
      assessmentId,
      name,
      size,
      received: 0,
      parts: [],
      createdAt: this.clock.instant(),
      expiresAt: this.expiry(),
      usedFor: null,
    };
    await this.db.write(async (tx) => {
      const [held]: { uploads: number | string; bytes: number | string | null }[] = await tx.sql`
        SELECT COUNT(*) AS uploads, SUM(size) AS bytes FROM uploads
        WHERE maker_id = ${actor.userId} AND used_for IS NULL AND expires_at > ${upload.createdAt}`;
      // As many bytes as one item may hold in a form.
      const mostBytes = this.config.maxFileBytes * this.config.maxFilesPerItem;
      if (Number(held!.uploads) >= mostUploads || Number(held!.bytes) + size > mostBytes) {
        throw new DomainError('upload_quota', { limit: mostUploads, bytes: readableSize(mostBytes) });
      }
      await insertRow(tx, ResumableUpload, upload);
    });
    return upload;
  }

  async find(actor: Actor, id: string): Promise<ResumableUpload> {
    const upload = found(await this.db.read.findOneBy(ResumableUpload, { id, makerId: actor.userId }));
    if (upload.expiresAt <= this.clock.instant()) throw new DomainError('upload_expired');
    return upload;
  }

  /** Takes further bytes in. What it has answered for is on disk; what came before a line broke is kept as well. */
  async append(
    actor: Actor,
    id: string,
    { offset, length, body }: { offset: number; length: number; body: Readable },
  ): Promise<ResumableUpload> {
    let upload = await this.find(actor, id);
    if (upload.usedFor) throw new DomainError('upload_used');
    if (offset !== upload.received) throw new DomainError('upload_offset');
    const limit = upload.size - offset;
    if (length > limit) throw new DomainError('too_large', { limit: readableSize(upload.size) });
    try {
      for await (const part of this.files.receive(id, body, limit)) upload = await this.add(upload, part);
    } catch (error) {
      if (!isBrokenLine(error)) throw error;
    }
    return upload;
  }

  async terminate(actor: Actor, id: string): Promise<void> {
    const { parts } = await this.find(actor, id);
    const unused = { id, makerId: actor.userId, usedFor: IsNull() };
    const { affected } = await this.db.write((tx) => tx.delete(ResumableUpload, unused));
    if (!affected) throw new DomainError('upload_used');
    await this.files.remove(parts);
  }

  /** The row names the part only if it still stands where the part begins: of two requests at once, one counts. */
  private async add(upload: ResumableUpload, part: Part): Promise<ResumableUpload> {
    const parts = [...upload.parts, part];
    const next = { parts, received: upload.received + part.size, expiresAt: this.expiry() };
    const { id, received } = upload;
    const { affected } =
      parts.length > mostParts
        ? { affected: 0 }
        : await this.db.write((tx) => tx.update(ResumableUpload, { id, received }, next));
    if (affected) return { ...upload, ...next };
    await this.files.remove([part]);
    throw new DomainError('upload_offset');
  }

  private expiry(): string {
    return new Date(this.clock.now().getTime() + this.config.uploadExpiryHours * 3_600_000).toISOString();
  }
}

/** The sender is gone, and there is nobody to answer. */
function isBrokenLine(error: unknown): boolean {
  return ['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE'].includes((error as NodeJS.ErrnoException).code ?? '');
}
