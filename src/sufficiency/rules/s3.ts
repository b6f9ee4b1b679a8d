import { found, type Found, type Rule } from '../finding.js';
import { type View } from '../view.js';
import { whereTargets } from './where.js';

function keyAspects(view: View): Found[] {
  return [...view.targets.values()]
    .filter(({ type }) => type === 'key_aspect')
    .flatMap(({ ref, code, text }) => {
      const result = view.results.get(ref)!;
      return result.steps.map(({ mend, items, claims, params }) => {
        const covered = mend === 'meet_criteria';
        return found(covered ? 'key_aspect_criteria' : 'key_aspect_unclaimed', mend, {
          targets: covered ? [ref, ...result.unmetCriteria] : [ref],
          items,
          claims,
          params: { target: code, text, ...params },
        });
      });
    });
}

/** What a standard has in the place of key aspects; to be presented, and no more than a warning. */
function outputs(view: View): Found[] {
  const open = [...view.targets.values()].filter(({ ref, type }) => type === 'output' && !view.results.get(ref)?.met);
  if (open.length === 0) return [];
  return [found('outputs_unpresented', 'present_outputs', { ...whereTargets(open), severity: 'warns' })];
}

/**
 * Each key aspect has a counting claim made to it, and the criteria that the guide puts under it are met. In a
 * standard each output is presented.
 * Source: domain.md S3, "in a unit the key aspects are obligatory, the methods are advice", and `outputs "presented" (W)`.
 */
export const s3: Rule = {
  id: 'S3',
  severity: 'blocks',
  scope: 'assessment',
  check: (view) => [...keyAspects(view), ...outputs(view)],
};
