import { type Answer, type Path } from '../api/client';

export type Assessment = Answer<'/api/assessments/{id}', 'get'>;
export type Coverage = Answer<'/api/assessments/{id}/coverage', 'get'>;
export type Row = Coverage['targets'][number];
export type Finding = Coverage['findings'][number];
export type Column = Coverage['items'][number];
export type CellClaim = Coverage['cells'][number]['claims'][number];
export type Why = CellClaim['why'][number];
export type Judgement = Answer<'/api/assessments/{assessmentId}/judgements', 'get'>['items'][number];
export type EvidenceRequest = Answer<'/api/requests/{id}', 'get'>;
export type Verdict = Answer<'/api/assessments/{assessmentId}/verdict', 'get'>;

/** What is to be read anew once evidence, what it shows or what was said of it has changed. */
export const evidencePaths: readonly Path[] = [
  '/api/assessments/{assessmentId}/evidence',
  '/api/evidence/{id}',
  '/api/assessments/{assessmentId}/claims',
  '/api/assessments/{id}/coverage',
  '/api/assessments/{assessmentId}/requests',
  '/api/me/reminders',
];
