import { Entity, ForeignKey, Index } from 'typeorm';
import { Assessment } from '../assessments/assessment.entity.js';
import { Id, Json, OptionalText, Text } from '../database/columns.js';
import { EvidenceItem } from '../evidence/evidence-item.entity.js';
import { User } from '../people/user.entity.js';

/** What an assessor asks of the candidate: what, for which targets, until when. Evidence answers it. */
@Entity('evidence_requests')
@Index('evidence_requests_assessment', ['assessmentId', 'id'])
export class EvidenceRequest {
  @Id()
  id: string;
  @Text()
  @ForeignKey(() => Assessment)
  assessmentId: string;
  @Json()
  targetRefs: string[];
  @Text()
  text: string;
  /** The last day for it, a day in Taiwan. */
  @Text()
  dueOn: string;
  @Text()
  @ForeignKey(() => User)
  requestedBy: string;
  @Text()
  requestedAt: string;
  @OptionalText()
  withdrawnAt: string | null;
  @OptionalText()
  withdrawnBy: string | null;
  @OptionalText()
  withdrawalReason: string | null;
}

/** The candidate's word that an item is what was asked for. */
@Entity('request_answers')
@Index('request_answers_item', ['requestId', 'itemId'], { unique: true })
export class RequestAnswer {
  @Id()
  id: string;
  @Text()
  @ForeignKey(() => EvidenceRequest)
  requestId: string;
  @Text()
  @ForeignKey(() => EvidenceItem)
  itemId: string;
  @Text()
  @ForeignKey(() => User)
  answeredBy: string;
  @Text()
  answeredAt: string;
}
