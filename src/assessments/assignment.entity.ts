import { Entity, ForeignKey, Index } from 'typeorm';
import { Flag, Id, OptionalText, Text } from '../database/columns.js';
import { User } from '../people/user.entity.js';
import { Assessment } from './assessment.entity.js';

export const assignmentDuties = ['lead_assessor', 'assessor', 'verifier'] as const;
export type AssignmentDuty = (typeof assignmentDuties)[number];

/** Who assesses or verifies one assessment, from when until when. */
@Entity('assignments')
@Index('assignments_assessment', ['assessmentId'])
@Index('assignments_user', ['userId', 'assessmentId'])
export class Assignment {
  @Id()
  id: string;
  @Text()
  @ForeignKey(() => Assessment)
  assessmentId: string;
  @Text()
  @ForeignKey(() => User)
  userId: string;
  @Text()
  duty: AssignmentDuty;
  @Text()
  assignedBy: string;
  @Text()
  assignedAt: string;
  @OptionalText()
  endedAt: string | null;
}

/** An assessor's declaration of interests in one assessment (rule P1). The latest one stands. */
@Entity('interest_declarations')
@Index('interest_declarations_assessment', ['assessmentId'])
export class InterestDeclaration {
  @Id()
  id: string;
  @Text()
  @ForeignKey(() => Assessment)
  assessmentId: string;
  @Text()
  @ForeignKey(() => User)
  userId: string;
  @Flag()
  conflict: boolean;
  /** What the interest is, or why there is none. */
  @Text()
  statement: string;
  @Text()
  declaredAt: string;
}
