import { type FieldError } from '../common/errors.js';
import { plannedTypesOf } from '../evidence/record-faults.js';
import { type RecordKind, type Recording } from '../evidence/record-kind.js';
import { type ObservationContent, storedContent } from './content.js';
import { contentFaults, signingFaults } from './faults.js';
import { Observation } from './observation.entity.js';
import { joiningFaults, requireUnconcluded } from './joining.js';
import { shownRefs } from './side-by-side.js';

/** Observations and demonstrations as records that are signed: signing claims what was shown. */
export const observationRecords: RecordKind<Observation, ObservationContent> = {
  name: 'observation',
  entity: Observation,
  formOf: ({ form }) => form ?? 'observation',
  happenedAt: ({ startedAt }) => startedAt,
  columnsOf: ({ title: _, form: __, task = null, sittingId = null, ...columns }) => ({ ...columns, task, sittingId }),
  contentOf: storedContent,
  faults: async (tx, recording) => {
    const { assessment, content, at } = recording;
    const refs = [...content.outcomes.map(({ ref }) => ref), content.method];
    const found = contentFaults(content, await plannedTypesOf(tx, assessment, refs), at);
    return [...formFaults(recording), ...found, ...(await joiningFaults(tx, recording))];
  },
  signingFaults: async (row, item, tx) => {
    if (row.sittingId) await requireUnconcluded(tx, row.sittingId);
    return signingFaults(row, item);
  },
  // What one of several observers saw waits for the conclusion of all.
  claimedRefs: (row) => (row.sittingId ? [] : shownRefs(row)),
};

/** Whether work was arranged is what makes a record what it is: another form is another record. */
function formFaults({ content, before }: Recording<Observation, ObservationContent>): FieldError[] {
  const same = !before || before.item.form === (content.form ?? 'observation');
  return same ? [] : [{ field: 'form', rule: 'isFixed' }];
}
