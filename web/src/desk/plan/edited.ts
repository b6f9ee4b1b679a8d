import { type Answer, type Body } from '../../api/client';
import { type Item } from '../../api/use-api';

export type Plan = Item<'/api/assessments/{assessmentId}/plans'>;
export type PlanContent = Pick<Plan, 'methods' | 'contexts' | 'adjustments' | 'parts' | 'note'>;
type Proposal = Answer<'/api/assessments/{assessmentId}/plan/proposal', 'get'>;
export type NewPlan = Body<'/api/assessments/{assessmentId}/plans', 'post'>;
export type GuideForm = NewPlan['methods'][number]['needsAllOf'][number][number];

/** A method as it is edited: one that is not used stays to be seen, and why not can be said. */
export type EditedMethod = PlanContent['methods'][number] & { used: boolean; whyNot: string };
export type Adjustment = Omit<PlanContent['adjustments'][number], 'id'> & { id?: string; key: string };

export interface EditedPlan {
  methods: EditedMethod[];
  contexts: PlanContent['contexts'];
  adjustments: Adjustment[];
  parts: PlanContent['parts'];
  note: string;
}

/** What is edited first: the plan that holds, with the document's other methods to be chosen; or what is proposed. */
export function editedOf(latest: PlanContent | undefined, proposal: Proposal): EditedPlan {
  const plan = latest ?? proposal;
  const used = new Set(plan.methods.map(({ key }) => key));
  const others = proposal.methods.filter(({ key }) => !used.has(key));
  return {
    methods: [
      ...plan.methods.map((method) => ({ ...method, used: true, whyNot: '' })),
      ...others.map((method) => ({ ...method, used: false, whyNot: '' })),
    ],
    contexts: plan.contexts,
    adjustments: plan.adjustments.map((adjustment) => ({ ...adjustment, key: adjustment.id })),
    parts: plan.parts,
    note: plan.note ?? '',
  };
}

/** What is edited, as a plan says it; why a method is left out is told in the note, where the candidate reads it. */
export function contentOf(edited: EditedPlan, sayDropped: (name: string, why: string) => string): PlanContent {
  const dropped = edited.methods.filter(({ used, whyNot }) => !used && whyNot.trim() !== '');
  const note = [edited.note.trim(), ...dropped.map(({ name, whyNot }) => sayDropped(name, whyNot.trim()))];
  return {
    methods: edited.methods.filter(({ used }) => used).map(({ used: _, whyNot: __, ...method }) => trimmed(method)),
    contexts: edited.contexts.map(trimmed),
    adjustments: edited.adjustments.map(({ key: _, id, what, changed }) => ({
      ...(id && { id }),
      what: what.trim(),
      changed: changed.trim(),
    })) as PlanContent['adjustments'],
    parts: edited.parts,
    note: note.filter(Boolean).join('\n') || null,
  };
}

const trimmed = <T extends { reason: string | null }>(row: T): T => ({ ...row, reason: row.reason?.trim() || null });

/** The next free key of a method of the plan's own. */
export function nextOwnKey(methods: readonly EditedMethod[]): string {
  const taken = new Set(methods.map(({ key }) => key));
  let number = 1;
  while (taken.has(`X${number}`)) number += 1;
  return `X${number}`;
}
