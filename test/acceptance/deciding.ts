import { type Body, type Part, type Step } from './play.js';
import { type Refs } from './targets.js';

interface Judging {
  by?: Part;
  decision?: 'accepted' | 'rejected' | 'more_needed';
  /** Only claims of this item, also those judged already. */
  of?: string;
  /** Only claims to these targets. */
  to?: Refs;
}

/** Judgements in one request. */
const most = 200;

/** An assessor answers claims: all that have no judgement yet, unless the story says which. */
export function judge({ by = 'lead', decision = 'accepted', of, to }: Judging = {}): Step {
  const accepted = decision === 'accepted';
  const rules = { validity: true, sufficiency: accepted, authenticity: true, currency: true };
  return async (play) => {
    const targets = to?.(play.refs);
    const chosen = (await play.claims()).filter(({ state, itemId, targetRef }) => {
      if (of === undefined && targets === undefined) return state === 'unjudged';
      return (of === undefined || itemId === play.item(of)) && (targets?.includes(targetRef) ?? true);
    });
    const reason = accepted ? null : '看不出受評者實際做了什麼。';
    const judgements = chosen.map(({ id }) => ({ claimId: id, decision, rules, reason }));
    for (let i = 0; i < Math.max(1, judgements.length); i += most) {
      await play.ask(play.who(by).post(play.at('/judgements'), { judgements: judgements.slice(i, i + most) }));
    }
  };
}

const words = {
  competent: { feedback: '整體表現穩定。' },
  not_yet_competent: {
    reasons: '尚有指標沒有足夠的證據。',
    gaps: [{ text: '缺少實際處理的紀錄' }],
    feedback: '已完成的部分紮實。',
    nextStep: '補上紀錄後補評。',
  },
  not_assessed: {},
};

/** The lead assessor gives and signs the verdict. */
export function decide(outcome: keyof typeof words, by: Part = 'lead', changes: object = {}): Step {
  return async (play) => {
    const given = { outcome, ...words[outcome], ...changes };
    play.verdict = await play.ask(play.who(by).post(play.at('/verdicts'), given));
  };
}

/** The lead assessor answers for everything that a rule warns of. */
export function waive(rule: string, reason: string): Step {
  return async (play) => {
    const warnings = (await play.coverage()).warnings.filter((one: Body) => one.rule === rule);
    if (warnings.length === 0) throw new Error(`${rule} warns of nothing`);
    for (const { problem, targets, items } of warnings) {
      await play.ask(play.who('lead').post(play.at('/waivers'), { rule, problem, targets, items, reason }));
    }
  };
}

/** The lead assessor finds knowledge and skills demonstrated through a criterion. */
export function attribute(refs: Refs, throughRef: string): Step {
  return async (play) => {
    for (const targetRef of refs(play.refs)) {
      await play.ask(play.who('lead').post(play.at('/attributions'), { targetRef, throughRef }));
    }
  };
}

/** An assessor asks the candidate for evidence of these targets. */
export function request(targetRefs: string[], text: string): Step {
  return async (play) => {
    const asked = { targetRefs, text, dueOn: '2026-12-31' };
    play.request = await play.ask(play.who('lead').post(play.at('/requests'), asked));
  };
}

/** The candidate answers the latest request with an item. */
export function answer(title: string): Step {
  return async (play) => {
    const itemId = play.item(title);
    const answered = await play.ask(play.candidate.post(`/requests/${play.request.id}/answers`, { itemId }));
    expect(answered).toMatchObject({ state: 'answered' });
  };
}
