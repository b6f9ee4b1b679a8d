import { type Assessment, closedAt } from '../assessments/assessment.entity.js';
import { type Reader } from '../database/database.js';
import { defaultLocale } from '../i18n/i18n.js';
import { coverage, type CoverageMatrix } from '../sufficiency/coverage.js';
import { coverageView, type CoverageView } from '../sufficiency/coverage.view.js';
import { evaluate } from '../sufficiency/evaluate.js';
import { loadAlarms } from '../sufficiency/load-evidence.js';
import { factsOf, type Guides, loadSurroundings, withAlarms, withoutDrafts } from '../sufficiency/load-facts.js';
import { type Cell } from '../common/csv.js';

export interface Matrix {
  matrix: CoverageMatrix;
  view: CoverageView;
}

/** The coverage as it was measured at the verdict, or at `now` where none was given yet; drafts are no evidence. */
export async function matrixOf(reader: Reader, guides: Guides, assessment: Assessment, now: string): Promise<Matrix> {
  const measured = [{ ...assessment, at: closedAt(assessment) ?? now }];
  const around = await loadSurroundings(reader, measured, guides);
  const [facts] = await factsOf(reader, measured, around);
  const alarms = await loadAlarms(reader, assessment.id);
  const evaluation = evaluate(withoutDrafts(withAlarms(facts!, alarms)));
  const matrix = coverage(evaluation.view.facts, evaluation);
  return { matrix, view: coverageView(matrix, evaluation, assessment.revision, defaultLocale) };
}

/** Targets downwards, evidence across. */
export function matrixTable({ matrix: { targets, items, cells } }: Matrix): { header: string[]; rows: Cell[][] } {
  const columns = items.map(({ number, title }) => `#${number} ${title}`);
  const states = new Map(cells.map(({ target, item, state }) => [`${target} ${item}`, state]));
  const rows = targets.map(({ ref, code, type, text, required, state, met }): Cell[] => {
    const across = items.map(({ id }) => states.get(`${ref} ${id}`));
    return [ref, code, type, text, required, state, met, ...across];
  });
  return { header: ['ref', 'code', 'type', 'text', 'required', 'state', 'met', ...columns], rows };
}
