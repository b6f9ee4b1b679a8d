import { type Pathway } from '../assessments/assessment.entity.js';
import { type Outcome, type Target } from './facts.js';
import { type GridLine } from './grid.js';
import { type TargetState } from './target-state.js';

export class GridColumnView {
  ref: string;
  code: string;
  type: Target['type'];
  text: string;
}

/** One assessment: a candidate who is reassessed has a row for each attempt. */
export class GridRowView {
  assessmentId: string;
  candidate: { id: string; name: string };
  attempt: number;
  pathway: Pathway;
  cohort: string | null;
  decidedAt: string | null;
  withdrawnAt: string | null;
  outcome: Outcome | null;
  /** The state of each column, in their order. */
  cells: TargetState[];
  /** How many columns are in each state; never a percentage, which is no competence. */
  counts: Record<TargetState, number>;
}

export class GridView {
  columns: GridColumnView[];
  items: GridRowView[];
  /** The cursor of the next page, or null at the end. */
  next: string | null;
}

/** What the grid reads of an assessment before its evidence. */
export interface GridRow {
  id: string;
  candidateId: string;
  candidateName: string;
  bodyId: string;
  documentId: string;
  attempt: number;
  pathway: Pathway;
  cohort: string | null;
  revision: number;
  decidedAt: string | null;
  withdrawnAt: string | null;
  outcome: Outcome | null;
}

export function gridColumnView({ ref, code, type, text }: Target): GridColumnView {
  return { ref, code, type, text };
}

export function gridRowView(row: GridRow, { cells, counts }: GridLine): GridRowView {
  const { id, candidateId, candidateName, attempt, pathway, cohort, decidedAt, withdrawnAt } = row;
  const outcome = withdrawnAt ? 'not_assessed' : row.outcome;
  const candidate = { id: candidateId, name: candidateName };
  return { assessmentId: id, candidate, attempt, pathway, cohort, decidedAt, withdrawnAt, outcome, cells, counts };
}
