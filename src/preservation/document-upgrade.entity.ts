import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, OptionalText, Text, Whole } from '../database/columns.js';
import { TrainingBody } from '../people/training-body.entity.js';

/** When an issued document is to be looked at again: to reach the highest level, and later to stay there. */
@Entity('document_upgrades')
@Index('document_upgrades_due', ['nextAttemptAt'])
export class DocumentUpgrade {
  @Id()
  documentNumber: string;
  @Text()
  @ForeignKey(() => TrainingBody)
  bodyId: string;
  /** Null once the document is deleted. */
  @OptionalText()
  nextAttemptAt: string | null;
  /** Attempts since the last one that succeeded. */
  @Whole()
  attempts: number;
  /** Why the last attempt failed; the server's log has the rest. */
  @OptionalText()
  lastError: string | null;
}
