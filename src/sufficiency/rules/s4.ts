import { isKnowledgeOrSkill } from '../attributions.js';
import { groupBy } from '../../common/group-by.js';
import { type Target } from '../facts.js';
import { found, type Found, type Rule } from '../finding.js';
import { type View } from '../view.js';
import { whereTargets } from './where.js';

/** The knowledge and skills of a unit together, those of a standard by the competence block they stand in. */
function knowledgeAndSkills(view: View, unshown: readonly Target[]): Found[] {
  const severity = view.facts.settings.knowledgeAndSkills;
  const blocks = groupBy(unshown.filter(isKnowledgeOrSkill), ({ block }) => block);
  return [...blocks].map(([block, targets]) => {
    const { params, ...where } = whereTargets(targets);
    const problem = block === null ? 'knowledge_unshown' : 'block_unshown';
    const tasks = block === null ? [] : tasksIn(view, block);
    return found(problem, 'claim_or_attribute', { ...where, params: { ...params, tasks }, severity });
  });
}

const tasksIn = ({ targets }: View, block: number) =>
  [...targets.values()].filter((target) => target.type === 'task' && target.block === block).map(({ code }) => code);

function attitudes(unshown: readonly Target[]): Found[] {
  const targets = unshown.filter(({ type }) => type === 'attitude');
  return targets.length === 0 ? [] : [found('attitudes_unshown', 'show_attitudes', whereTargets(targets))];
}

/**
 * Each knowledge and skill item has a counting claim, or an entitled assessor's "demonstrated through criterion x" of a
 * criterion that is met. Policy may let it block; the attitudes of a standard only ever warn.
 * Source: domain.md S4, and "knowledge and skills per competence block (S4), attitudes (W only)".
 */
export const s4: Rule = {
  id: 'S4',
  severity: 'warns',
  scope: 'assessment',
  check: (view) => {
    const unshown = [...view.targets.values()].filter(({ ref }) => view.results.get(ref)?.met === false);
    return [...knowledgeAndSkills(view, unshown), ...attitudes(unshown)];
  },
};
