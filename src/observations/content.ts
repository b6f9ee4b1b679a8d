import { dateIn } from '../common/clock.js';
import { type EvidenceItem } from '../evidence/evidence-item.entity.js';
import { type Observation } from './observation.entity.js';
import { type RecordObservation } from './observations.dto.js';

/** What an assessor writes down of what they saw. */
export type ObservationContent = Pick<
  Observation,
  'startedAt' | 'endedAt' | 'place' | 'present' | 'context' | 'notes' | 'method' | 'outcomes'
> & { title: string };

/** The content that an input means: the same input always gives the same content. */
export function contentOf(input: RecordObservation): ObservationContent {
  return {
    title: input.title || `觀察紀錄 ${dateIn(input.startedAt)}`,
    startedAt: input.startedAt,
    endedAt: input.endedAt ?? null,
    place: input.place ?? '',
    present: input.present ?? '',
    context: input.context ?? '',
    notes: input.notes ?? '',
    method: input.method || null,
    outcomes: (input.outcomes ?? []).map(({ ref, outcome, note }) => ({ ref, outcome, ...(note && { note }) })),
  };
}

export function storedContent(row: Observation, { title }: EvidenceItem): ObservationContent {
  const { startedAt, endedAt, place, present, context, notes, method, outcomes } = row;
  return { title, startedAt, endedAt, place, present, context, notes, method, outcomes };
}
