import { pageView } from '../common/paging.js';
import { type Assessment, type Pathway } from './assessment.entity.js';
import { type Assignment, type AssignmentDuty, type InterestDeclaration } from './assignment.entity.js';

export class AssessmentView {
  id: string;
  bodyId: string;
  candidate: { id: string; name: string };
  document: { id: string; code: string; edition: number; name: string };
  pathway: Pathway;
  attempt: number;
  cohort: string | null;
  enrolledAt: string;
  decidedAt: string | null;
  /** When the candidate left without a verdict (not assessed), and why. */
  withdrawnAt: string | null;
  withdrawalReason: string | null;
  /** The attempt before, if there was one. */
  previousId: string | null;
  /** Where the candidate works. */
  workplace: string | null;
  revision: number;
}

export class AssessmentsPage extends pageView(AssessmentView) {}

export class AssignmentView {
  id: string;
  person: { id: string; name: string };
  duty: AssignmentDuty;
  assignedAt: string;
  endedAt: string | null;
}

export class InterestDeclarationView {
  id: string;
  userId: string;
  conflict: boolean;
  /** Null for the candidate. */
  statement: string | null;
  declaredAt: string;
}

export class AssessmentDetailView extends AssessmentView {
  assignments: AssignmentView[];
  interests: InterestDeclarationView[];
}

/** A declaration as far as the reader may see it. */
export type SeenInterest = Omit<InterestDeclaration, 'statement'> & { statement: string | null };

/** An assessment with the names that people know it by. */
export interface NamedAssessment {
  assessment: Assessment;
  candidateName: string;
  document: { code: string; edition: number; name: string };
}

export function assessmentView({ assessment: a, candidateName, document }: NamedAssessment): AssessmentView {
  const { id, bodyId, pathway, attempt, cohort, enrolledAt, decidedAt, revision } = a;
  const { withdrawnAt, withdrawalReason, previousId, workplace } = a;
  return {
    id,
    bodyId,
    candidate: { id: a.candidateId, name: candidateName },
    document: { id: a.documentId, ...document },
    pathway,
    attempt,
    cohort,
    enrolledAt,
    decidedAt,
    withdrawnAt,
    withdrawalReason,
    previousId,
    workplace,
    revision,
  };
}

export function assignmentView(row: Assignment, name: string): AssignmentView {
  const { id, userId, duty, assignedAt, endedAt } = row;
  return { id, person: { id: userId, name }, duty, assignedAt, endedAt };
}

export function interestView(row: SeenInterest): InterestDeclarationView {
  const { id, userId, conflict, statement, declaredAt } = row;
  return { id, userId, conflict, statement, declaredAt };
}

/** An assessment with everyone who has, or had, a duty in it. */
export function detailView({
  assignments,
  interests,
  ...named
}: NamedAssessment & {
  assignments: { row: Assignment; name: string }[];
  interests: SeenInterest[];
}): AssessmentDetailView {
  return {
    ...assessmentView(named),
    assignments: assignments.map(({ row, name }) => assignmentView(row, name)),
    interests: interests.map(interestView),
  };
}
