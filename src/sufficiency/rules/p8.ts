import { isWitnessed } from '../checks.js';
import { found, type Rule } from '../finding.js';
import { stepsToward } from '../steps.js';
import { whereClaims } from './where.js';

/**
 * Recognition of prior learning follows the same rules, and a portfolio without any conversation is not enough: one
 * claim that counts rests on an observation, a questioning or a demonstration.
 * Source: domain.md P8.
 */
export const p8: Rule = {
  id: 'P8',
  severity: 'blocks',
  scope: 'assessment',
  check: (view) => {
    if (view.facts.pathway !== 'rpl') return [];
    const talks = view.claims.filter(({ live, item }) => live && item !== null && isWitnessed(item));
    if (talks.some(({ counts }) => counts)) return [];
    const months = view.facts.settings.currencyWindowMonths;
    const target = whereClaims(view, talks).params.targets;
    const [step] = stepsToward(talks, 'hold_conversation', { months, target });
    return step ? [found('rpl_without_conversation', step.mend, { ...step })] : [];
  },
};
