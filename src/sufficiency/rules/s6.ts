import { groupBy } from '../../common/group-by.js';
import { isCriterion } from '../../competencies/claimable.js';
import { found, type Rule } from '../finding.js';
import { countingItems } from '../view.js';
import { whereTargets } from './where.js';

/**
 * Each element of a unit, and each task of a standard, has direct evidence that counts on any of its criteria.
 * Source: domain.md S6.
 */
export const s6: Rule = {
  id: 'S6',
  severity: 'warns',
  scope: 'assessment',
  check: (view) => {
    const targets = [...view.targets.values()];
    const criteriaOf = groupBy(targets.filter(isCriterion), ({ parentRef }) => parentRef);
    const isWitnessed = (ref: string) => countingItems(view, ref).some((item) => item.class === 'direct');
    const unwitnessed = targets.filter(({ ref, type }) => {
      const criteria = type === 'element' || type === 'task' ? criteriaOf.get(ref) : undefined;
      return criteria !== undefined && !criteria.some((criterion) => isWitnessed(criterion.ref));
    });
    if (unwitnessed.length === 0) return [];
    const problem = unwitnessed[0]!.type === 'element' ? 'elements_unwitnessed' : 'tasks_unwitnessed';
    return [found(problem, 'witness_tasks', whereTargets(unwitnessed))];
  },
};
