import { groupBy } from '../common/group-by.js';
import { type TextParams } from '../i18n/i18n.js';
import { type MendKey, type Step } from './finding.js';
import { type ClaimView, type NotCounting } from './view.js';

/** What makes an accepted claim count after all. */
const mendOf: Partial<Record<NotCounting, MendKey>> = {
  undeclared: 'declare_items',
  unsigned: 'sign_items',
  bytes_missing: 'receive_files_again',
  part_unstated: 'state_part',
  report_incomplete: 'complete_report',
  report_by_party: 'other_reporter',
  date_unknown: 'give_produced_on',
  made_after_receipt: 'correct_produced_on',
  received_after_verdict: 'use_in_reassessment',
  too_old: 'add_current_evidence',
  disputed: 'settle_dispute',
  unjudged: 'judge_claims',
  more_needed: 'answer_more_needed',
};

/** Nearest to done first: what is accepted already, then what is disputed, waits or was sent back. */
const order = Object.values(mendOf);

function mendsOf(claim: ClaimView): MendKey[] {
  if (claim.why.includes('rejected')) return [];
  return claim.why.flatMap((why) => mendOf[why] ?? []);
}

/** Adds the numbers of the items concerned, in order and once each. */
function stepOf(mend: MendKey, claims: readonly ClaimView[], params: TextParams): Step {
  const items = new Map(claims.flatMap(({ item }) => (item ? [[item.item.id, item.item.number] as const] : [])));
  const numbers = [...new Set(items.values())].sort((a, b) => a - b);
  return {
    mend,
    params: { ...params, numbers },
    items: [...items.keys()],
    claims: claims.map(({ claim }) => claim.id),
  };
}

/**
 * What would make one of these live claims count, each mend once with the items and claims it is done to; when
 * nothing pending would, the fallback alone.
 */
export function stepsToward(claims: readonly ClaimView[], fallback: MendKey, params: TextParams): readonly Step[] {
  const pending = claims.filter(({ counts }) => !counts);
  const mends = pending.flatMap((claim) => [...mendsOf(claim)].map((mend) => ({ mend, claim })));
  const byMend = groupBy(mends, ({ mend }) => mend);
  if (byMend.size === 0) return [stepOf(fallback, [], params)];
  return order.flatMap((mend) => {
    const mended = byMend.get(mend)?.map(({ claim }) => claim);
    return mended ? [stepOf(mend, mended, params)] : [];
  });
}
