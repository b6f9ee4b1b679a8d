import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { FileStore } from '../files/file-store.js';
import { UnusedFiles } from '../files/unused-files.js';
import { sweepOrphans } from './sweep.js';

/** By the rows of every table that speaks of files; what has come within the last day may still wait for its row. */
@Injectable()
export class UnusedFilesByRows extends UnusedFiles {
  constructor(
    private readonly db: Database,
    private readonly store: FileStore,
  ) {
    super();
  }

  remove(hashes: readonly string[]): Promise<number> {
    return sweepOrphans({ reader: this.db.read, store: this.store }, hashes);
  }
}
