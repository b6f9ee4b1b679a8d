import { isDeepStrictEqual } from 'node:util';
import { type Problem } from '../common/problem.filter.js';
import { type EvidenceView } from '../evidence/evidence.view.js';
import { type FindingView } from '../sufficiency/coverage.view.js';
import { type LeftUndone, accept, judge } from './assessing.js';
import { UnexpectedAnswer } from './browser.js';
import { briefing, observe } from './observing.js';
import { type Story } from './story.js';

/** The verdict is asked for too early; every open rule is mended by whoever it waits for. */
export async function refuseAndMend(story: Story, { undeclared, unjudged }: LeftUndone): Promise<void> {
  const { cast, narrator } = story;
  narrator.chapter('一次拒絕與補正', 'One refusal and its mend');
  await showRefusal(story);

  await cast.candidate.browser.post<EvidenceView>(`/evidence/${undeclared.id}/declaration`, {});
  narrator.say(
    `${cast.candidate.name}重新聲明 #${undeclared.number}。`,
    `The candidate declares #${undeclared.number} again.`,
  );
  await judge(story, unjudged.map(accept));
  narrator.say('陳志明聽完錄音，判斷剩下的主張。', 'The assessor hears the recording and judges what was left.');
  const { observation, claims } = await observe(story, briefing());
  await judge(story, claims.map(accept));
  narrator.say(
    `為 KA5 安排簡報與提問，記錄、簽署並判斷，成為證據 #${observation.number}。`,
    `For KA5 a briefing with questions is held, recorded, signed and judged: evidence #${observation.number}.`,
  );
  await story.showCoverage('補正之後：', 'After mending:');
}

async function showRefusal({ cast, assessmentId, narrator }: Story): Promise<void> {
  const { browser, name } = cast.assessor;
  const path = `/assessments/${assessmentId}/verdicts`;
  const zh = await browser.refused(path, { outcome: 'competent' }, 409, 'zh-TW');
  const en = await browser.refused(path, { outcome: 'competent' }, 409, 'en');
  narrator.say(
    `${name}想判定「已具備」，系統不准，並說明缺什麼、怎麼補：`,
    'The assessor asks for “competent”. The server refuses, and says what is open and what would mend it:',
  );
  const findings = [findingsOf(zh), findingsOf(en)] as const;
  narrator.show([`HTTP ${zh.status} ${zh.code}`, zh.title, en.title]);
  for (const [i, { rule, problemText, mendText }] of findings[0].entries()) {
    const other = findings[1][i]!;
    narrator.show([
      '',
      `${rule}  ${problemText}`,
      `    ${other.problemText}`,
      `    → ${mendText}`,
      `      ${other.mendText}`,
    ]);
  }
  const rules = [...new Set(findings[0].map(({ rule }) => rule))].sort();
  const expected = ['A1', 'S1', 'S3', 'V2'];
  if (!isDeepStrictEqual(rules, expected))
    throw new UnexpectedAnswer(`Open rules: ${rules.join()}, not ${expected.join()}`);
}

function findingsOf({ details }: Problem): FindingView[] {
  if (!Array.isArray(details)) throw new UnexpectedAnswer('The refusal does not say which rules are open.');
  return details as FindingView[];
}
