import { found, type Rule } from '../finding.js';

/**
 * Plan, judgements and verdict are append-only. The schema sees to that; this rule speaks when the audit chain,
 * if it was asked, says that records were altered all the same.
 * Source: domain.md P5.
 */
export const p5: Rule = {
  id: 'P5',
  severity: 'blocks',
  scope: 'assessment',
  check: ({ facts }) => (facts.historyIntact === false ? [found('history_rewritten', 'examine_history')] : []),
};
