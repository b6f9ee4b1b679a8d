import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type ErrorCode, errorStatus, errorText } from '../i18n/errors.js';
import { type Locale, negotiate } from '../i18n/i18n.js';
import { validationText } from '../i18n/validation.js';
import { DomainError } from './errors.js';

/** RFC 9457 problem details: what every error of the API looks like. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: ErrorCode;
  requestId: string;
  errors?: { field: string; rule: string; detail: string }[];
  details?: unknown;
}

/** Turns whatever was thrown into problem JSON. No stack, SQL or path ever leaves. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(thrown, http.getRequest<Request>(), http.getResponse<Response>());
  }

  answer(thrown: unknown, request: Request, response: Response): void {
    const error = asDomainError(thrown);
    if (error.code === 'internal') {
      this.logger.error({ err: thrown, requestId: request.id });
    }
    if (response.headersSent || response.destroyed) {
      response.destroy();
      return;
    }
    const problem = problemOf(error, negotiate(request.get('accept-language')), request.id as string);
    if (error.extra.retryAfter) response.setHeader('Retry-After', String(error.extra.retryAfter));
    response
      .status(problem.status)
      .type('application/problem+json')
      .send(JSON.stringify(this.bodyOf(problem)));
  }

  /** What is sent; a standard that clients follow may want more beside it. */
  protected bodyOf(problem: Problem): object {
    return problem;
  }
}

export function problemOf(error: DomainError, locale: Locale, requestId: string): Problem {
  return {
    type: `urn:touchstone:problem:${error.code}`,
    title: errorText(error.code, { ...error.params, requestId }, locale),
    status: errorStatus[error.code],
    code: error.code,
    requestId,
    ...(error.extra.fields && {
      errors: error.extra.fields.map((f) => ({ ...f, detail: validationText(f.rule, locale) })),
    }),
    ...(error.extra.details !== undefined && { details: error.extra.details }),
  };
}

/** Errors of Node, SQLite and PostgreSQL that mean "no space left": the change was not made, and says so. */
const fullCodes = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL', '53100']);

const httpCodes: Record<number, ErrorCode> = {
  400: 'bad_request',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'too_large',
  415: 'unsupported_media_type',
};

function asDomainError(thrown: unknown): DomainError {
  if (thrown instanceof DomainError) return thrown;
  if (thrown instanceof HttpException) {
    const status = thrown.getStatus();
    return new DomainError(httpCodes[status] ?? (status < 500 ? 'bad_request' : 'internal'));
  }
  const error = thrown as { code?: unknown; driverError?: { code?: unknown }; status?: unknown; type?: unknown };
  const code = error?.driverError?.code ?? error?.code;
  if (typeof code === 'string' && fullCodes.has(code)) return new DomainError('storage_full');
  // Express's own body errors (malformed JSON, too large, bad charset) carry a status and a type.
  if (typeof error?.status === 'number' && typeof error.type === 'string') {
    return new DomainError(httpCodes[error.status] ?? 'bad_request', { limit: '1 MB' });
  }
  if (error instanceof URIError) return new DomainError('bad_request');
  return new DomainError('internal');
}
