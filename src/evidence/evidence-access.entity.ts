import { Entity, ForeignKey, Index } from 'typeorm';
import { Assessment } from '../assessments/assessment.entity.js';
import { Id, OptionalText, Text } from '../database/columns.js';
import { User } from '../people/user.entity.js';
import { EvidenceItem } from './evidence-item.entity.js';

/** Its words and particulars were read, or the bytes of a file were taken. */
export type AccessKind = 'view' | 'download';

/** That somebody looked at evidence: what the person it is about may ask to know. */
@Entity('evidence_accesses')
@Index('evidence_accesses_assessment', ['assessmentId', 'id'])
@Index('evidence_accesses_item', ['itemId', 'userId', 'at'])
export class EvidenceAccess {
  @Id()
  id: string;
  @Text()
  @ForeignKey(() => Assessment)
  assessmentId: string;
  @Text()
  @ForeignKey(() => EvidenceItem)
  itemId: string;
  /** The file of a download; it may be deleted before what is known of who took it. */
  @OptionalText()
  fileId: string | null;
  /** Null for who has no account. */
  @OptionalText()
  @ForeignKey(() => User)
  userId: string | null;
  @Text()
  kind: AccessKind;
  @Text()
  at: string;
  /** By what way, where it was not the item's own page: an archive it was packed into, for example. */
  @OptionalText()
  via: string | null;
}
