import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, Text } from '../database/columns.js';
import { User } from '../people/user.entity.js';
import { EvidenceItem } from './evidence-item.entity.js';

/** The candidate's signed word that an item is their own work (rule A1): login, time and hash, no more than that. */
@Entity('declarations')
@Index('declarations_item', ['itemId'])
export class Declaration {
  @Id()
  id: string;
  @Text()
  @ForeignKey(() => EvidenceItem)
  itemId: string;
  @Text()
  @ForeignKey(() => User)
  userId: string;
  /** The words that were agreed to. */
  @Text()
  statement: string;
  /** SHA-256 over the item's content as it stood: files, link, statement, title and date. */
  @Text()
  contentSha256: string;
  @Text()
  declaredAt: string;
}
