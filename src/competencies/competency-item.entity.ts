import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Flag, OptionalText, OptionalWhole, Text, Whole } from '../database/columns.js';
import { CompetencyDocument } from './competency-document.entity.js';

/** One item of a document, in document order: a criterion, a key aspect, a knowledge item, a duty … */
@Entity('competency_items')
export class CompetencyItem {
  @PrimaryColumn('text')
  @ForeignKey(() => CompetencyDocument)
  documentId: string;
  /** Unique in the document: its code, or `B2/K01` where codes are local to a competence block. */
  @PrimaryColumn('text')
  ref: string;
  @Whole()
  position: number;
  @Text()
  type: string;
  @Text()
  code: string;
  /** The code is ours, because the source prints only ordinals. */
  @Flag()
  derived: boolean;
  @OptionalText()
  parentRef: string | null;
  /** The competence block it belongs to, counted from 1, in a standard. */
  @OptionalWhole()
  block: number | null;
  @OptionalWhole()
  level: number | null;
  @Text()
  text: string;
  /** Asks for something done over time, so one date is not enough (rule S10). */
  @Flag()
  continuous: boolean;
}
