import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, Json, OptionalText, OptionalWhole, Text, Whole } from '../database/columns.js';
import { type DocumentKind, type LookContent } from '../documents/look.js';
import { TrainingBody } from '../people/training-body.entity.js';
import { User } from '../people/user.entity.js';

/** One version of how one kind of a body's documents looks, for good: documents made with it name it. */
@Entity('document_templates')
@Index('document_templates_version', ['bodyId', 'kind', 'version'], { unique: true })
@Index('document_templates_logo', ['logoSha256'])
export class DocumentTemplate {
  @Id()
  id: string;
  @Text()
  @ForeignKey(() => TrainingBody)
  bodyId: string;
  @Text()
  kind: DocumentKind;
  /** Counts from 1 in each body and kind; before it documents look as Touchstone draws them. */
  @Whole()
  version: number;
  @Json()
  content: LookContent;
  /** A PNG or JPEG in the file store. */
  @OptionalText()
  logoSha256: string | null;
  @OptionalWhole()
  logoSize: number | null;
  @Text()
  @ForeignKey(() => User)
  changedBy: string;
  @Text()
  changedAt: string;
}
