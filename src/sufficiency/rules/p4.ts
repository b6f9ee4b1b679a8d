import { isBlank } from '../checks.js';
import { found, type Found, type Rule } from '../finding.js';
import { type View } from '../view.js';
import { whereClaims } from './where.js';

function checkReasons(view: View): Found[] {
  const bare = view.claims.filter(
    ({ live, standing }) => live && standing.some(({ decision, reason }) => decision !== 'accepted' && isBlank(reason)),
  );
  if (bare.length === 0) return [];
  const refuses = ['competent', 'not_yet_competent'] as const;
  return [found('judgement_without_reason', 'give_reason', { ...whereClaims(view, bare), refuses })];
}

function checkDraft({ facts: { draft } }: View): Found[] {
  if (draft?.outcome !== 'not_yet_competent') return [];
  const refuses = ['not_yet_competent'] as const;
  const missing: Found[] = [];
  if (draft.gaps.every(isBlank)) missing.push(found('draft_without_gaps', 'list_gaps', { refuses }));
  if (isBlank(draft.feedback)) missing.push(found('draft_without_feedback', 'write_feedback', { refuses }));
  if (isBlank(draft.nextStep)) missing.push(found('draft_without_next_step', 'write_next_step', { refuses }));
  return missing;
}

/**
 * A standing rejection or "more needed" has a reason; `not_yet_competent` lists gaps, feedback and next step.
 * Source: domain.md P4.
 */
export const p4: Rule = {
  id: 'P4',
  severity: 'blocks',
  scope: 'assessment',
  check: (view) => [...checkReasons(view), ...checkDraft(view)],
};
