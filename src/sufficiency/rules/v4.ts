import { isBlank } from '../checks.js';
import { type PlanFact } from '../facts.js';
import { found, type Found, type Rule } from '../finding.js';
import { type View } from '../view.js';
import { whereClaims } from './where.js';

function unplanned(view: View, { methods }: PlanFact): Found[] {
  const planned = new Set(methods.map(({ key }) => key));
  const claims = view.claims.filter(
    ({ live, claim: { method, methodReason } }) =>
      live && method !== null && !planned.has(method) && isBlank(methodReason),
  );
  if (claims.length === 0) return [];
  const named = new Set(claims.map(({ claim }) => claim.method!));
  const where = whereClaims(view, claims);
  const params = { ...where.params, methods: [...named].map((key) => view.targets.get(key)?.code ?? key) };
  return [found('method_unplanned', 'plan_or_justify_method', { ...where, params })];
}

function ownWithoutReason({ methods }: PlanFact): Found[] {
  const bare = methods.filter(({ source, reason }) => source === 'own' && isBlank(reason));
  if (bare.length === 0) return [];
  const params = { count: bare.length, methods: bare.map(({ name }) => name) };
  return [found('own_method_unjustified', 'justify_own_method', { targets: bare.map(({ key }) => key), params })];
}

/**
 * A claim made by a method outside the plan says why, and so does the plan of a method that is the assessor's own.
 * Without a plan there is no outside: that is P2's to find.
 * Source: domain.md V4.
 */
export const v4: Rule = {
  id: 'V4',
  severity: 'warns',
  scope: 'assessment',
  check: (view) => {
    const { plan } = view.facts;
    return plan ? [...unplanned(view, plan), ...ownWithoutReason(plan)] : [];
  },
};
