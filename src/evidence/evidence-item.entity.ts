import { Entity, ForeignKey, Index } from 'typeorm';
import { Flag, Id, OptionalText, Text, Whole } from '../database/columns.js';
import { Assessment } from '../assessments/assessment.entity.js';
import { type EvidenceForm, type Provenance } from '../settings/evidence-class.js';
import { User } from '../people/user.entity.js';

/** One piece of evidence: its form and provenance, its dates, and what was said of it. */
@Entity('evidence_items')
@Index('evidence_items_number', ['assessmentId', 'number'], { unique: true })
@Index('evidence_items_origin', ['originId'])
export class EvidenceItem {
  @Id()
  id: string;
  @Text()
  @ForeignKey(() => Assessment)
  assessmentId: string;
  /** Counted from 1 within the assessment: what people call it. */
  @Whole()
  number: number;
  @Text()
  form: EvidenceForm;
  @Text()
  title: string;
  @Text()
  producedBy: Provenance;
  /** The calendar date it was made, or null while unknown: it then counts for nothing (rule C1). */
  @OptionalText()
  producedOn: string | null;
  /** A web address, for evidence that is a link. */
  @OptionalText()
  url: string | null;
  /** Words, for evidence that is a written statement; a description otherwise. */
  @OptionalText()
  statement: string | null;
  @Text()
  @ForeignKey(() => User)
  submittedBy: string;
  @Text()
  receivedAt: string;
  /** When the author of a record (observation, report …) signed it; such a record counts for nothing before. */
  @OptionalText()
  signedAt: string | null;
  @OptionalText()
  withdrawnAt: string | null;
  @OptionalText()
  withdrawnBy: string | null;
  @OptionalText()
  withdrawalReason: string | null;
  /**
   * The item of an earlier attempt that this one carries over, and whose files, record and declarations are its
   * content: the first of a chain, never another carried one.
   */
  @OptionalText()
  originId: string | null;
  /** Made by several people; it then says what the candidate's part was (rule A2). */
  @Flag({ default: false })
  groupWork: boolean;
  @OptionalText()
  candidatePart: string | null;
  /** A copy, whose original somebody has to have seen (rule A5). */
  @Flag({ default: false })
  copy: boolean;
  /** Holds personal data of others, which is redacted or justified (rule R2). */
  @Flag({ default: false })
  othersData: boolean;
  @OptionalText()
  othersDataReason: string | null;
}
