import { PickType } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsUUID } from 'class-validator';
import { PageQuery } from '../common/paging.js';
import { Plain, Required } from '../common/validation.js';
import { type Pathway, pathways } from './assessment.entity.js';
import { type AssignmentDuty, assignmentDuties } from './assignment.entity.js';

export class EnrolCandidate {
  @IsUUID()
  candidateId: string;

  /** The document version (and edition) to be assessed against: pinned from now on. */
  @IsUUID()
  documentId: string;

  @IsIn(pathways)
  pathway: Pathway;

  @IsUUID()
  leadAssessorId: string;

  /** A label that groups candidates who go together. */
  @IsOptional()
  @Plain(100)
  cohort?: string | null;

  /** Where the candidate works: what an assessor visits in one day. */
  @IsOptional()
  @Plain(100)
  workplace?: string | null;
}

export class ChangeEnrolment extends PickType(EnrolCandidate, ['cohort', 'workplace'] as const) {}

export class AssessmentsQuery extends PageQuery {
  @IsOptional()
  @IsUUID()
  bodyId?: string;

  @IsOptional()
  @IsUUID()
  documentId?: string;

  @IsOptional()
  @IsUUID()
  candidateId?: string;

  @IsOptional()
  @Plain(100)
  cohort?: string;

  /** Only candidates who work there. */
  @IsOptional()
  @Plain(100)
  workplace?: string;

  /** A part of the candidate's name, of the document's code or name, or of the cohort. */
  @IsOptional()
  @Plain(100)
  search?: string;
}

export class AssignPerson {
  @IsUUID()
  userId: string;

  @IsIn(assignmentDuties)
  duty: AssignmentDuty;
}

export class WithdrawAssessment {
  /** Why the candidate leaves; nobody has to give more than that they do. */
  @Required(2000)
  reason: string;
}

export class DeclareInterest {
  /** True where there is a conflict of interest: that person's judgements then count for nothing. */
  @IsBoolean()
  conflict: boolean;

  /** What the interest is, or that there is none. */
  @Required(2000)
  statement: string;
}
