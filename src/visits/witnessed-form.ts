import { evidenceForms, witnessedForms } from '../settings/evidence-class.js';
import { servesAs } from '../settings/guide-forms.js';

const anyWay = ['oral', 'written'] as const;

/** Whether what a guide or a plan asks for by this word is only ever come by in the assessor's presence. */
export function isWitnessedForm(word: string): boolean {
  const serving = evidenceForms.filter((form) => servesAs({ form, questioned: anyWay }, word));
  return serving.length > 0 && serving.every((form) => (witnessedForms as readonly string[]).includes(form));
}
