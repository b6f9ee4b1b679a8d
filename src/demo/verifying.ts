import { type Page } from '../common/paging.js';
import { type DrawView, type SampleView, type SamplingPlanView } from '../quality/sampling.view.js';
import { type VerificationView } from '../quality/verifications.view.js';
import { daysAgo } from './acting/handing-in.js';
import { type Cast } from './cast.js';
import { expect } from './expect.js';
import { type Narrator } from './narrator.js';

/** What was complained of is drawn for certain; nothing else of so few verdicts. */
const sampling = {
  basePercent: 0,
  risk: { newAssessor: 0, newUnit: 0, complaint: 100, firstVerdicts: 0 },
};

/** A sample is drawn from what was decided; the verifier, who assessed none of it, finds something to mend. */
export async function verify({ bodyId, officer, verifier, colleague }: Cast, narrator: Narrator): Promise<void> {
  narrator.part('審查', 'Verification');
  narrator.chapter('抽樣與發現', 'Sample and finding');
  const { browser } = officer;
  const today = daysAgo(0);
  const path = `/training-bodies/${bodyId}/sampling-plans`;
  const period = { periodFrom: today, periodTo: today };
  const { id } = await browser.post<SamplingPlanView>(path, { ...sampling, ...period });
  const { population, drawn } = await browser.post<DrawView>(`${path}/${id}/draws`, {}, 200);
  expect(drawn.length === 1, 'the verdict that was appealed against is drawn, and no other');
  const samples = await browser.get<Page<SampleView>>(`${path}/${id}/samples`);
  const sample = samples.items[0]!;
  await browser.post<SampleView>(`/samples/${sample.id}/assignment`, { verifierId: verifier.id });
  const { candidateName, attempt } = sample.assessment;
  narrator.say(
    `${officer.name}訂出抽樣計畫：曾經申覆的必抽。${population} 份判定抽出 ${drawn.length} 份，是${candidateName}的第 ${attempt} 次評量。`,
    `The officer plans a sample that takes every verdict appealed against, and draws ${drawn.length} of ${population}: ${candidateName}, attempt ${attempt}.`,
  );
  const finding = { ruleOfEvidence: 'authenticity', targetRef: '2.5', text: '不接受的理由只依演練紀錄第 1 頁作成' };
  const action = '判斷多頁證據時，理由須註明看過的頁次；下次評量者會議說明。';
  const found = { sampleId: sample.id, findings: [finding], outcome: 'action_required', action, dueOn: daysAgo(-30) };
  const verifications = `/assessments/${sample.assessmentId}/verifications`;
  const signed = await verifier.browser.post<VerificationView>(verifications, found);
  const note = '已於評量者會議說明，並加入判斷檢核表。';
  const done = await colleague.browser.post<VerificationView>(`/verifications/${signed.id}/completion`, { note }, 200);
  expect(done.state === 'done', 'the action of the verification is done');
  narrator.say(
    `${verifier.name}簽署審查發現：「${finding.text}」，應於 ${signed.dueOn} 前改善；${colleague.name}回報完成。審查不改變任何判定。`,
    `黃美玲 signs her finding, that only page 1 of the record was looked at, with an action due by ${signed.dueOn}; 李國華 reports it done. A verification changes no verdict.`,
  );
}
