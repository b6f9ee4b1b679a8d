import { Entity, ForeignKey, Index } from 'typeorm';
import { Bytes, Id, OptionalText, Text, Whole } from '../database/columns.js';
import { EvidenceItem } from './evidence-item.entity.js';

/** One file of an item. The bytes live in the store under their hash; the name is what the sender called it. */
@Entity('evidence_files')
@Index('evidence_files_item', ['itemId'])
@Index('evidence_files_sha256', ['sha256'])
export class EvidenceFile {
  @Id()
  id: string;
  @Text()
  @ForeignKey(() => EvidenceItem)
  itemId: string;
  @Whole()
  position: number;
  @Text()
  name: string;
  @Bytes()
  size: number;
  /** By content, never by name or header. */
  @Text()
  mediaType: string;
  @Text()
  sha256: string;
  @Text()
  receivedBy: string;
  @Text()
  receivedAt: string;
  /** The file of the same item that this one shows without other people's data. */
  @OptionalText()
  redactionOf: string | null;
  /** Why it was redacted. */
  @OptionalText()
  redactionReason: string | null;
}
