import { type PlanContent } from './plan.entity.js';
import { type PlanGround } from './ground.js';

/**
 * A plan to edit: every method of the document, with what the advisory guide says it needs where there is one; the
 * contexts for somebody to look at; and the lead assessor for the whole.
 */
export function proposedContent({ methods, contexts, guide, assessors }: PlanGround): PlanContent {
  const advised = new Map(Object.entries(guide?.methods ?? {}));
  return {
    methods: methods.map(({ ref, text }) => {
      const advice = advised.get(ref);
      const source = advice ? ('guide' as const) : ('document' as const);
      return { key: ref, name: text, source, reason: null, needsAllOf: advice?.needsAllOf ?? [] };
    }),
    contexts: contexts.map(({ ref }) => ({ ref, available: null, reason: null })),
    adjustments: [],
    parts: assessors.slice(0, 1).map((userId) => ({ userId, refs: [] })),
    note: null,
  };
}
