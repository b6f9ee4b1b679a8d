import { type FieldError } from '../common/errors.js';
import { methodFaults, targetFaults, timeFaults } from '../evidence/record-faults.js';
import { type EvidenceItem } from '../evidence/evidence-item.entity.js';
import { type ObservationContent } from './content.js';
import { type Observation } from './observation.entity.js';

/** Everything in a record that the pinned document or the calendar contradicts. `types` is ref → type. */
export function contentFaults(
  content: ObservationContent,
  types: ReadonlyMap<string, string>,
  now: string,
): FieldError[] {
  const refs = content.outcomes.map(({ ref }) => ref);
  const faults: FieldError[] = [];
  if (content.task && !content.form) faults.push({ field: 'task', rule: 'isEmpty' });
  return [
    ...faults,
    ...timeFaults(content, ['startedAt', 'endedAt'], now),
    ...methodFaults(content.method, types),
    ...targetFaults(refs, types, (index) => `outcomes.${index}.ref`),
  ];
}

/** What a draft may lack and a signed record may not; of a demonstration, that is also what was asked. */
export function signingFaults(
  { task, place, outcomes }: Pick<Observation, 'task' | 'place' | 'outcomes'>,
  { form }: Pick<EvidenceItem, 'form'>,
): FieldError[] {
  const faults: FieldError[] = [];
  if (form === 'demonstration' && !task) faults.push({ field: 'task', rule: 'isNotEmpty' });
  if (!place) faults.push({ field: 'place', rule: 'isNotEmpty' });
  if (outcomes.length === 0) faults.push({ field: 'outcomes', rule: 'arrayMinSize' });
  return faults;
}
