import { type TextParams } from '../i18n/i18n.js';
import { type ErrorCode } from '../i18n/errors.js';

/** One field of the input that is wrong, and by which rule. */
export interface FieldError {
  field: string;
  rule: string;
}

/**
 * The one error that services throw. `code` is stable and public; text and HTTP status follow from it.
 * `details` is extra machine-readable material for the client, such as the rules that refuse a verdict.
 */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly params: TextParams = {},
    readonly extra: { fields?: FieldError[]; details?: unknown; retryAfter?: number } = {},
  ) {
    super(code);
    this.name = 'DomainError';
  }
}

/** Narrow a looked-up row: absent, or not visible to the actor, is the same 404. */
export function found<T>(row: T | null | undefined): T {
  if (row == null) throw new DomainError('not_found');
  return row;
}
