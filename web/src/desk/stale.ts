import { type Path } from '../api/client';

/** What is known of an assessment and changes whenever something is judged, claimed, asked for or answered for. */
export const afterChange: readonly Path[] = [
  '/api/assessments/{id}/coverage',
  '/api/assessments/{assessmentId}/claims',
  '/api/claims/{id}/judgements',
  '/api/assessments/{id}/attributions',
  '/api/assessments/{assessmentId}/requests',
  '/api/assessments/{assessmentId}/requests/suggestions',
  '/api/me/reminders',
];
