import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { DomainError } from '../common/errors.js';
import { Database } from '../database/database.js';
import { FileStore } from '../files/file-store.js';
import { sendFile } from '../files/send-file.js';
import { newestRevision } from '../preservation/revisions.js';
import { type IssuedDocument } from './signed-documents.js';

type IssuedFile = Pick<IssuedDocument, 'documentNumber' | 'pdfSha256' | 'pdfSize'>;
type IssuedRecord = Pick<IssuedDocument, 'record' | 'recordSha256'>;

/** The bytes of issued documents, which are looked at before they are handed out. */
@Injectable()
export class StoredDocument {
  private readonly logger = new Logger('Verdicts');

  constructor(
    private readonly db: Database,
    private readonly store: FileStore,
  ) {}

  /** The signed PDF, byte for byte as it was issued, with whatever was appended for its long-term validation. */
  async send(request: Request, response: Response, { documentNumber, pdfSha256, pdfSize }: IssuedFile): Promise<void> {
    const newest = await newestRevision(this.db.read, documentNumber);
    const { sha256, size } = newest ?? { sha256: pdfSha256, size: pdfSize };
    await this.check(sha256);
    const file = { sha256, size, mediaType: 'application/pdf', name: `${documentNumber}.pdf` };
    await sendFile(request, response, this.store, file, { inline: true });
  }

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

/** The record, byte for byte as it was hashed and embedded in the PDF. */
export function sendRecord(response: Response, { record, recordSha256 }: IssuedRecord): void {
  response.setHeader('ETag', `"${recordSha256}"`);
  response.setHeader('Cache-Control', 'private, no-cache');
  response.type('application/json').send(record);
}
