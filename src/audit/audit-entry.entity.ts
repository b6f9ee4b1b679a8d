import { Entity, Index, PrimaryColumn } from 'typeorm';
import { OptionalText, Text } from '../database/columns.js';

/** One change of state. Rows are only ever added; each carries the hash of the one before. */
@Entity('audit_entries')
@Index('audit_entries_body', ['bodyId', 'seq'])
export class AuditEntry {
  @PrimaryColumn('integer')
  seq: number;
  @Text()
  at: string;
  @Text()
  actorId: string;
  /** What happened, such as `evidence.received`. */
  @Text()
  action: string;
  @Text()
  subjectId: string;
  /** The training body concerned, where there is one. */
  @OptionalText()
  bodyId: string | null;
  /** Canonical JSON of what changed: ids, hashes and values, no names. */
  @Text()
  data: string;
  @Text()
  previousHash: string;
  @Text()
  hash: string;
}
