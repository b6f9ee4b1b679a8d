import { type Page } from '../../common/paging.js';
import { type NoticeTextView, type NoticeView } from '../../notices/notices.view.js';
import { type SaveReport } from '../../third-parties/form.dto.js';
import { type ThirdPartyFormView } from '../../third-parties/form.view.js';
import { type InviteThirdParty } from '../../third-parties/invitations.dto.js';
import { type InvitationView } from '../../third-parties/invitations.view.js';
import { Browser } from '../browser.js';
import { expect } from '../expect.js';
import { type Attempt } from './attempt.js';

/**
 * A third party is invited, opens the form by the link of the letter, writes and signs. Nothing is mailed here, so that
 * the administrator reads the link in the outbox and hands it over. Answers the id of the evidence that it becomes.
 */
export async function invite(
  attempt: Attempt,
  invitation: Omit<InviteThirdParty, 'locale'>,
  report: SaveReport,
): Promise<string> {
  const { browser } = attempt.lead;
  const wanted = { locale: 'zh-TW', ...invitation };
  const { id } = await browser.post<InvitationView>(`/assessments/${attempt.id}/invitations`, wanted);
  const thirdParty = new Browser(attempt.cast.server, await secretInOutbox(attempt, invitation.email));
  const { revision } = await thirdParty.get<ThirdPartyFormView>('/third-party-form');
  const { contentSha256 } = await thirdParty.putUpon<ThirdPartyFormView>('/third-party-form', report, revision);
  const signed = { accepted: true, contentSha256 };
  await thirdParty.post<ThirdPartyFormView>('/third-party-form/submission', signed, 200);
  const { state, itemId } = await browser.get<InvitationView>(`/invitations/${id}`);
  expect(state === 'submitted' && itemId !== null, 'the report has become evidence');
  return itemId!;
}

async function secretInOutbox({ cast: { operator, bodyId } }: Attempt, email: string): Promise<string> {
  const { items } = await operator.browser.get<Page<NoticeView>>(`/training-bodies/${bodyId}/notices`);
  const letter = items.find(({ kind, to }) => kind === 'third_party_invitation' && to.email === email)!;
  const { link } = await operator.browser.get<NoticeTextView>(`/notices/${letter.id}`);
  return link!.split('#')[1]!;
}
