import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Json, OptionalText, Text, Whole } from '../database/columns.js';
import { EvidenceItem } from '../evidence/evidence-item.entity.js';
import { User } from '../people/user.entity.js';

/** Why somebody was asked: to test what they know, or to talk through what they bring to a recognition. */
export const questioningPurposes = ['questioning', 'rpl_conversation'] as const;
export type QuestioningPurpose = (typeof questioningPurposes)[number];

export const questionModes = ['oral', 'written'] as const;
export type QuestionMode = (typeof questionModes)[number];

export const questionOutcomes = ['satisfactory', 'not_satisfactory', 'not_asked'] as const;

export interface Question {
  id: string;
  text: string;
  /** The targets it is tied to. */
  refs: string[];
  mode: QuestionMode;
  answer: string;
  outcome: (typeof questionOutcomes)[number];
  note?: string;
}

/**
 * An assessor's record of what the candidate was asked and answered. It is an evidence item of form `questioning`
 * under the same id.
 */
@Entity('questionings')
export class Questioning {
  /** Made by the client, so that sending twice is harmless. */
  @PrimaryColumn('text')
  @ForeignKey(() => EvidenceItem)
  id: string;
  @Text()
  @ForeignKey(() => User)
  assessorId: string;
  /** A conversation about prior learning is the same record (rule P8). */
  @Text()
  purpose: QuestioningPurpose;
  @Text()
  askedAt: string;
  @OptionalText()
  endedAt: string | null;
  /** Where it took place, or by what means. */
  @Text()
  place: string;
  /** Who was present, in words. */
  @Text()
  present: string;
  @Text()
  notes: string;
  @OptionalText()
  method: string | null;
  @Json()
  questions: Question[];
  /** How the questions that were asked were answered: told from them, for the rules to read without the words. */
  @Json()
  modes: QuestionMode[];
  /** Ids of the items that were talked about: a conversation confirms written work (rule A6). */
  @Json()
  about: string[];
  /** Grows with each change: the record's ETag. */
  @Whole()
  revision: number;
  /** SHA-256 over the record and its files as they were signed; the item says when. */
  @OptionalText()
  signedSha256: string | null;
}
