import { HttpException, Logger } from '@nestjs/common';
import { DomainError } from '../common/errors.js';
import { errorStatus } from '../i18n/errors.js';
import { type Mistake } from './form-page.js';

const logger = new Logger('Verification');

/** Why the form could not be answered, in the words of its page. */
export function mistakeOf(error: unknown): Mistake & { status: number; retryAfter?: number } {
  if (!(error instanceof DomainError)) {
    if (!(error instanceof HttpException)) logger.error(error);
    return { key: 'error_other', status: error instanceof HttpException ? error.getStatus() : 500 };
  }
  const { code, params, extra } = error;
  const status = errorStatus[code];
  if (code === 'validation_failed') {
    const missing = new Set(extra.fields?.map(({ field }) => field));
    return { key: missing.has('number') && missing.has('name') ? 'error_nothing' : 'error_half', status };
  }
  if (code === 'throttled') return { key: 'error_throttled', params, status, retryAfter: extra.retryAfter! };
  if (code === 'too_large') return { key: 'error_too_large', status };
  if (code === 'malformed_upload') return { key: 'error_upload', status };
  return { key: 'error_other', status };
}
