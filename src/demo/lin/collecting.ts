import { type ClaimView, type EvidenceView } from '../../evidence/evidence.view.js';
import { type RateTargets } from '../../self-assessments/self-assessments.dto.js';
import { type Attempt, showCoverage } from '../acting/attempt.js';
import { daysAgo, handIn, type Items, itemTable } from '../acting/handing-in.js';
import { accept, askForMore, claimsIn, judge } from '../acting/judging.js';
import { invite } from '../acting/reporting.js';
import { ask, observe, sit } from '../acting/witnessing.js';
import { expectSame } from '../expect.js';
import { manager, managersReport } from './manager.js';
import { certificate, dashboard, interview, maintenanceLog, portfolio } from './portfolio.js';
import { databaseQuestions, demonstration, siteVisit } from './witnessed.js';

/** What is left undone, so that the verdict is refused. */
export interface LeftUndone {
  /** Its declaration no longer covers it. */
  undeclared: EvidenceView;
  /** Nobody has judged it. */
  unjudged: ClaimView[];
}

/** The candidate rates herself and hands in her portfolio. */
export async function handInAll(attempt: Attempt): Promise<Items> {
  const { candidate, narrator } = attempt;
  const { chapter, say, show, locale } = narrator;
  chapter('自評與作品集', 'Self-assessment and portfolio');
  const ratings: RateTargets['ratings'] = [
    { targetRef: '2.2', rating: 'can' },
    { targetRef: '2.5', rating: 'partly', note: '演練只做過一次。' },
    { targetRef: 'KA5', rating: 'not_yet', note: '原則都在用，但還說不清楚。' },
  ];
  await candidate.browser.post(`/assessments/${attempt.id}/self-assessments`, { ratings }, 200);
  say(
    `${candidate.name}先自評：2.2 做得到、2.5 部分做得到、KA5 還不行。自評並列顯示，不影響任何規則。`,
    '林小美 rates herself first: 2.2 can, 2.5 partly, KA5 not yet. It stands beside the judgements and moves no rule.',
  );
  const items = await handIn(attempt, await portfolio(candidate.name, daysAgo));
  say(
    `交出 ${items.size} 件證據，對應到各項要求並簽署真實性聲明：團體作品寫明自己的部分，錄音中他人的個資附上同意，影本待驗正本。`,
    `She hands in ${items.size} items, maps them and declares them authentic: group work with her own part, a recording with the consent of whom it is of, a copy whose original is yet to be sighted.`,
  );
  show(itemTable(items, locale));
  return items;
}

/** The assessors witness, ask and have reported what a portfolio cannot show, and judge all but a little. */
export async function gather(attempt: Attempt, items: Items): Promise<LeftUndone> {
  const { chapter } = attempt.narrator;
  chapter('觀察、示範、質詢與第三方報告', 'Observation, demonstration, questions and a third party');
  await witness(attempt);
  await hearManager(attempt);
  chapter('判斷', 'Judgement');
  return judgeMost(attempt, items);
}

async function witness(attempt: Attempt): Promise<void> {
  const { cast, narrator } = attempt;
  const { sitting, claims, differing } = await sit(attempt, siteVisit(cast));
  expectSame('the observers differ', differing, ['4.2']);
  const numbers = sitting.observers.map(({ number }) => `#${number}`);
  narrator.say(
    `兩位評量者同場觀察、各自簽署紀錄（${numbers.join('、')}）：對 4.2 看法不同，兩份都保留；主評附理由作成結論，${claims.length} 項已展現。`,
    `Two assessors watch the same morning and each sign a record (${numbers.join(', ')}). They differ on 4.2; both records stay, and the lead concludes with a reason: ${claims.length} targets shown.`,
  );
  const { observation } = await observe(attempt, demonstration());
  const { questioning } = await ask(attempt, databaseQuestions());
  narrator.say(
    `示範建立欄位與還原備份（#${observation.number}），再以口頭與書面質詢資料庫功能（#${questioning.number}）。`,
    `She demonstrates fields and a restored backup (#${observation.number}) and is questioned on the database aloud and in writing (#${questioning.number}).`,
  );
}

async function hearManager(attempt: Attempt): Promise<void> {
  const itemId = await invite(attempt, manager, managersReport());
  const seenInPart = { itemId, targetRef: '3.5', method: 'M1', place: { note: '主管看到結果，未參與決定' } };
  await attempt.lead.browser.post(`/assessments/${attempt.id}/claims`, { claims: [seenInPart] });
  const { number } = await attempt.lead.browser.get<EvidenceView>(`/evidence/${itemId}`);
  attempt.narrator.say(
    `主管${manager.name}沒有帳號，以一次性連結填寫並簽署報告（#${number}）：四項看過、3.5 看到一部分。這裡不寄信，連結由管理者從寄件匣轉交。`,
    `Her manager 蘇建宏, who has no account, writes and signs a report by a one-time link (#${number}): four things seen, 3.5 in part. Nothing is mailed here; the administrator hands over the link from the outbox.`,
  );
}

async function judgeMost(attempt: Attempt, items: Items): Promise<LeftUndone> {
  const { candidate, lead, narrator } = attempt;
  const { id, number, contentSha256 } = items.get(maintenanceLog)!;
  const changes = { producedOn: daysAgo(20) };
  const undeclared = await candidate.browser.patch<EvidenceView>(`/evidence/${id}`, changes, contentSha256);
  narrator.say(
    `${candidate.name}更正 #${number} 的產出日期；內容變了，先前的聲明就不再涵蓋它。`,
    `林小美 corrects the date of #${number}; its content changed, so her declaration no longer covers it.`,
  );
  const copy = items.get(certificate)!;
  const sighted = { kind: 'original_sighted', note: '正本由受評者當面出示，字號與影本相同。' };
  await lead.browser.post(`/evidence/${copy.id}/checks`, sighted);
  const claims = await claimsIn(attempt);
  const of = (title: string): ClaimView[] => claims.filter(({ itemId }) => itemId === items.get(title)!.id);
  const [unjudged, unclear] = [of(interview), of(dashboard)];
  const accepted = claims.filter((claim) => !unjudged.includes(claim) && !unclear.includes(claim));
  const wanted = askForMore('看板連結看不出報告何時送達哪些利害關係人。');
  await judge(attempt, [...accepted.map(accept), ...unclear.map(wanted)]);
  narrator.say(
    `${lead.name}驗過 #${copy.number} 的正本，依有效性、充分性、真實性、時效性判斷：接受 ${accepted.length} 項，「需要更多證據」${unclear.length} 項（附理由）；錄音還沒聽，留下 ${unjudged.length} 項。`,
    `陳志明 sights the original of #${copy.number} and judges by validity, sufficiency, authenticity and currency: ${accepted.length} accepted, ${unclear.length} “more needed” with a reason; the recording waits, ${unjudged.length} left.`,
  );
  await showCoverage(attempt, '判斷之後：', 'After judging:');
  return { undeclared, unjudged };
}
