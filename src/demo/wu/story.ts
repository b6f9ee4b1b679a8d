import { type EvidenceView } from '../../evidence/evidence.view.js';
import { type Attempt, declareInterests, enrol, showCoverage } from '../acting/attempt.js';
import { decide, type Issued, takeHome, tell } from '../acting/deciding.js';
import { handIn } from '../acting/handing-in.js';
import { accept, attribute, claimsIn, judge, waive } from '../acting/judging.js';
import { plan } from '../acting/planning.js';
import { invite } from '../acting/reporting.js';
import { ask, observe } from '../acting/witnessing.js';
import { type Cast } from '../cast.js';
import { type Narrator } from '../narrator.js';
import { portfolio, shopManager, shopManagersReport } from './portfolio.js';
import { complaint, counter, desk, policyQuestions } from './witnessed.js';

export const standardCode = 'BAS4222-002v2';

/** A standard names no methods; the assessor makes them, each with its reason. */
export const methods = [
  ['現場觀察', '行為指標須在真實工作中看到。', 'observation'],
  ['情境演練', '客訴無法預約，以演練觀察。', 'demonstration'],
  ['工作產出檢視', '基準列有四項工作產出。', 'portfolio_item'],
  ['口頭提問', '確認知識與組織政策。', 'questioning_record'],
].map(([name, reason, form], i) => {
  return { key: `X${i + 1}`, name: name!, reason: reason!, source: 'own' as const, needsAllOf: [[form!]] };
});

/** 吳佩珊: an occupational standard, by the same engine. */
export async function playWu(cast: Cast, narrator: Narrator): Promise<Issued> {
  narrator.part('吳佩珊：職能基準', '吳佩珊: an occupational standard');
  const attempt = await prepare(cast, narrator);
  await collect(attempt);
  return conclude(attempt);
}

async function prepare(cast: Cast, narrator: Narrator): Promise<Attempt> {
  const { wu: candidate, colleague: lead } = cast;
  narrator.chapter('報名與評量計畫', 'Enrolment and plan');
  const enrolment = {
    candidate,
    lead,
    code: standardCode,
    pathway: 'training',
    workplace: '晨光家電信義門市',
  } as const;
  const { attempt, document } = await enrol(cast, narrator, enrolment);
  const { counts } = document;
  await declareInterests(attempt, lead);
  await plan(attempt, { methods });
  narrator.say(
    `${candidate.name}報名 ${standardCode}「${document.name}」（級別 ${document.level}）：${counts.task} 項工作任務、${counts.indicator} 項行為指標、${counts.output} 項工作產出、${counts.attitude} 項態度。基準不列評量方法，${lead.name}訂出 ${methods.length} 種並附理由。`,
    `吳佩珊 is enrolled to ${standardCode}, level ${document.level}: ${counts.task} tasks, ${counts.indicator} indicators, ${counts.output} outputs and ${counts.attitude} attitudes. A standard names no methods; 李國華 plans ${methods.length} of his own, each with a reason.`,
  );
  return attempt;
}

async function collect(attempt: Attempt): Promise<void> {
  const { candidate, lead, narrator } = attempt;
  narrator.chapter('證據與判斷', 'Evidence and judgement');
  const items = await handIn(attempt, await portfolio(candidate.name));
  const seen = [counter(), complaint(), desk()];
  for (const one of seen) await observe(attempt, one);
  await ask(attempt, policyQuestions([...items.values()].map(({ id }) => id)));
  const itemId = await invite(attempt, shopManager, shopManagersReport());
  const { number } = await lead.browser.get<EvidenceView>(`/evidence/${itemId}`);
  await judge(attempt, (await claimsIn(attempt)).map(accept));
  await attribute(attempt, { 'B2/K05': 'P2.1.2', 'B2/S04': 'P2.1.2' });
  narrator.say(
    `${items.size} 件工作產出、兩次現場觀察、一次客訴演練、一次提問，店長以一次性連結寫報告（#${number}）；B2 的 K05、S04 經由 P2.1.2 展現。`,
    `${items.size} outputs of her work, two observations, a role-play, questions, and a report that her manager writes by a one-time link (#${number}); K05 and S04 of block 2 were demonstrated through P2.1.2.`,
  );
}

async function conclude(attempt: Attempt): Promise<Issued> {
  const { candidate, lead, narrator } = attempt;
  await waive(attempt, {});
  await showCoverage(attempt, '全部判斷之後，沒有任何警告：', 'With everything judged no warning is left:');
  const verdict = await decide(attempt, {
    outcome: 'competent',
    reasons: '十五項行為指標在真實工作與演練中展現，四項工作產出齊備，知識、技能與態度都有證據。',
    feedback: '紀錄細心，能為不同客戶換一種說法。',
    nextStep: '可練習主動整理常見問題，減少重複詢問。',
  });
  await tell(attempt, verdict);
  narrator.say(
    `${lead.name}判定「已具備」（${verdict.documentNumber}），${candidate.name}收到通知並下載文件。`,
    `李國華 grants “competent” (${verdict.documentNumber}); 吳佩珊 is notified and downloads the document.`,
  );
  const title = `${candidate.name} ${standardCode} ${narrator.words('已具備', 'competent')}`;
  return takeHome(candidate, `/verdicts/${verdict.id}`, verdict, { name: 'verdict-standard', title });
}
