import { type Answer, type Body, type FieldProblem } from '../../api/client';

export type RecordInput = NonNullable<Body<'/api/assessments/{assessmentId}/observations/{id}', 'put'>>;
export type Outcome = NonNullable<RecordInput['outcomes']>[number]['outcome'];
/** What a signature covers (openapi.json leaves it open, as kinds of records differ in it). */
export type SignedContent = Answer<'/api/observations/{id}', 'get'> & { files: { name: string; size: number }[] };

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
  form: 'observation' | 'demonstration';
  startedAt: string;
  endedAt: string | null;
  task: string;
  place: string;
  present: string;
  context: string;
  notes: string;
  method: string;
  outcomes: Record<string, { outcome: Outcome; note: string }>;
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
  'form' | 'startedAt' | 'endedAt' | 'task' | 'place' | 'present' | 'context' | 'notes' | 'method' | 'outcomes'
>;

/** The record as the API takes it. */
export function inputOf(entry: Content): RecordInput {
  const { form, startedAt, endedAt, place, present, context, notes } = entry;
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
    outcomes: Object.entries(entry.outcomes).map(([ref, { outcome, note }]) => ({
      ref,
      outcome,
      ...(note.trim() && { note }),
    })),
  };
}

export type Lack = 'task' | 'place' | 'outcomes';

/** What must be there before it can be signed (the server holds to the same). */
export function lacksOf({ form, task, place, outcomes }: Content): Lack[] {
  return [
    ...(form === 'demonstration' && !task.trim() ? ['task' as const] : []),
    ...(place.trim() ? [] : ['place' as const]),
    ...(Object.keys(outcomes).length > 0 ? [] : ['outcomes' as const]),
  ];
}

/** What is not with the server yet, of whichever state. */
export const isUnsent = ({ state }: Pick<Entry, 'state'>): boolean => state !== 'sent';
