import { type Readable } from 'node:stream';
import { promisify } from 'node:util';
import { Injectable } from '@nestjs/common';
import { type Request, type Response } from 'express';
import multer, { MulterError, type StorageEngine } from 'multer';
import { DomainError } from '../common/errors.js';
import { Config } from '../config.js';
import { cleanFileName } from './file-name.js';
import { FileStore, type StagedFile } from './file-store.js';

/** One file of an upload: staged, not yet kept. */
export interface ReceivedFile extends StagedFile {
  name: string;
  /** The resumable upload that it came by, if it did. */
  uploadId?: string;
}

export interface Upload {
  /** The text fields of the form, unchecked. */
  fields: Record<string, unknown>;
  files: ReceivedFile[];
}

/** Multipart uploads, streamed to the store. Ask who may upload first: nothing is read before `receive`. */
@Injectable()
export class Uploads {
  constructor(
    private readonly store: FileStore,
    private readonly config: Config,
  ) {}

  /** Stages the files of field `files`. Either all of them arrive, or none is left behind. */
  async receive(request: Request, response: Response): Promise<Upload> {
    if (!request.is('multipart/form-data')) throw new DomainError('unsupported_media_type');
    const middleware = multer({
      storage: this.engine(),
      defParamCharset: 'utf8',
      limits: {
        fileSize: this.config.maxFileBytes,
        files: this.config.maxFilesPerItem,
        fields: 30,
        parts: this.config.maxFilesPerItem + 30,
        fieldSize: 200_000,
        fieldNameSize: 100,
        fieldNestingDepth: 0,
        headerPairs: 20,
      },
    }).array('files', this.config.maxFilesPerItem);
    try {
      await promisify(middleware)(request, response);
    } catch (error) {
      throw this.explained(error);
    }
    const files = (request.files ?? []) as unknown as ReceivedFile[];
    return { fields: { ...(request.body as object) }, files };
  }

  /** As `receive`; evidence without files may also come as plain JSON. */
  async receiveOrJson(request: Request, response: Response): Promise<Upload> {
    if (!request.is('json')) return this.receive(request, response);
    return { fields: { ...(request.body as object) }, files: [] };
  }

  /**
   * Keeps received files once `check` has passed, then runs `work` with what it answered. What `check` refuses leaves
   * nothing behind. If `work` fails after that, the bytes are left to the sweep, because by then another upload of the
   * same bytes may count on them.
   */
  async keeping<I, T>(
    files: readonly ReceivedFile[],
    check: () => Promise<I>,
    work: (checked: I) => Promise<T>,
  ): Promise<T> {
    const checked = await check()
      .then(async (answer) => {
        await this.store.keep(files);
        return answer;
      })
      .catch(async (error: unknown) => {
        await this.store.discard(files);
        throw error;
      });
    return work(checked);
  }

  /** Stages one file by the rules of every upload. */
  async stage(stream: Readable, originalName: string): Promise<ReceivedFile> {
    const limits = { maxBytes: this.config.maxFileBytes, accept: (type: string) => this.accept(type) };
    const staged = await this.store.stage(stream, limits);
    const name = cleanFileName(originalName);
    if (staged.size > 0) return { ...staged, name };
    await this.store.discard([staged]);
    throw new DomainError('empty_file', { name });
  }

  private engine(): StorageEngine {
    return {
      _handleFile: (_request, file, done) => {
        this.stage(file.stream, file.originalname).then(
          (received) => done(null, { ...received }),
          (error: unknown) => done(error),
        );
      },
      _removeFile: (_request, file, done) => {
        const staged = file as unknown as Partial<StagedFile>;
        if (!staged.temporaryPath) return done(null);
        this.store.discard([staged as StagedFile]).then(
          () => done(null),
          (error: Error) => done(error),
        );
      },
    };
  }

  private accept(mediaType: string): void {
    if (!this.config.allowedMediaTypes.has(mediaType)) throw new DomainError('file_type_refused', { type: mediaType });
  }

  /** Multer's and busboy's errors in our words; a full disk stays what it is. */
  private explained(error: unknown): unknown {
    if (error instanceof DomainError) return error;
    if (error instanceof MulterError) {
      if (error.code === 'LIMIT_FILE_SIZE')
        return new DomainError('too_large', { limit: readableSize(this.config.maxFileBytes) });
      if (error.code === 'LIMIT_FILE_COUNT')
        return new DomainError('too_many_files', { limit: this.config.maxFilesPerItem });
      return new DomainError('malformed_upload');
    }
    if (typeof (error as NodeJS.ErrnoException).code === 'string') return error;
    return new DomainError('malformed_upload');
  }
}

export function readableSize(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(bytes, 1)) / 10));
  return `${Number((bytes / 1024 ** power).toFixed(1))} ${units[power]}`;
}
