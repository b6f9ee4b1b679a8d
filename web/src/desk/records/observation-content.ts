import { type Content, inputOf as fieldInputOf } from '../../field/kept/entry';
import { type Observation, type ObservationInput, type Sitting } from './types';

/** An observation as it is written down: as in the workplace, with what is only said at the desk. */
export interface ObservationContent extends Content {
  title: string;
  sittingId: string | null;
}

export function contentOfObservation(record: Observation): ObservationContent {
  const { form, title, startedAt, endedAt, task, place, present, context, notes, method, sittingId } = record;
  const outcomes = record.outcomes.map(({ ref, outcome, note }) => [ref, { outcome, note: note ?? '' }] as const);
  const texts = { task: task ?? '', place, present, context, notes, method: method ?? '' };
  return { form, title, startedAt, endedAt, sittingId, ...texts, outcomes: Object.fromEntries(outcomes) };
}

export function blankObservation(
  form: Content['form'],
  sitting?: Pick<Sitting, 'id' | 'place' | 'startedAt' | 'endedAt'>,
): ObservationContent {
  return {
    form,
    title: '',
    sittingId: sitting?.id ?? null,
    startedAt: sitting?.startedAt ?? new Date().toISOString(),
    endedAt: sitting?.endedAt ?? null,
    task: '',
    place: sitting?.place ?? '',
    present: '',
    context: '',
    notes: '',
    method: '',
    outcomes: {},
  };
}

export function inputOfObservation(content: ObservationContent): ObservationInput {
  const { title, sittingId } = content;
  return { ...fieldInputOf(content), title, ...(sittingId && { sittingId }) };
}
