import { type Cast } from '../cast.js';
import { assign, type Attempt, declareInterests, enrol, showCoverage } from '../acting/attempt.js';
import { type Issued } from '../acting/deciding.js';
import { plan } from '../acting/planning.js';
import { type Narrator } from '../narrator.js';
import { gather, handInAll } from './collecting.js';
import { refuseAndMend } from './mending.js';
import { conclude } from './concluding.js';

export const unitCode = 'KMM5R0915v2';

/** 林小美: the training pathway from the plan to a competent verdict. */
export async function playLin(cast: Cast, narrator: Narrator): Promise<Issued> {
  narrator.part('林小美：訓練路徑，一次拒絕與補正', '林小美: the training pathway, one refusal and its mend');
  const attempt = await enrolAndPlan(cast, narrator);
  const items = await handInAll(attempt);
  const left = await gather(attempt, items);
  await refuseAndMend(attempt, items, left);
  return conclude(attempt);
}

async function enrolAndPlan(cast: Cast, narrator: Narrator): Promise<Attempt> {
  const { chapter, say } = narrator;
  const { lin: candidate, assessor: lead, colleague, verifier } = cast;
  chapter('報名與評量計畫', 'Enrolment and plan');
  const enrolment = { candidate, lead, code: unitCode, pathway: 'training', workplace: '晨光家電客服中心' } as const;
  const { attempt, document } = await enrol(cast, narrator, enrolment);
  const { counts, level } = document;
  await assign(attempt, colleague, 'assessor');
  await assign(attempt, verifier, 'verifier');
  say(
    `${cast.officer.name}替${candidate.name}報名 ${unitCode}「${document.name}」（級別 ${level}），鎖定這一版的 ${counts.criterion} 項行為指標與 ${counts.key_aspect} 個關鍵面向。`,
    `The officer enrols 林小美 to ${unitCode}, level ${level}. This version is pinned: ${counts.criterion} criteria and ${counts.key_aspect} key aspects.`,
  );
  await declareInterests(attempt, lead, colleague, verifier);
  say(
    `${lead.name}主評、${colleague.name}協同、${verifier.name}審查，三人都申報沒有利害關係。`,
    '陳志明 leads, 李國華 assesses beside him, 黃美玲 verifies; all three declare that they have no interest.',
  );
  const adjustment = { what: '現場觀察的時間', changed: '改在上午九點開始，中途休息十五分鐘，評量標準不變。' };
  const parts = [
    { userId: lead.id, refs: [] },
    { userId: colleague.id, refs: ['E4'] },
  ];
  const missing = { CR3: '利害關係人無法到場，改由第三方報告取得。' };
  const made = await plan(attempt, { parts, adjustments: [adjustment] }, missing);
  say(
    `依建議訂出評量計畫：${made.methods.length} 種方法、${made.contexts.length} 項情境逐一確認、1 項調整（只寫改了什麼）。${candidate.name}在交出第一件證據前確認計畫與個資告知。`,
    `The proposal becomes a plan: ${made.methods.length} methods, ${made.contexts.length} contexts looked at, one adjustment that says only what was changed. 林小美 acknowledges it and the privacy notice before the first evidence.`,
  );
  await showCoverage(attempt, '一開始的涵蓋表：', 'The coverage table at the start:');
  return attempt;
}
