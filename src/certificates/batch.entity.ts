import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, Json, OptionalText, Text } from '../database/columns.js';
import { TrainingBody } from '../people/training-body.entity.js';
import { User } from '../people/user.entity.js';

/** Whose certificates were asked for. */
export interface BatchCriteria {
  cohort: string | null;
  documentId: string | null;
  /** How many assessments were named one by one; null where they were chosen by the others. */
  named: number | null;
}

/** An order of many certificates at once, which a server makes in the background. */
@Entity('certificate_batches')
@Index('certificate_batches_body', ['bodyId', 'id'])
@Index('certificate_batches_open', ['finishedAt', 'cancelledAt'])
export class CertificateBatch {
  @Id()
  id: string;
  @Text()
  @ForeignKey(() => TrainingBody)
  bodyId: string;
  @Json()
  criteria: BatchCriteria;
  @Text()
  @ForeignKey(() => User)
  orderedBy: string;
  @Text()
  orderedAt: string;
  /** The run that has it in hand; null while it waits. */
  @OptionalText()
  runId: string | null;
  /** When that run last said that it is alive. */
  @OptionalText()
  aliveAt: string | null;
  /** When every item was settled. */
  @OptionalText()
  finishedAt: string | null;
  /** What has a number by then keeps it, and gets its document. */
  @OptionalText()
  cancelledAt: string | null;
  @OptionalText()
  cancelledBy: string | null;
}
