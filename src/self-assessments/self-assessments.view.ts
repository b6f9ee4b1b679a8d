import { pageView } from '../common/paging.js';
import { type Rating, type SelfAssessment } from './self-assessment.entity.js';

/** A candidate's own word on one target: shown beside the assessor's judgement, and never part of it. */
export class SelfAssessmentView {
  id: string;
  targetRef: string;
  rating: Rating;
  note: string | null;
  statedAt: string;
}

export class SelfAssessmentsPage extends pageView(SelfAssessmentView) {}

export function selfAssessmentView({ id, targetRef, rating, note, statedAt }: SelfAssessment): SelfAssessmentView {
  return { id, targetRef, rating, note, statedAt };
}
