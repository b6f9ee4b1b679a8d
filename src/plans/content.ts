import canonicalize from 'canonicalize';
import { sha256 } from '../common/ids.js';
import { type Plan, type PlanAdjustment, type PlanContent, type PlanMethod } from './plan.entity.js';
import { type PlanGround } from './ground.js';
import { type MakePlan, type PlanAdjustmentInput, type PlanMethodInput } from './plans.dto.js';

/** What the row holds of an input without faults: the document's own words, and every context, answered or not. */
export function contentOf(input: MakePlan, { methods, contexts }: PlanGround): PlanContent {
  const answers = new Map((input.contexts ?? []).map((context) => [context.ref, context]));
  return {
    methods: input.methods.map((method) => methodOf(method, methods)),
    contexts: contexts.map(({ ref }) => {
      const { available = null, reason = null } = answers.get(ref) ?? {};
      return { ref, available, reason: reason || null };
    }),
    adjustments: withIds(input.adjustments ?? []),
    parts: (input.parts ?? []).map(({ userId, refs }) => ({ userId, refs })),
    note: input.note || null,
  };
}

function methodOf(
  { key, name, source, reason, needsAllOf }: PlanMethodInput,
  methods: PlanGround['methods'],
): PlanMethod {
  const own = methods.find(({ ref }) => ref === key);
  return { key, name: own?.text ?? name ?? '', source, reason: reason || null, needsAllOf };
}

/** The same adjustments without ids get the same ids, so that a plan sent twice is one plan. */
function withIds(adjustments: readonly PlanAdjustmentInput[]): PlanAdjustment[] {
  const taken = new Set(adjustments.map(({ id }) => id));
  let next = 1;
  return adjustments.map(({ id, what, changed }) => {
    while (!id && taken.has(`A${next}`)) next += 1;
    return { id: id ?? `A${next++}`, what, changed };
  });
}

/** What an acknowledgement covers, and no more: the plan as it is shown, and its privacy notice. */
export function planSha256({ content, privacyNotice }: Pick<Plan, 'content' | 'privacyNotice'>): string {
  const { methods, contexts, adjustments, parts, note } = content;
  return sha256(canonicalize({ methods, contexts, adjustments, parts, note, privacyNotice })!);
}
