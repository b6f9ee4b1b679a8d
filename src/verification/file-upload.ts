import { Injectable } from '@nestjs/common';
import { type Request, type Response } from 'express';
import multer, { MulterError, memoryStorage } from 'multer';
import { clientNetwork } from '../auth/client-network.js';
import { DomainError } from '../common/errors.js';
import { refuseHostileData } from '../common/hostile-data.js';
import { Places } from './places.js';

const megabytes = 20;
/** A line that does not bring its file in this time has held its place for long enough. */
const secondsForFile = 60;

/** Takes the form of the public page, with its file, into memory; nothing touches the disk. */
@Injectable()
export class FileUpload {
  /** 160 MB of files at most, and no network has them all. Who waits has sent nothing yet. */
  private readonly places = new Places({ all: 8, ofOne: 4, waiting: 100 });
  private readonly receive = multer({
    storage: memoryStorage(),
    defParamCharset: 'utf8',
    limits: {
      fileSize: megabytes * 1024 * 1024,
      files: 1,
      fields: 3,
      parts: 4,
      fieldSize: 2000,
      fieldNestingDepth: 0,
      headerPairs: 20,
    },
  }).single('file');

  /**
   * Lets `work` have the form while the file is in memory. `admit` is asked before a byte is read.
   * Throws `unsupported_media_type`, `throttled`, `too_large`, `malformed_upload`.
   */
  async with<T>(request: Request, response: Response, admit: () => Promise<void>, work: () => Promise<T>): Promise<T> {
    if (!request.is('multipart/form-data')) throw new DomainError('unsupported_media_type');
    await admit();
    return this.places.within(clientNetwork(request.ip ?? ''), endOf(request), async () => {
      await this.take(request, response);
      return work();
    });
  }

  private async take(request: Request, response: Response): Promise<void> {
    if (request.destroyed) throw new DomainError('malformed_upload'); // multer would wait for it for ever
    let timer: NodeJS.Timeout | undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        timer = setTimeout(() => {
          reject(new DomainError('malformed_upload'));
          request.destroy();
        }, secondsForFile * 1000);
        this.receive(request, response, (error: unknown) => (error ? reject(explained(error)) : resolve()));
      });
    } finally {
      clearTimeout(timer);
    }
    refuseHostileData(request.body);
  }
}

/** Is aborted when the line of a request that nobody reads yet breaks off, or has broken off already. */
function endOf(request: Request): AbortSignal {
  const end = new AbortController();
  const abort = (): void => end.abort(new DomainError('malformed_upload'));
  if (request.destroyed) abort();
  else request.once('close', abort);
  return end.signal;
}

function explained(error: unknown): DomainError {
  const tooLarge = error instanceof MulterError && error.code === 'LIMIT_FILE_SIZE';
  return tooLarge ? new DomainError('too_large', { limit: `${megabytes} MB` }) : new DomainError('malformed_upload');
}
