import { DomainError, type FieldError } from '../common/errors.js';
import { type RecordVerification } from './verifications.dto.js';

/**
 * Refuses a verification that leads to nothing: with something to mend it takes an action and a day, and with nothing
 * to mend it has neither. Source: domain.md P9.
 */
export function refuseIncomplete({ outcome, action, dueOn }: RecordVerification, today: string): void {
  const fields: FieldError[] = [];
  if (outcome === 'confirmed') {
    if (action) fields.push({ field: 'action', rule: 'isEmpty' });
    if (dueOn) fields.push({ field: 'dueOn', rule: 'isEmpty' });
    return refuse(fields);
  }
  if (!action) fields.push({ field: 'action', rule: 'isNotEmpty' });
  if (!dueOn) fields.push({ field: 'dueOn', rule: 'isNotEmpty' });
  if (fields.length > 0) {
    const reason = 'verification_incomplete';
    throw new DomainError('rule_broken', { reason }, { fields, details: { rule: 'P9', reason } });
  }
  refuse(dueOn! < today ? [{ field: 'dueOn', rule: 'notPast' }] : []);
}

function refuse(fields: FieldError[]): void {
  if (fields.length > 0) throw new DomainError('validation_failed', {}, { fields });
}
