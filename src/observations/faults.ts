import { type FieldError } from '../common/errors.js';
import { methodFaults, targetFaults, timeFaults } from '../evidence/record-faults.js';
import { type ObservationContent } from './content.js';

/** Everything in a record that the pinned document or the calendar contradicts. `types` is ref → type. */
export function contentFaults(
  content: ObservationContent,
  types: ReadonlyMap<string, string>,
  now: string,
): FieldError[] {
  const refs = content.outcomes.map(({ ref }) => ref);
  return [
    ...timeFaults(content, ['startedAt', 'endedAt'], now),
    ...methodFaults(content.method, types),
    ...targetFaults(refs, types, (index) => `outcomes.${index}.ref`),
  ];
}

/** What a draft may lack and a signed record may not. */
export function signingFaults({ place, outcomes }: Pick<ObservationContent, 'place' | 'outcomes'>): FieldError[] {
  const faults: FieldError[] = [];
  if (!place) faults.push({ field: 'place', rule: 'isNotEmpty' });
  if (outcomes.length === 0) faults.push({ field: 'outcomes', rule: 'arrayMinSize' });
  return faults;
}
