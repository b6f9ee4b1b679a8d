import { type Page } from '../common/paging.js';
import { type ClaimView, type EvidenceView } from '../evidence/evidence.view.js';
import { type JudgeClaim } from '../judgements/judgements.dto.js';
import { type JudgementView } from '../judgements/judgements.view.js';
import { daysAgo } from './handing-in.js';
import { observe, siteVisit } from './observing.js';
import { dashboard, interview, maintenanceLog } from './portfolio.js';
import { type Story } from './story.js';

/** What the assessor leaves undone, so that the verdict is refused. */
export interface LeftUndone {
  /** Its declaration no longer covers it. */
  undeclared: EvidenceView;
  /** Nobody has judged it. */
  unjudged: ClaimView[];
}

/** The assessor declares interests, watches the candidate at work and judges claims. */
export async function assess(story: Story, items: ReadonlyMap<string, EvidenceView>): Promise<LeftUndone> {
  const { cast, assessmentId, narrator } = story;
  const { assessor, candidate } = cast;
  narrator.chapter('觀察與判斷', 'Observation and judgement');
  const interests = { conflict: false, statement: '與受評者沒有親屬、雇用或其他利害關係。' };
  await assessor.browser.post(`/assessments/${assessmentId}/interest-declarations`, interests);
  const { observation, claims: shown } = await observe(story, siteVisit());
  narrator.say(
    `${assessor.name}申報無利益衝突，到現場觀察，附上照片並簽署：${shown.length} 項「已展現」，成為直接證據 #${observation.number}。`,
    `The assessor declares no conflict, observes on site, attaches a photo and signs: ${shown.length} targets shown, direct evidence #${observation.number}.`,
  );

  const { id, number, contentSha256 } = items.get(maintenanceLog)!;
  const undeclared = await candidate.browser.patch<EvidenceView>(
    `/evidence/${id}`,
    { producedOn: daysAgo(20) },
    contentSha256,
  );
  narrator.say(
    `${candidate.name}更正 #${number} 的產出日期；內容變了，先前的聲明就不再涵蓋它。`,
    `The candidate corrects the date of #${number}; its content changed, so her declaration no longer covers it.`,
  );

  const { items: claims } = await assessor.browser.get<Page<ClaimView>>(
    `/assessments/${assessmentId}/claims?limit=200`,
  );
  const of = (title: string): ClaimView[] => claims.filter(({ itemId }) => itemId === items.get(title)!.id);
  const [unjudged, unclear] = [of(interview), of(dashboard)];
  const accepted = claims.filter((claim) => !unjudged.includes(claim) && !unclear.includes(claim));
  await judge(story, [...accepted.map(accept), ...unclear.map(askForMore)]);
  narrator.say(
    `依有效性、充分性、真實性、時效性一次判斷：接受 ${accepted.length} 項，「需要更多證據」${unclear.length} 項（附理由）；錄音還沒聽，留下 ${unjudged.length} 項。`,
    `He judges by validity, sufficiency, authenticity and currency: ${accepted.length} accepted, ${unclear.length} “more needed” with a reason; the recording waits, ${unjudged.length} left.`,
  );
  await story.showCoverage('判斷之後：', 'After judging:');
  return { undeclared, unjudged };
}

export async function judge({ cast, assessmentId }: Story, judgements: JudgeClaim[]): Promise<void> {
  await cast.assessor.browser.post<JudgementView[]>(`/assessments/${assessmentId}/judgements`, { judgements });
}

export function accept({ id }: ClaimView): JudgeClaim {
  const rules = { validity: true, sufficiency: true, authenticity: true, currency: true };
  return { claimId: id, decision: 'accepted', rules };
}

function askForMore({ id }: ClaimView): JudgeClaim {
  const rules = { validity: true, sufficiency: false, authenticity: true, currency: true };
  return { claimId: id, decision: 'more_needed', rules, reason: '看板連結看不出報告何時送達哪些利害關係人。' };
}
