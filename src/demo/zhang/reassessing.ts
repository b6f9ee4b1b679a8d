import { type AssessmentDetailView } from '../../assessments/assessments.view.js';
import { type Attempt, declareInterests, showCoverage } from '../acting/attempt.js';
import { decide, type Issued, takeHome, tell } from '../acting/deciding.js';
import { accept, attribute, claimsIn, judge, waive } from '../acting/judging.js';
import { plan } from '../acting/planning.js';
import { ask, observe } from '../acting/witnessing.js';
import { expectSame } from '../expect.js';
import { unitCode } from '../lin/story.js';
import { failover, secondTalk } from './conversations.js';
import { methods } from './methods.js';

/** A new attempt linked to the old one, led by somebody else, where everything carried over is judged again. */
export async function reassess(before: Attempt): Promise<Issued> {
  const { cast, narrator, candidate } = before;
  const { assessor: lead, officer } = cast;
  const { chapter, say } = narrator;
  chapter('補評', 'The reassessment');
  const path = `/assessments/${before.id}/reassessment`;
  const opening = { leadAssessorId: before.lead.id, carryOver: 'all' };
  const { code } = await officer.browser.refused(path, opening, 409, narrator.locale);
  expectSame('the refusal', [code], ['another_assessor_needed']);
  const { id } = await officer.browser.post<AssessmentDetailView>(path, { ...opening, leadAssessorId: lead.id });
  const attempt = { ...before, id, lead };
  await declareInterests(attempt, lead);
  await plan(attempt, { methods });
  const carried = await claimsIn(attempt);
  say(
    `補評是新的一次，與前次相連；系統不讓${before.lead.name}再主評，改由${lead.name}。帶過來的 ${carried.length} 項主張全部重新判斷。`,
    `It is a new attempt, linked to the one before. The server does not let 李國華 lead again; 陳志明 does. All ${carried.length} claims that come along are judged again.`,
  );
  await judge(attempt, carried.map(accept));
  const { observation, claims: shown } = await observe(attempt, failover());
  const { questioning, claims: answered } = await ask(attempt, secondTalk());
  await judge(attempt, [...shown, ...answered].map(accept));
  await attribute(attempt, { K01: '4.2', S02: '1.2', S03: '1.2', S04: '1.4', S08: '4.3', S09: '1.5', S11: '2.2' });
  const reason = '其他機構的工作紀錄無法再取得第二份；兩次對談與示範已逐項確認出自本人。';
  const waived = await waive(attempt, { S8: reason, S9: reason, S10: reason });
  await showCoverage(
    attempt,
    `他再示範備援切換（#${observation.number}），並談清楚行銷原則的界線（#${questioning.number}）：`,
    `He demonstrates a failover (#${observation.number}) and tells where the principles end (#${questioning.number}):`,
  );
  const rules = waived.map(({ rule }) => rule);
  say(
    `剩下 ${waived.length} 項警告（${rules.join('、')}）由${lead.name}具名附理由豁免，印在文件上：「${reason}」`,
    `The warnings that are left (${rules.join(', ')}) are waived by 陳志明 with a reason that will be printed.`,
  );
  const verdict = await decide(attempt, {
    outcome: 'competent',
    reasons: '重新判斷前次證據，並以示範與對談補足緊急應變與行銷原則，全部要求都已達成。',
    feedback: '應變時先問恢復時間再決定，判斷清楚。',
    nextStep: '可協助帶領新進同仁的應變演練。',
  });
  await tell(attempt, verdict);
  say(
    `${lead.name}判定「已具備」（${verdict.documentNumber}），文件載明這是第 2 次評量。`,
    `陳志明 grants “competent” (${verdict.documentNumber}); the document says that it is attempt 2.`,
  );
  const title = `${candidate.name} ${unitCode} ${narrator.words('補評：已具備', 'reassessed: competent')}`;
  return takeHome(candidate, `/verdicts/${verdict.id}`, verdict, { name: 'verdict-reassessed', title });
}
