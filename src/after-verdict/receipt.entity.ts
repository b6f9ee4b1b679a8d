import { Entity, ForeignKey } from 'typeorm';
import { Id, Text } from '../database/columns.js';
import { User } from '../people/user.entity.js';
import { Verdict } from '../verdicts/verdict.entity.js';

/** The candidate's word that they have the document. It is no consent. */
@Entity('verdict_receipts')
export class VerdictReceipt {
  @Id()
  id: string;
  @Text({ unique: true })
  @ForeignKey(() => Verdict)
  verdictId: string;
  @Text()
  @ForeignKey(() => User)
  userId: string;
  @Text()
  receivedAt: string;
  /** SHA-256 of the PDF that they had before them. */
  @Text()
  documentSha256: string;
}
