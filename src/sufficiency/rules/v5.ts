import { isBlank } from '../checks.js';
import { found, type Rule } from '../finding.js';
import { whereTargets } from './where.js';

/**
 * Each context or resource that the document asks for is confirmed available in the plan, or the plan says why not.
 * Source: domain.md V5, and "contexts are access conditions to confirm".
 */
export const v5: Rule = {
  id: 'V5',
  severity: 'warns',
  scope: 'assessment',
  check: ({ facts: { document, plan } }) => {
    const answered = (plan?.contexts ?? []).filter(({ available, reason }) => available || !isBlank(reason));
    const settled = new Set(answered.map(({ ref }) => ref));
    const open = document.items.filter(({ type, ref }) => type === 'context' && !settled.has(ref));
    if (open.length === 0) return [];
    return [found('contexts_unconfirmed', plan ? 'confirm_contexts' : 'plan_contexts', whereTargets(open))];
  },
};
