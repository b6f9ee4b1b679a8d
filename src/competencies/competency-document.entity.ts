import { Entity, Index } from 'typeorm';
import { Id, Json, OptionalText, Text, Whole } from '../database/columns.js';
import { type InterchangeDocument } from './icap/interchange.js';
import { type ImportReport } from './icap/report.js';

export const documentKinds = ['competency_unit', 'occupational_competency_standard'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** One edition of one published version of a competency unit or occupational standard. It never changes. */
@Entity('competency_documents')
@Index('competency_documents_edition', ['code', 'edition'], { unique: true })
@Index('competency_documents_base', ['baseCode'])
@Index('competency_documents_source', ['sourceSha256'])
export class CompetencyDocument {
  @Id()
  id: string;
  @Text()
  kind: DocumentKind;
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
  /** Of `source`, as UTF-8. */
  @Text()
  sourceSha256: string;
  @Text()
  importedBy: string;
  @Text()
  importedAt: string;
  /** Why a corrected edition was made. */
  @OptionalText()
  correction: string | null;
  /** The interchange document. This and the next two are long, and last, so that lists need not read past them. */
  @Json()
  content: InterchangeDocument;
  @Json()
  report: ImportReport;
  /** The text as it was given to us: what the items can always be checked against. */
  @Text()
  source: string;
}
