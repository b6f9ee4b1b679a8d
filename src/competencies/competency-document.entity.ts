import { Entity, Index } from 'typeorm';
import { Id, Json, OptionalText, Text, Whole } from '../database/columns.js';

/** One edition of one published version of a competency unit or occupational standard. It never changes. */
@Entity('competency_documents')
@Index('competency_documents_edition', ['code', 'edition'], { unique: true })
@Index('competency_documents_base', ['baseCode'])
export class CompetencyDocument {
  @Id()
  id: string;
  @Text()
  kind: 'competency_unit' | 'occupational_competency_standard';
  /** As published, with its version: `KMM5R0915v2`. */
  @Text()
  code: string;
  /** The code without its version: what the versions of one document share. */
  @Text()
  baseCode: string;
  @Whole()
  version: number;
  /** 1, or higher for an explicit corrected edition of the same version. */
  @Whole()
  edition: number;
  @Text()
  name: string;
  @Whole()
  level: number;
  /** The interchange document. */
  @Json()
  content: unknown;
  @Json()
  report: unknown;
  /** The text as it was given to us, and its hash: what the items can always be checked against. */
  @Text()
  source: string;
  @Text()
  sourceSha256: string;
  @Text()
  importedBy: string;
  @Text()
  importedAt: string;
  /** Why a corrected edition was made. */
  @OptionalText()
  correction: string | null;
}
