import { dateIn } from '../common/clock.js';
import { type EvidenceItem } from '../evidence/evidence-item.entity.js';
import { type Observation, type ObservedForm } from './observation.entity.js';
import { type RecordObservation } from './observations.dto.js';

/**
 * What an assessor writes down of what they saw. What only demonstrations and sittings have is there for them alone, so
 * that records signed before there were any keep the hash they were signed with.
 */
export type ObservationContent = Pick<
  Observation,
  'startedAt' | 'endedAt' | 'place' | 'present' | 'context' | 'notes' | 'method' | 'outcomes'
> & { title: string; form?: 'demonstration'; task?: string; sittingId?: string };

const titles: Record<ObservedForm, string> = { observation: '觀察紀錄', demonstration: '實作示範' };

/** The content that an input means: the same input always gives the same content. */
export function contentOf(input: RecordObservation): ObservationContent {
  const form = input.form ?? 'observation';
  return {
    ...rarely(form, input.task, input.sittingId),
    title: input.title || `${titles[form]} ${dateIn(input.startedAt)}`,
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

export function storedContent(row: Observation, { title, form }: EvidenceItem): ObservationContent {
  const { startedAt, endedAt, place, present, context, notes, method, outcomes, task, sittingId } = row;
  const always = { title, startedAt, endedAt, place, present, context, notes, method, outcomes };
  return { ...rarely(form, task, sittingId), ...always };
}

function rarely(form: string, task?: string | null, sittingId?: string | null): Partial<ObservationContent> {
  return {
    ...(form === 'demonstration' && { form }),
    ...(task && { task }),
    ...(sittingId && { sittingId: sittingId.toLowerCase() }),
  };
}
