import { type Page } from '../../common/paging.js';
import { type ClaimView } from '../../evidence/evidence.view.js';
import { type JudgeClaim } from '../../judgements/judgements.dto.js';
import { type JudgementView } from '../../judgements/judgements.view.js';
import { type FindingView } from '../../sufficiency/coverage.view.js';
import { expect } from '../expect.js';
import { type Attempt, coverageOf } from './attempt.js';

/** All claims of an attempt; none of the story has more than a page of them. */
export async function claimsIn({ id, lead }: Attempt): Promise<ClaimView[]> {
  const { items } = await lead.browser.get<Page<ClaimView>>(`/assessments/${id}/claims?limit=200`);
  return items;
}

export async function judge({ id, lead }: Attempt, judgements: JudgeClaim[]): Promise<void> {
  await lead.browser.post<JudgementView[]>(`/assessments/${id}/judgements`, { judgements });
}

export function accept({ id }: ClaimView): JudgeClaim {
  const rules = { validity: true, sufficiency: true, authenticity: true, currency: true };
  return { claimId: id, decision: 'accepted', rules };
}

export const askForMore =
  (reason: string) =>
  ({ id }: ClaimView): JudgeClaim => {
    const rules = { validity: true, sufficiency: false, authenticity: true, currency: true };
    return { claimId: id, decision: 'more_needed', rules, reason };
  };

export const reject =
  (reason: string) =>
  ({ id }: ClaimView): JudgeClaim => {
    const rules = { validity: true, sufficiency: true, authenticity: false, currency: true };
    return { claimId: id, decision: 'rejected', rules, reason };
  };

/** The lead says of knowledge and skills through which criterion they were demonstrated. */
export async function attribute({ id, lead }: Attempt, through: Record<string, string>): Promise<void> {
  for (const [targetRef, throughRef] of Object.entries(through))
    await lead.browser.post(`/assessments/${id}/attributions`, { targetRef, throughRef });
}

/** The lead waives every warning of these rules with its reason; no other may be left. Answers what was waived. */
export async function waive(attempt: Attempt, reasons: Record<string, string>): Promise<FindingView[]> {
  const { warnings } = await coverageOf(attempt);
  for (const { rule, problem, problemText, targets, items } of warnings) {
    const reason = reasons[rule];
    expect(reason !== undefined, `no warning is left without an answer, such as ${rule} ${problemText}`);
    const waiver = { rule, problem, targets, items, reason };
    await attempt.lead.browser.post(`/assessments/${attempt.id}/waivers`, waiver);
  }
  return warnings;
}
