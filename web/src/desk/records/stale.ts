import { type Path } from '../../api/client';
import { afterChange } from '../stale';

/** What is known of records, and changes when one of them is written, signed or withdrawn. */
export const recordPaths: readonly Path[] = [
  '/api/assessments/{assessmentId}/observations',
  '/api/assessments/{assessmentId}/questionings',
  '/api/assessments/{assessmentId}/sittings',
  '/api/sittings/{id}',
];

/** What is no longer true once a record counts, or counts no more. */
export const afterRecord: readonly Path[] = [
  ...afterChange,
  ...recordPaths,
  '/api/observations/{id}',
  '/api/questionings/{id}',
  '/api/evidence/{id}',
];
