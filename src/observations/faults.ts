import { DomainError, type FieldError } from '../common/errors.js';
import { isClaimable } from '../competencies/claimable.js';
import { type ObservationContent } from './content.js';

/** The clock of a tablet may run ahead of ours by this much. */
const clockTolerance = 5 * 60_000;

/** Everything in a record that the pinned document or the calendar contradicts. `types` is ref → type. */
export function contentFaults(
  content: ObservationContent,
  types: ReadonlyMap<string, string>,
  now: string,
): FieldError[] {
  const { startedAt, endedAt, method, outcomes } = content;
  const latest = Date.parse(now) + clockTolerance;
  const faults: FieldError[] = [];
  if (Date.parse(startedAt) > latest) faults.push({ field: 'startedAt', rule: 'isNotFuture' });
  if (endedAt && Date.parse(endedAt) > latest) faults.push({ field: 'endedAt', rule: 'isNotFuture' });
  if (endedAt && endedAt < startedAt) faults.push({ field: 'endedAt', rule: 'isNotBeforeStart' });
  if (method && types.get(method) !== 'method') faults.push({ field: 'method', rule: 'isKnownMethod' });
  const seen = new Set<string>();
  for (const [index, { ref }] of outcomes.entries()) {
    const type = types.get(ref);
    const field = `outcomes.${index}.ref`;
    if (type === undefined) faults.push({ field, rule: 'isKnownTarget' });
    else if (!isClaimable({ type })) faults.push({ field, rule: 'isClaimable' });
    else if (seen.has(ref)) faults.push({ field, rule: 'isUnique' });
    seen.add(ref);
  }
  return faults;
}

/** What a draft may lack and a signed record may not. */
export function signingFaults({ place, outcomes }: Pick<ObservationContent, 'place' | 'outcomes'>): FieldError[] {
  const faults: FieldError[] = [];
  if (!place) faults.push({ field: 'place', rule: 'isNotEmpty' });
  if (outcomes.length === 0) faults.push({ field: 'outcomes', rule: 'arrayMinSize' });
  return faults;
}

export function refuseFaults(fields: FieldError[]): void {
  if (fields.length > 0) throw new DomainError('validation_failed', {}, { fields });
}
