import { type Instant, type Party } from './record.js';

/** One question; `not_asked` says nothing of the candidate. */
export interface VerdictQuestion {
  text: string;
  /** The targets it is tied to. */
  refs: string[];
  mode: 'oral' | 'written';
  answer: string | null;
  outcome: 'satisfactory' | 'not_satisfactory' | 'not_asked';
  note: string | null;
}

/** The content of a questioning record or a conversation about prior learning, as its author signed it. */
export interface VerdictQuestioning {
  purpose: 'questioning' | 'rpl_conversation';
  askedBy: Party;
  askedAt: Instant;
  endedAt: Instant | null;
  place: string | null;
  present: string | null;
  notes: string | null;
  method: string | null;
  questions: VerdictQuestion[];
  /** Numbers of the items that were talked about. */
  about: number[];
  /** SHA-256 over what the signature covers. */
  signedSha256: string | null;
}

/** An assessor's word that they looked. */
export interface VerdictCheck {
  by: Party;
  at: Instant;
}

/** How an item came about and what it holds besides, as far as anything was said or checked of it. */
export interface VerdictCircumstances {
  groupWork: boolean;
  candidatePart: string | null;
  copy: boolean;
  /** Who sighted the original. */
  sighted: VerdictCheck | null;
  /** Who saw the candidate write it. */
  supervised: VerdictCheck | null;
  /** Numbers of the signed conversations that were about it. */
  confirmedBy: number[];
  othersData: boolean;
  othersDataReason: string | null;
}
