import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, Text } from '../database/columns.js';
import { User } from '../people/user.entity.js';
import { EvidenceItem } from './evidence-item.entity.js';

/** Seen: the original of a copy (rule A5), or the candidate while they wrote (rule A6). */
export const checkKinds = ['original_sighted', 'written_supervised'] as const;
export type CheckKind = (typeof checkKinds)[number];

/** An assessor's word, once given, that they looked for themselves. */
@Entity('authenticity_checks')
@Index('authenticity_checks_item', ['itemId'])
export class AuthenticityCheck {
  @Id()
  id: string;
  @Text()
  @ForeignKey(() => EvidenceItem)
  itemId: string;
  @Text()
  kind: CheckKind;
  /** What was seen, where, or how. */
  @Text()
  note: string;
  @Text()
  @ForeignKey(() => User)
  checkedBy: string;
  @Text()
  checkedAt: string;
}
