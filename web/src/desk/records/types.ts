import { type Answer, type Body } from '../../api/client';
import { type Item } from '../../api/use-api';
import { type Assessment, type Coverage } from '../types';

export type Observation = Answer<'/api/observations/{id}', 'get'>;
export type Questioning = Answer<'/api/questionings/{id}', 'get'>;
export type Question = Questioning['questions'][number];
export type Sitting = Answer<'/api/sittings/{id}', 'get'>;
export type ListedSitting = Item<'/api/assessments/{assessmentId}/sittings'>;
export type Invitation = Item<'/api/assessments/{assessmentId}/invitations'>;
export type ObservationInput = Body<'/api/assessments/{assessmentId}/observations/{id}', 'put'>;
export type QuestioningInput = Body<'/api/assessments/{assessmentId}/questionings/{id}', 'put'>;

/** What every page of records knows: whose assessment it is, of what, and what the reader may do in it. */
export interface Around {
  assessment: Assessment;
  coverage: Coverage;
  /** An assessor of it, while it is open. */
  mayRecord: boolean;
  /** Its lead assessor, while it is open. */
  leads: boolean;
  /** Who may ask a third party. */
  mayInvite: boolean;
}
