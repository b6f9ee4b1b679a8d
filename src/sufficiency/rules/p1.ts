import { dayIn } from '../dates.js';
import { type EntitlementFault } from '../entitlement.js';
import { found, type Found, type MendKey, type Rule } from '../finding.js';
import { type View } from '../view.js';
import { whereClaims } from './where.js';

const everyOutcome = ['competent', 'not_yet_competent', 'not_assessed'] as const;

const mends: Record<EntitlementFault, MendKey> = {
  is_candidate: 'let_entitled_decide',
  not_assigned: 'let_entitled_decide',
  not_qualified: 'record_qualification',
  interest_undeclared: 'declare_interest',
  conflict: 'replace_conflicted',
};

/** Who decides; while only looking, whichever lead assessor could, or else the first. */
function decider({ facts, entitled }: View): string | null {
  if (facts.deciderId !== null) return facts.deciderId;
  const leads = facts.assessors.filter(({ duty }) => duty === 'lead_assessor').map(({ userId }) => userId);
  return leads.find((userId) => entitled(userId, facts.at) === null) ?? leads[0] ?? null;
}

function checkDecider(view: View): Found[] {
  const { facts, entitled } = view;
  const userId = decider(view);
  if (userId === null) return [found('decider_nobody', 'assign_lead', { refuses: everyOutcome })];
  const fault = entitled(userId, facts.at);
  if (fault === null) return [];
  const name = facts.assessors.find((assessor) => assessor.userId === userId)?.name ?? '';
  const params = { name, date: dayIn(facts.zone, facts.at) ?? '' };
  return [found(`decider_${fault}`, mends[fault], { params, refuses: everyOutcome })];
}

/** Claims that somebody judged, but nobody who was entitled to. */
function checkJudges(view: View): Found[] {
  const { at } = view.facts;
  const vain = view.claims.filter(
    ({ live, standing, claim }) => live && standing.length === 0 && claim.judgements.some((one) => one.at <= at),
  );
  return vain.length === 0 ? [] : [found('judges_not_entitled', 'judge_by_entitled', whereClaims(view, vain))];
}

/**
 * Who decides, and who judged, is not the candidate, is assigned, qualified on that date and has declared interests
 * without conflict. An unentitled decider can give no verdict; judgements of the unentitled are passed over.
 * Source: domain.md P1.
 */
export const p1: Rule = {
  id: 'P1',
  severity: 'blocks',
  scope: 'assessment',
  check: (view) => [...checkDecider(view), ...checkJudges(view)],
};
