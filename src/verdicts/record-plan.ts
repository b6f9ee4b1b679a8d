import { type VerdictPlan } from '../documents/record-plan.js';
import { planSha256 } from '../plans/content.js';
import { type Basis } from './basis.js';
import { methodCodes } from './record-claims.js';

/** The plan that held, and whether the candidate knew it. What was changed for them is told without its ids. */
export function recordPlan(basis: Basis): VerdictPlan | null {
  const { plan, facts, names } = basis;
  if (!plan) return null;
  const { methods, contexts, adjustments, parts, note } = plan.content;
  const codeOf = methodCodes(basis);
  const party = (id: string) => ({ id, name: names.get(id) ?? id });
  return {
    version: plan.version,
    madeBy: party(plan.madeBy),
    madeAt: plan.madeAt,
    acknowledgedAt: facts.plan?.acknowledgedAt ?? null,
    firstAcknowledgedAt: facts.plan?.firstAcknowledgedAt ?? null,
    methods: methods.map(({ key, ...method }) => ({ code: codeOf(key)!, ...method })),
    contexts,
    adjustments: adjustments.map(({ what, changed }) => ({ what, changed })),
    parts: parts.map(({ userId, refs }) => ({ assessor: party(userId), refs })),
    note,
    contentSha256: planSha256(plan),
  };
}
