import { evidenceClasses } from '../../settings/evidence-class.js';
import { found, type Found, type Rule } from '../finding.js';
import { type View } from '../view.js';

function methods({ facts, methods: results, targets }: View): Found[] {
  const minimum = facts.settings.minimumMethods;
  const done = new Set(results.filter((result) => result.done).map(({ method }) => method.key));
  if (done.size >= minimum) return [];
  const offered = new Set([...results.map(({ method }) => method.key), ...methodRefs(targets)]);
  const undone = [...offered].filter((key) => !done.has(key));
  return [found('methods_too_few', 'do_more_methods', { targets: undone, params: { count: done.size, minimum } })];
}

const methodRefs = (targets: View['targets']) =>
  [...targets.values()].filter(({ type }) => type === 'method').map(({ ref }) => ref);

function classes({ facts, claims }: View): Found[] {
  const minimum = facts.settings.minimumClasses;
  const counting = new Set(claims.filter((claim) => claim.counts).map(({ item }) => item!.class));
  if (counting.size >= minimum) return [];
  const missing = evidenceClasses.filter((one) => !counting.has(one));
  return [found('classes_too_few', 'add_classes', { params: { count: counting.size, minimum, classes: missing } })];
}

/**
 * Evidence comes in several ways: at least so many methods are done (as V3 means it), and what counts is of at least so
 * many classes.
 * Source: domain.md S7 (多元評量).
 */
export const s7: Rule = {
  id: 'S7',
  severity: 'warns',
  scope: 'assessment',
  check: (view) => [...methods(view), ...classes(view)],
};
