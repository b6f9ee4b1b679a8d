import { witnessedForms } from '../settings/evidence-class.js';
import { type AssessmentFacts, type CheckFact } from './facts.js';
import { type ItemView } from './view.js';

/** Nothing that anybody could read. */
export const isBlank = (text: string | null) => (text ?? '').trim() === '';

/** Whether somebody looked by the moment of measuring; the candidate's own look is none. */
export function isChecked(check: CheckFact | null, { candidateId, at }: AssessmentFacts): boolean {
  return check !== null && check.by !== candidateId && check.at <= at;
}

/** A record of something the assessor and the candidate did together: observed, asked or demonstrated. */
export function isWitnessed({ item, class: evidenceClass }: ItemView): boolean {
  return evidenceClass === 'direct' && (witnessedForms as readonly string[]).includes(item.form);
}
