import { type Answer } from '../api/client';

export type Assessment = Answer<'/api/assessments/{id}', 'get'>;
export type Coverage = Answer<'/api/assessments/{id}/coverage', 'get'>;
export type Row = Coverage['targets'][number];
export type Column = Coverage['items'][number];
export type Cell = Coverage['cells'][number];
export type Finding = Coverage['findings'][number];
export type TargetState = Row['state'];
export type CellState = Cell['state'];
export type CellClaim = Cell['claims'][number];
export type Evidence = Answer<'/api/evidence/{id}', 'get'>;
export type EvidenceFile = Evidence['files'][number];
export type Claim = Answer<'/api/assessments/{assessmentId}/claims', 'get'>['items'][number];
