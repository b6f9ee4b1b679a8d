import { type VerdictView } from '../../verdicts/verdicts.view.js';
import { type Attempt, declareInterests, enrol, showCoverage } from '../acting/attempt.js';
import { decide, type Issued, takeHome, tell } from '../acting/deciding.js';
import { handIn } from '../acting/handing-in.js';
import { accept, claimsIn, judge, reject } from '../acting/judging.js';
import { plan } from '../acting/planning.js';
import { ask } from '../acting/witnessing.js';
import { type Cast } from '../cast.js';
import { unitCode } from '../lin/story.js';
import { type Narrator } from '../narrator.js';
import { appeal } from './appealing.js';
import { firstTalk } from './conversations.js';
import { methods } from './methods.js';
import { drill, portfolio } from './portfolio.js';
import { reassess } from './reassessing.js';

/** 張家豪: recognition of prior learning that fails first, an appeal that is upheld, and a reassessment that passes. */
export async function playZhang(cast: Cast, narrator: Narrator): Promise<Issued[]> {
  narrator.part(
    '張家豪：先前學習認可，先失敗、申覆、補評通過',
    '張家豪: recognition of prior learning that fails, is appealed and passes on reassessment',
  );
  const { attempt, verdict } = await failFirst(cast, narrator);
  const title = `${attempt.candidate.name} ${unitCode} ${narrator.words('尚未具備', 'not yet competent')}`;
  const path = `/verdicts/${verdict.id}`;
  const failed = await takeHome(attempt.candidate, path, verdict, { name: 'verdict-not-yet', title });
  const decision = await appeal(attempt, verdict);
  return [failed, decision, await reassess(attempt)];
}

async function failFirst(cast: Cast, narrator: Narrator): Promise<{ attempt: Attempt; verdict: VerdictView }> {
  const { chapter, say } = narrator;
  chapter('第一次：尚未具備', 'The first attempt: not yet competent');
  const { zhang: candidate, colleague: lead } = cast;
  const enrolment = { candidate, lead, code: unitCode, pathway: 'rpl', workplace: '遠方電信' } as const;
  const { attempt } = await enrol(cast, narrator, enrolment);
  await declareInterests(attempt, lead);
  await plan(attempt, { methods });
  const items = await handIn(attempt, await portfolio(candidate.name));
  const ids = [...items.values()].map(({ id }) => id);
  const { questioning } = await ask(attempt, firstTalk(ids));
  say(
    `${candidate.name}以在遠方電信的工作成果申請，${lead.name}主評：${items.size} 件作品集與一次對談（#${questioning.number}），KA5 答得不足。`,
    `張家豪 brings work from another company; 李國華 leads: ${items.size} items and a conversation (#${questioning.number}), in which his answer to KA5 does not suffice.`,
  );
  const claims = await claimsIn(attempt);
  const refused = items.get(drill)!;
  const no = reject('演練由多人進行，看不出哪些決定出自受評者本人。');
  await judge(
    attempt,
    claims.map((claim) => (claim.itemId === refused.id ? no(claim) : accept(claim))),
  );
  await showCoverage(
    attempt,
    `${lead.name}不接受演練紀錄 #${refused.number}（附理由），其餘接受：`,
    `李國華 rejects the record of a drill, #${refused.number}, with a reason, and accepts the rest:`,
  );
  const verdict = await decide(attempt, {
    outcome: 'not_yet_competent',
    reasons: '緊急應變與行銷原則兩方面的證據不足，其餘都已達成。',
    gaps: [
      { targetRef: '2.5', text: '演練紀錄看不出受評者的決定。' },
      { targetRef: 'KA2', text: '所涵蓋的 2.5 尚未達成。' },
      { targetRef: 'KA5', text: '說不出行銷原則在什麼情況下不適用。' },
    ],
    feedback: '資料庫與留客方案的紀錄完整，說得出每一次改動的原因。',
    nextStep: '補一份能看出個人決定的應變證據，並準備以自己的例子說明行銷原則的界線。',
  });
  const { notifiedOn, appealUntil } = await tell(attempt, verdict);
  say(
    `${lead.name}判定「尚未具備」，列出 3 項缺口、回饋與下一步（${verdict.documentNumber}）；${notifiedOn} 通知，申覆至 ${appealUntil}。`,
    `李國華 decides “not yet competent” with 3 gaps, feedback and a next step (${verdict.documentNumber}); 張家豪 is notified on ${notifiedOn} and may appeal until ${appealUntil}.`,
  );
  return { attempt, verdict };
}
