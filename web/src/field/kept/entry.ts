import { type Body, type FieldProblem } from '../../api/client';
import { type KeptSitting } from './taken';

export type RecordInput = NonNullable<Body<'/api/assessments/{assessmentId}/observations/{id}', 'put'>>;
export type Outcome = NonNullable<RecordInput['outcomes']>[number]['outcome'];

export type Questioning = NonNullable<Body<'/api/assessments/{assessmentId}/questionings/{id}', 'put'>>;
/** One question as it was put in speech, and tied to one target. */
export interface Question {
  id: string;
  ref: string;
  text: string;
  answer: string;
  outcome: NonNullable<Questioning['questions']>[number]['outcome'];
}

/** What the server refused of an entry, kept with it until somebody acts. */
export interface Refusal {
  code: string;
  message: string;
  errors: readonly FieldProblem[];
}

/**
 * An observation as this device keeps it, under the id that the server will know it by. `open` is being written down,
 * `queued` waits to be sent, `refused` waits for its assessor, `sent` is with the server.
 */
export interface Entry {
  id: string;
  /** Whose it is; nobody else sees it, whoever signs in on this device. */
  userId: string;
  assessmentId: string;
  candidateName: string;
  state: 'open' | 'queued' | 'refused' | 'sent';
  form: 'observation' | 'demonstration' | 'questioning';
  startedAt: string;
  endedAt: string | null;
  task: string;
  place: string;
  present: string;
  context: string;
  notes: string;
  method: string;
  outcomes: Record<string, { outcome: Outcome; note: string }>;
  /** The occasion that several watch together, if it is one. */
  sitting?: KeptSitting | null;
  /** What was asked, where that is what it is a record of. */
  questions?: Question[];
  /** Its assessor has asked to sign what is here. */
  sign: boolean;
  changedAt: string;
  queuedAt: string | null;
  /** What the server has acknowledged: the revision it holds, and when all of it, or the signature, was there. */
  revision: number | null;
  sentAt: string | null;
  signedAt: string | null;
  problem: Refusal | null;
}

export interface Photo {
  id: string;
  entryId: string;
  /** Unlike any other, so that one that was sent twice is known. */
  name: string;
  takenAt: string;
  size: number;
  /** Taken back before it was sent. */
  removed: boolean;
  sent: boolean;
  /** Why the server would not have it. */
  problem?: Refusal | null;
}

export type Content = Pick<
  Entry,
  | 'form'
  | 'startedAt'
  | 'endedAt'
  | 'task'
  | 'place'
  | 'present'
  | 'context'
  | 'notes'
  | 'method'
  | 'outcomes'
  | 'sitting'
  | 'questions'
>;

/** The record as the API takes it. */
export function inputOf(entry: Content): RecordInput {
  const form = entry.form === 'demonstration' ? entry.form : 'observation';
  const { startedAt, endedAt, place, present, context, notes } = entry;
  return {
    form,
    startedAt,
    endedAt,
    place,
    present,
    context,
    notes,
    ...(form === 'demonstration' && { task: entry.task }),
    ...(entry.method && { method: entry.method }),
    ...(entry.sitting && { sittingId: entry.sitting.id }),
    outcomes: Object.entries(entry.outcomes).map(([ref, { outcome, note }]) => ({
      ref,
      outcome,
      ...(note.trim() && { note }),
    })),
  };
}

/** The same for a record of questions. An answer to what was not asked is none. */
export function questioningOf({ questions = [], ...entry }: Content): Questioning {
  const { startedAt: askedAt, endedAt, place, present, notes, method } = entry;
  return {
    askedAt,
    endedAt,
    place,
    present,
    notes,
    ...(method && { method }),
    questions: questions.map(({ id, ref, text, answer, outcome }) => ({
      id,
      text,
      refs: ref ? [ref] : [],
      mode: 'oral',
      answer: outcome === 'not_asked' ? '' : answer,
      outcome,
    })),
  };
}

export type Lack = 'task' | 'place' | 'outcomes' | 'questions';

/** What must be there before it can be signed (the server holds to the same). */
export function lacksOf({ form, task, place, outcomes, questions = [] }: Content): Lack[] {
  const asked = questions.filter(({ outcome }) => outcome !== 'not_asked');
  const areAnswered = asked.every(({ text, answer }) => text.trim() && answer.trim());
  const isAsked = asked.length > 0 && areAnswered && questions.every(({ text }) => text.trim());
  return [
    ...(form === 'demonstration' && !task.trim() ? ['task' as const] : []),
    ...(place.trim() ? [] : ['place' as const]),
    ...(form === 'questioning' && !isAsked ? ['questions' as const] : []),
    ...(form === 'questioning' || Object.keys(outcomes).length > 0 ? [] : ['outcomes' as const]),
  ];
}

/** What is not with the server yet, of whichever state. */
export const isUnsent = ({ state }: Pick<Entry, 'state'>): boolean => state !== 'sent';

/** How many targets, or questions, it says something of. */
export function notedIn({ form, outcomes, questions = [] }: Content): number {
  return form === 'questioning' ? questions.length : Object.keys(outcomes).length;
}
