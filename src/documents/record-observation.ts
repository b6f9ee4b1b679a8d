import { type Instant, type Party } from './record.js';

export type ObservedOutcome = 'shown' | 'not_shown' | 'not_seen';

/** What the assessor saw of one target; `not_seen` says nothing of the candidate. */
export interface VerdictObservedTarget {
  ref: string;
  outcome: ObservedOutcome;
  note: string | null;
}

/** The content of an observation, as its author signed it. */
export interface VerdictObservation {
  observedBy: Party;
  startedAt: Instant;
  endedAt: Instant | null;
  /** What the candidate was asked to do: of a demonstration only. */
  task: string | null;
  place: string | null;
  present: string | null;
  context: string | null;
  notes: string | null;
  method: string | null;
  outcomes: VerdictObservedTarget[];
  /** SHA-256 over what the signature covers. */
  signedSha256: string | null;
}

/** One target as several observers saw it, those who wrote it down, and what was concluded of it. */
export interface VerdictSittingTarget {
  ref: string;
  seen: { itemNumber: number; outcome: ObservedOutcome }[];
  /** Whether they do not all say the same. */
  differs: boolean;
  concluded: ObservedOutcome | null;
  reason: string | null;
}

/** One occasion that several assessors watched, each with a record among the items, and their one conclusion. */
export interface VerdictSitting {
  id: string;
  place: string;
  startedAt: Instant;
  endedAt: Instant | null;
  note: string | null;
  observers: { itemNumber: number; observedBy: Party }[];
  targets: VerdictSittingTarget[];
  /** Null if none was drawn: nothing that was seen was then claimed on the strength of it. */
  conclusion: { concludedBy: Party; concludedAt: Instant; notes: string | null; contentSha256: string } | null;
}
