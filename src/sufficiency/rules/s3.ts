import { found, type Rule } from '../finding.js';

/**
 * Each key aspect has a counting claim made to it, and the criteria that the guide puts under it are met.
 * Source: domain.md S3, and "in a unit the key aspects are obligatory, the methods are advice".
 */
export const s3: Rule = {
  id: 'S3',
  severity: 'blocks',
  scope: 'assessment',
  check: (view) =>
    [...view.targets.values()]
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
      }),
};
