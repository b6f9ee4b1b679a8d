import { type Problem } from '../../common/problem.filter.js';
import { type EvidenceView } from '../../evidence/evidence.view.js';
import { type FindingView } from '../../sufficiency/coverage.view.js';
import { type Attempt, showCoverage } from '../acting/attempt.js';
import { type Items } from '../acting/handing-in.js';
import { accept, attribute, judge, waive } from '../acting/judging.js';
import { ask } from '../acting/witnessing.js';
import { UnexpectedAnswer } from '../browser.js';
import { expectSame } from '../expect.js';
import { type LeftUndone } from './collecting.js';
import { principlesQuestions } from './witnessed.js';

const writtenForms = ['document', 'spreadsheet', 'text'];

/** The verdict is asked for too early; every open rule is mended by whoever it waits for. */
export async function refuseAndMend(attempt: Attempt, items: Items, left: LeftUndone): Promise<void> {
  const { candidate, lead, narrator } = attempt;
  narrator.chapter('一次拒絕與補正', 'One refusal and its mend');
  await showRefusal(attempt);

  await candidate.browser.post<EvidenceView>(`/evidence/${left.undeclared.id}/declaration`, {});
  await judge(attempt, left.unjudged.map(accept));
  narrator.say(
    `${candidate.name}重新聲明 #${left.undeclared.number}；${lead.name}聽完錄音，判斷剩下的主張。`,
    `林小美 declares #${left.undeclared.number} again; 陳志明 hears the recording and judges what was left.`,
  );
  const written = [...items.values()].filter(({ form, producedBy }) => {
    return producedBy === 'candidate' && writtenForms.includes(form);
  });
  const { questioning, claims } = await ask(attempt, principlesQuestions(written.map(({ id }) => id)));
  await judge(attempt, claims.map(accept));
  narrator.say(
    `為 KA5 安排簡報與提問（#${questioning.number}），同時逐件談過她獨自寫成的 ${written.length} 件文件，確認出自本人。`,
    `For KA5 a briefing with questions is held (#${questioning.number}); it also goes through the ${written.length} things that she wrote on her own, and confirms them.`,
  );
  await attribute(attempt, { K06: '3.5', S07: '4.2', S14: '2.4' });
  narrator.say(
    'K06、S07、S14 經由已達成的行為指標展現，由主評逐項具名認定。',
    'K06, S07 and S14 were demonstrated through criteria that are met; the lead says through which.',
  );
  await waiveLast(attempt);
  await showCoverage(attempt, '補正之後：', 'After mending:');
}

/** The one warning that nothing mends: the yearly strategy is one document. */
async function waiveLast(attempt: Attempt): Promise<void> {
  const reason = '年度策略一年只訂一次，沒有第二份；已在提問時逐段確認出自本人。';
  const waived = await waive(attempt, { S8: reason });
  expectSame(
    'what the waiver is about',
    waived.flatMap(({ targets }) => targets),
    ['1.3'],
  );
  attempt.narrator.say(
    `剩下一項警告 S8（1.3 只有一件獨立證據），主評附理由豁免，理由會印在文件上：「${reason}」`,
    'One warning is left, S8: there is one independent item for 1.3 only. The lead waives it, with a reason that will be printed.',
  );
}

async function showRefusal({ id, lead, narrator }: Attempt): Promise<void> {
  const path = `/assessments/${id}/verdicts`;
  const problem = await lead.browser.refused(path, { outcome: 'competent' }, 409, narrator.locale);
  narrator.say(
    `${lead.name}想判定「已具備」，系統不准，並說明缺什麼、怎麼補：`,
    '陳志明 asks for “competent”. The server refuses, and says what is open and what would mend it:',
  );
  const findings = findingsOf(problem);
  narrator.show([`HTTP ${problem.status} ${problem.code}`, problem.title]);
  for (const { rule, problemText, mendText } of findings)
    narrator.show([`${rule}  ${problemText}`, `    → ${mendText}`]);
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort();
  expectSame('open rules', rules, ['A1', 'S1', 'S3', 'V2']);
}

function findingsOf({ details }: Problem): FindingView[] {
  if (!Array.isArray(details)) throw new UnexpectedAnswer('The refusal does not say which rules are open.');
  return details as FindingView[];
}
