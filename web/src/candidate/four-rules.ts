import { type CellClaim, type Judgement, type Why } from './types';

export const rulesOfEvidence = ['validity', 'sufficiency', 'authenticity', 'currency'] as const;
export type RuleOfEvidence = (typeof rulesOfEvidence)[number];

/** `none` while there is no evidence to look at. */
export interface RuleState {
  rule: RuleOfEvidence;
  state: 'met' | 'wait' | 'gap' | 'none';
  why: readonly Why[];
}

/** Which of the four rules each hindrance is about. */
const ruleOf: Record<Why, RuleOfEvidence> = {
  unjudged: 'validity',
  rejected: 'validity',
  disputed: 'validity',
  claim_withdrawn: 'validity',
  claim_later: 'validity',
  item_unknown: 'validity',
  item_withdrawn: 'validity',
  target_unknown: 'validity',
  more_needed: 'sufficiency',
  undeclared: 'authenticity',
  unsigned: 'authenticity',
  bytes_missing: 'authenticity',
  part_unstated: 'authenticity',
  report_incomplete: 'authenticity',
  report_by_party: 'authenticity',
  same_bytes: 'authenticity',
  date_unknown: 'currency',
  made_after_receipt: 'currency',
  received_after_verdict: 'currency',
  too_old: 'currency',
};

/** Whether somebody still claims something with it. */
export const isLive = ({ why }: CellClaim): boolean =>
  !why.includes('claim_withdrawn') && !why.includes('item_withdrawn');

/**
 * How the evidence for one target stands by each of the four rules, from the first upload on: the best piece decides,
 * because one that holds is enough. Validity and sufficiency are for an assessor to see; until then they wait.
 */
export function fourRules(
  claims: readonly CellClaim[],
  met: boolean,
  judgementOf: (claimId: string) => Judgement | undefined,
): RuleState[] {
  const live = claims.filter(isLive);
  return rulesOfEvidence.map((rule): RuleState => {
    if (live.length === 0) return { rule, state: 'none', why: [] };
    const hindered = live.map((claim) => claim.why.filter((why) => ruleOf[why] === rule));
    const why = [...new Set(hindered.flat())];
    const holds = live.some(
      (claim, index) => hindered[index]!.length === 0 && judgementOf(claim.id)?.rules[rule as never] !== false,
    );
    const isForAssessor = rule === 'validity' || rule === 'sufficiency';
    if (isForAssessor && !live.some(({ state }) => state !== 'unjudged')) return { rule, state: 'wait', why: [] };
    if (rule === 'sufficiency' && !met) return { rule, state: 'gap', why };
    if (holds) return { rule, state: 'met', why: [] };
    return { rule, state: 'gap', why: why.filter((one) => one !== 'unjudged') };
  });
}
