import { Entity, ForeignKey, Index } from 'typeorm';
import { Assessment } from '../assessments/assessment.entity.js';
import { Bytes, Id, Text, Whole } from '../database/columns.js';
import { type SignatureLevel } from '../i18n/signing.js';

/**
 * One state of a signed document: the first is the document as it was issued, each later one has the bytes of the one
 * before it and something for its long-term validation behind them. Nothing in it ever changes.
 */
@Entity('document_revisions')
@Index('document_revisions_number', ['documentNumber', 'number'], { unique: true })
@Index('document_revisions_assessment', ['assessmentId'])
@Index('document_revisions_sha256', ['sha256'])
export class DocumentRevision {
  @Id()
  id: string;
  /** Printed on the document, of whatever kind it is. */
  @Text()
  documentNumber: string;
  /** Counts from 1, the document as it was issued. */
  @Whole()
  number: number;
  /** What the document is about: where that is deleted, only the hash is left. */
  @Text()
  @ForeignKey(() => Assessment)
  assessmentId: string;
  @Text()
  sha256: string;
  @Bytes()
  size: number;
  /** PAdES baseline level reached. */
  @Text()
  level: SignatureLevel;
  @Text()
  madeAt: string;
}
