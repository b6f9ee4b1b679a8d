import { typesOf } from '../evidence/record-faults.js';
import { type RecordKind } from '../evidence/record-kind.js';
import { type ObservationContent, storedContent } from './content.js';
import { contentFaults, signingFaults } from './faults.js';
import { Observation } from './observation.entity.js';

/** Observations as records that are signed: signing claims what was shown. */
export const observationRecords: RecordKind<Observation, ObservationContent> = {
  name: 'observation',
  entity: Observation,
  formOf: () => 'observation',
  happenedAt: ({ startedAt }) => startedAt,
  columnsOf: ({ title: _, ...columns }) => columns,
  contentOf: storedContent,
  faults: async (tx, { assessment, content, at }) => {
    const refs = [...content.outcomes.map(({ ref }) => ref), content.method];
    return contentFaults(content, await typesOf(tx, assessment.documentId, refs), at);
  },
  signingFaults,
  claimedRefs: ({ outcomes }) => outcomes.filter(({ outcome }) => outcome === 'shown').map(({ ref }) => ref),
};
