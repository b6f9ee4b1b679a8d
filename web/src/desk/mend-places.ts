import { partOf } from './frame';
import { type Finding } from './types';

type Mend = Finding['mend'];
type Where = 'judge' | 'look' | 'observe' | 'plan' | 'target' | 'attribute' | 'declare';

const mends: Record<Where, readonly Mend[]> = {
  judge: [
    'judge_claims',
    'judge_open_claims',
    'judge_by_entitled',
    'settle_dispute',
    'give_reason',
    'confirm_carried_claim',
  ],
  look: [
    ...(['declare_items', 'sign_items', 'state_part', 'receive_files_again'] as const),
    ...(['give_produced_on', 'correct_produced_on', 'sight_original', 'redact_or_justify', 'compare_copies'] as const),
    ...(['add_other_evidence', 'answer_more_needed'] as const),
  ],
  observe: [
    'add_direct_evidence',
    'hold_conversation',
    'witness_tasks',
    'confirm_in_conversation',
    'complete_report',
    'other_reporter',
  ],
  plan: [
    ...(['make_plan', 'acknowledge_plan', 'plan_contexts', 'confirm_contexts', 'plan_or_justify_method'] as const),
    ...(['justify_own_method', 'say_what_changed', 'leave_out_diagnosis'] as const),
  ],
  target: [
    ...(['claim_evidence', 'claim_witnessed_or_own_work', 'claim_pinned_target', 'meet_criteria'] as const),
    ...([
      'complete_method',
      'use_method',
      'do_more_methods',
      'add_classes',
      'present_outputs',
      'show_attitudes',
    ] as const),
    ...(['add_current_evidence', 'add_independent_item', 'add_other_dates', 'spread_evidence'] as const),
  ],
  attribute: ['claim_or_attribute'],
  declare: ['declare_interest'],
};

/** What the candidate can do about it when asked. */
const askable: readonly Mend[] = [
  ...(['declare_items', 'state_part', 'give_produced_on', 'correct_produced_on', 'redact_or_justify'] as const),
  ...(['claim_evidence', 'claim_witnessed_or_own_work', 'answer_more_needed', 'present_outputs'] as const),
  ...(['add_current_evidence', 'add_independent_item', 'add_other_dates', 'show_attitudes'] as const),
];
export const isAskable = ({ mend }: Finding): boolean => askable.includes(mend);

/** What only the training body can do: people, their qualifications, and how attempts hang together. */
const forBody: readonly Mend[] = [
  ...(['assign_lead', 'let_entitled_decide', 'record_qualification', 'replace_conflicted'] as const),
  ...(['link_attempt', 'begin_after_closing'] as const),
];
export const isForBody = ({ mend }: Finding): boolean => forBody.includes(mend);

const whereOf = new Map(Object.entries(mends).flatMap(([where, all]) => all.map((mend) => [mend, where as Where])));

/** What would mend something, and what it is done to. */
export type Mendable = Pick<Finding, 'mend' | 'items' | 'claims' | 'targets'>;

/** The page on which something is mended, as far as there is one. */
export function mendPlace({ mend, items, claims, targets }: Mendable, id: string): { where: Where; to: string } | null {
  const where = whereOf.get(mend);
  if (!where) return null;
  const asked = new URLSearchParams();
  if (where === 'judge' || where === 'look') {
    if (items[0]) asked.set('item', items[0]);
    if (claims[0]) asked.set('claim', claims[0]);
  }
  if (where === 'target' && targets[0]) asked.set('target', targets[0]);
  if (where === 'attribute' || where === 'declare') asked.set('at', where);
  const pages = {
    ...{ judge: partOf(id, 'judging'), look: partOf(id, 'judging'), target: partOf(id, 'matrix') },
    ...{ plan: partOf(id, 'planning'), observe: partOf(id, 'records') },
    ...{ attribute: partOf(id, 'overview'), declare: partOf(id, 'overview') },
  };
  const search = asked.toString();
  return { where, to: search ? `${pages[where]}?${search}` : pages[where] };
}
