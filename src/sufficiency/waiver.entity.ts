import { Entity, ForeignKey, Index } from 'typeorm';
import { Assessment } from '../assessments/assessment.entity.js';
import { Id, Json, Text } from '../database/columns.js';
import { User } from '../people/user.entity.js';

/**
 * The lead assessor's answer to a warning, with a reason and a name. It covers what the same rule finds amiss with no
 * more than these targets and items, so that a warning that grows stands again. Source: domain.md, Rules.
 */
@Entity('waivers')
@Index('waivers_assessment', ['assessmentId'])
export class Waiver {
  @Id()
  id: string;
  @Text()
  @ForeignKey(() => Assessment)
  assessmentId: string;
  /** The id of the rule that warned, and what it found. */
  @Text()
  rule: string;
  @Text()
  problem: string;
  /** Refs of the targets it concerned. */
  @Json()
  targets: string[];
  /** Ids of the items it concerned. */
  @Json()
  items: string[];
  @Text()
  reason: string;
  @Text()
  @ForeignKey(() => User)
  waivedBy: string;
  @Text()
  waivedAt: string;
}

/** That a waiver was taken back, and why: the warning stands again, and may be answered anew. */
@Entity('waiver_withdrawals')
export class WaiverWithdrawal {
  /** The waiver's. */
  @Id()
  @ForeignKey(() => Waiver)
  id: string;
  @Text()
  reason: string;
  @Text()
  @ForeignKey(() => User)
  withdrawnBy: string;
  @Text()
  withdrawnAt: string;
}
