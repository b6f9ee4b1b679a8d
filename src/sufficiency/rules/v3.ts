import { servesAs } from '../../settings/guide-forms.js';
import { found, type Found, type Rule } from '../finding.js';
import { type MethodResult, methodName } from '../methods.js';
import { stepsToward } from '../steps.js';
import { type ClaimView, type View } from '../view.js';

/** Where nothing else is lacking, what waits by the method would do; else what waits and is of a form it lacks. */
function towards({ claims, missing }: MethodResult): ClaimView[] {
  const forms = missing.flat();
  return claims.filter(({ item }) => item && (forms.length === 0 || forms.some((form) => servesAs(item.item, form))));
}

function undone(view: View, result: MethodResult): Found {
  const { method, missing } = result;
  const name = methodName(method, view.targets);
  const forms = missing.map((choice) => choice.join('/'));
  const params = { method: name, target: name, forms, months: view.facts.settings.currencyWindowMonths };
  const problem = missing.length > 0 ? 'method_incomplete' : 'method_unused';
  const fallback = missing.length > 0 ? 'complete_method' : 'use_method';
  const [step] = stepsToward(towards(result), fallback, params);
  return found(problem, step!.mend, { ...step, targets: [method.key] });
}

/**
 * Each planned method is done: of every choice of forms it needs, one counts by it, and none serves two needs. Without
 * a plan those methods of the document that claims name, needing what the advisory guide says.
 * Source: domain.md V3.
 */
export const v3: Rule = {
  id: 'V3',
  severity: 'warns',
  scope: 'assessment',
  check: (view) => view.methods.filter(({ done }) => !done).map((result) => undone(view, result)),
};
