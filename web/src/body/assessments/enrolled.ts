import { type Answer } from '../../api/client';

export type Enrolled = Answer<'/api/assessments/{id}', 'get'>;

/** What of an assessment is cached, and old once its administration changed it. */
export const enrolledPaths = ['/api/assessments/{id}', '/api/assessments'] as const;
