import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { DomainError } from '../common/errors.js';
import { FileStore } from '../files/file-store.js';

/** Looks at the bytes of an issued document before they are handed out. */
@Injectable()
export class StoredDocument {
  private readonly logger = new Logger('Verdicts');

  constructor(private readonly store: FileStore) {}

  /** Throws `stored_file_damaged` unless the stored bytes are the issued ones. Memory stays flat. */
  async check(sha256: string): Promise<void> {
    const hash = createHash('sha256');
    try {
      for await (const chunk of this.store.open(sha256)) hash.update(chunk as Buffer);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
    if (hash.digest('hex') === sha256) return;
    this.logger.error(`The stored document ${sha256} is missing or damaged: run fsck and restore it from a backup.`);
    throw new DomainError('stored_file_damaged');
  }
}
