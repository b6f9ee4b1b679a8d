import { found, type Rule } from '../finding.js';
import { whereClaims } from './where.js';

/**
 * Every claim that stands, with an item that stands, has a judgement by an entitled assessor.
 * Source: domain.md V2, "no claim is left without a judgement".
 */
export const v2: Rule = {
  id: 'V2',
  severity: 'blocks',
  scope: 'assessment',
  check: (view) => {
    const open = view.claims.filter(({ live, state }) => live && state === 'unjudged');
    return open.length === 0 ? [] : [found('claims_unjudged', 'judge_open_claims', whereClaims(view, open))];
  },
};
