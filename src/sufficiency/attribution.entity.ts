import { Entity, ForeignKey, Index } from 'typeorm';
import { Assessment } from '../assessments/assessment.entity.js';
import { Id, OptionalText, Text } from '../database/columns.js';
import { User } from '../people/user.entity.js';

/**
 * An assessor's word that a knowledge or skill item is demonstrated through a criterion, and needs no evidence of its
 * own. Source: domain.md S4.
 */
@Entity('attributions')
@Index('attributions_assessment', ['assessmentId'])
export class Attribution {
  @Id()
  id: string;
  @Text()
  @ForeignKey(() => Assessment)
  assessmentId: string;
  /** The knowledge or skill item. */
  @Text()
  targetRef: string;
  /** The criterion or indicator. */
  @Text()
  throughRef: string;
  @Text()
  @ForeignKey(() => User)
  statedBy: string;
  @Text()
  statedAt: string;
  @OptionalText()
  withdrawnAt: string | null;
  @OptionalText()
  withdrawnBy: string | null;
}
