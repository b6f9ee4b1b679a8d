import { type MakePlan } from '../../plans/plans.dto.js';
import { type PlanProposalView, type PlanView } from '../../plans/plans.view.js';
import { type Attempt } from './attempt.js';

/** Contexts that are not there, with what takes their place; all others are confirmed. */
type Missing = Record<string, string>;

/** The lead assessor edits the proposal into a plan, and the candidate acknowledges what was shown to them. */
export async function plan(
  { id, lead, candidate }: Attempt,
  changes: Partial<MakePlan>,
  missing: Missing = {},
): Promise<PlanView> {
  const proposed = await lead.browser.get<PlanProposalView>(`/assessments/${id}/plan/proposal`);
  const { basedOnVersion, methods, contexts, parts } = proposed;
  const confirmed = contexts.map(({ ref }) => {
    return missing[ref] ? { ref, available: false, reason: missing[ref] } : { ref, available: true };
  });
  const input = { basedOnVersion, methods, contexts: confirmed, parts, ...changes };
  const made = await lead.browser.post<PlanView>(`/assessments/${id}/plans`, input);
  const { id: planId, contentSha256 } = await candidate.browser.get<PlanView>(`/plans/${made.id}`);
  const click = { contentSha256, privacyNoticeAcknowledged: true };
  await candidate.browser.post(`/plans/${planId}/acknowledgement`, click, 200);
  return made;
}
