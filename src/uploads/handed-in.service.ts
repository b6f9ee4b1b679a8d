import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type Actor } from '../common/actor.js';
import { DomainError, found } from '../common/errors.js';
import { Config } from '../config.js';
import { Database, type Tx } from '../database/database.js';
import { type ReceivedFile, Uploads } from '../files/uploads.js';
import { PartialFiles } from './partial-files.js';
import { ResumableUploads } from './resumable-uploads.service.js';
import { ResumableUpload } from './upload.entity.js';

/** Where uploads are handed in to: an assessment, and the item if it has an id already. */
export interface Destination {
  assessmentId: string;
  itemId: string | undefined;
}

/** Whole uploads become files of evidence, by the same way and limits as files of a form. */
@Injectable()
export class HandedIn {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly uploads: ResumableUploads,
    private readonly forms: Uploads,
    private readonly files: PartialFiles,
  ) {}

  /**
   * Stages the uploads, adding each to `received`, so that who discards those discards these. What the item already has
   * is left out: handing in again is harmless.
   */
  async stage(
    actor: Actor,
    ids: readonly string[],
    { assessmentId, itemId }: Destination,
    received: ReceivedFile[],
  ): Promise<void> {
    if (received.length + ids.length > this.config.maxFilesPerItem) {
      throw new DomainError('too_many_files', { limit: this.config.maxFilesPerItem });
    }
    for (const id of ids) {
      const upload = await this.uploads.find(actor, id);
      if (upload.assessmentId !== assessmentId) throw new DomainError('not_found');
      if (upload.usedFor && upload.usedFor === itemId) continue;
      if (upload.usedFor) throw new DomainError('upload_used');
      if (upload.received !== upload.size) throw new DomainError('upload_unfinished', { name: upload.name });
      const bytes = this.files.open(upload.parts);
      received.push({ ...(await this.forms.stage(bytes, upload.name).catch(usedMeanwhile)), uploadId: id });
    }
  }

  /** The bytes are in the store: what was uploaded is not needed twice. What this misses, the sweep finds. */
  async forget(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const rows = await this.db.read.findBy(ResumableUpload, { id: In([...ids]) });
    for (const { usedFor, parts } of rows) if (usedFor) await this.files.remove(parts);
  }
}

/** Marks the uploads among these files as the item's, and answers the files that it does not have yet. */
export async function takeUploads(
  tx: Tx,
  actor: Actor,
  itemId: string,
  files: readonly ReceivedFile[],
): Promise<ReceivedFile[]> {
  const fresh: ReceivedFile[] = [];
  for (const file of files) {
    if (file.uploadId) {
      const where = { id: file.uploadId, makerId: actor.userId };
      const { usedFor } = found(await tx.findOneBy(ResumableUpload, where));
      if (usedFor === itemId) continue;
      if (usedFor) throw new DomainError('upload_used');
      await tx.update(ResumableUpload, where, { usedFor: itemId });
    }
    fresh.push(file);
  }
  return fresh;
}

/** Its parts went while they were read: somebody else has handed it in, or its maker took it back. */
function usedMeanwhile(error: NodeJS.ErrnoException): never {
  throw error.code === 'ENOENT' ? new DomainError('upload_used') : error;
}
