import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Json, OptionalText, Text, Whole } from '../database/columns.js';
import { EvidenceItem } from '../evidence/evidence-item.entity.js';
import { Invitation } from './invitation.entity.js';

export const seenAnswers = ['yes', 'partly', 'no', 'unknown'] as const;

/** Whether the candidate was seen to do one thing; `unknown` says nothing of the candidate. */
export interface ReportAnswer {
  ref: string;
  seen: (typeof seenAnswers)[number];
  comment?: string;
}

/**
 * What an invited third party reports: their own draft at first, then an evidence item of form `third_party_report`.
 * Rule A3 looks at who they say they are. Source: domain.md A3.
 */
@Entity('third_party_reports')
export class ThirdPartyReport {
  /** One invitation has one report. */
  @PrimaryColumn('text')
  @ForeignKey(() => Invitation)
  invitationId: string;
  /** The evidence item it has become; null while it is a draft. */
  @Text({ nullable: true, unique: true })
  @ForeignKey(() => EvidenceItem)
  itemId: string | null;
  @Text()
  name: string;
  /** The author's post and where they work. */
  @Text()
  post: string;
  /** What they are to the candidate. */
  @Text()
  relation: string;
  /** How to reach them to confirm the report; never printed. */
  @Text()
  contact: string;
  /** The days in which they saw the candidate work. */
  @OptionalText()
  periodFrom: string | null;
  @OptionalText()
  periodTo: string | null;
  /** The day it was signed. */
  @OptionalText()
  reportedOn: string | null;
  @Json()
  answers: ReportAnswer[];
  /** What they have to say besides. */
  @Text()
  general: string;
  /** The words of truth the author put their name to, as they read then. */
  @OptionalText()
  statement: string | null;
  /** Grows with each change: the draft's ETag. */
  @Whole()
  revision: number;
  @Text()
  updatedAt: string;
  /** SHA-256 over the report as it was signed. */
  @OptionalText()
  submittedSha256: string | null;
}
