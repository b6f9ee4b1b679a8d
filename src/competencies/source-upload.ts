import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { type Response } from 'express';
import multer, { MulterError, memoryStorage } from 'multer';
import { type Observable } from 'rxjs';
import { DomainError } from '../common/errors.js';
import { refuseHostileData } from '../common/hostile-data.js';
import { type AuthenticatedRequest } from '../common/request.js';
import { canImport } from './competencies.policy.js';
import { maxSourceBytes } from './icap/parse.js';

/**
 * Takes the multipart field `file` of an import into memory: a source is small and is read as a whole.
 * Who may not import is refused before a byte of it is read.
 */
@Injectable()
export class SourceUpload implements NestInterceptor {
  private readonly receive = multer({
    storage: memoryStorage(),
    defParamCharset: 'utf8',
    limits: {
      fileSize: maxSourceBytes,
      files: 1,
      fields: 5,
      parts: 6,
      fieldSize: 10_000,
      fieldNestingDepth: 0,
      headerPairs: 20,
    },
  }).single('file');

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const request = http.getRequest<AuthenticatedRequest>();
    if (!canImport(request.credentials!.actor)) throw new DomainError('forbidden');
    if (!request.is('multipart/form-data')) throw new DomainError('unsupported_media_type');
    await new Promise<void>((resolve, reject) => {
      this.receive(request, http.getResponse<Response>(), (error: unknown) =>
        error ? reject(explained(error)) : resolve(),
      );
    });
    refuseHostileData(request.body);
    if (!request.file)
      throw new DomainError('validation_failed', {}, { fields: [{ field: 'file', rule: 'isNotEmpty' }] });
    return next.handle();
  }
}

function explained(error: unknown): DomainError {
  const tooLarge = error instanceof MulterError && error.code === 'LIMIT_FILE_SIZE';
  return tooLarge
    ? new DomainError('too_large', { limit: `${maxSourceBytes / 1024 / 1024} MB` })
    : new DomainError('malformed_upload');
}
