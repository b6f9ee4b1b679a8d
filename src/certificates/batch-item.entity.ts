import { Entity, ForeignKey, Index } from 'typeorm';
import { Assessment } from '../assessments/assessment.entity.js';
import { Id, OptionalText, Text, Whole } from '../database/columns.js';
import { CertificateBatch } from './batch.entity.js';
import { Certificate } from './certificate.entity.js';

/** One assessment of a batch, and what became of it: a certificate, a refusal, or nothing yet. */
@Entity('certificate_batch_items')
@Index('certificate_batch_items_batch', ['batchId', 'position'], { unique: true })
@Index('certificate_batch_items_assessment', ['assessmentId'])
export class CertificateBatchItem {
  @Id()
  id: string;
  @Text()
  @ForeignKey(() => CertificateBatch)
  batchId: string;
  @Whole()
  position: number;
  @Text()
  @ForeignKey(() => Assessment)
  assessmentId: string;
  @OptionalText()
  @ForeignKey(() => Certificate)
  certificateId: string | null;
  /** Codes of what stood in its way, parted by spaces. */
  @OptionalText()
  refusal: string | null;
}
