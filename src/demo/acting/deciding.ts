import { sha256 } from '../../common/ids.js';
import { type NotificationView, type ReceiptView } from '../../after-verdict/notifications.view.js';
import { type GiveVerdict } from '../../verdicts/verdicts.dto.js';
import { type VerdictPreviewView, type VerdictView } from '../../verdicts/verdicts.view.js';
import { type RegisteredDocumentView } from '../../verification/verification.view.js';
import { type Player } from '../cast.js';
import { expect } from '../expect.js';
import { type Attempt } from './attempt.js';

/** A signed document that somebody takes home. */
export interface Issued {
  /** Of its files, without the ending. */
  name: string;
  /** What it is, for a person. */
  title: string;
  number: string;
  pdf: Buffer;
  record: Buffer;
}

type Decided = Pick<VerdictView, 'documentNumber' | 'pdfSha256' | 'recordSha256'>;

/** The lead assessor looks whether the outcome can be given, and gives it. */
export async function decide({ id, lead }: Attempt, decision: GiveVerdict): Promise<VerdictView> {
  const path = `/assessments/${id}`;
  const { outcome, ...words } = decision;
  const preview = await lead.browser.post<VerdictPreviewView>(`${path}/verdict-preview`, words, 200);
  const { possible } = outcome === 'competent' ? preview.competent : preview.notYetCompetent;
  expect(possible, `nothing stands in the way of ${outcome}`);
  return lead.browser.post<VerdictView>(`${path}/verdicts`, decision);
}

/** The candidate is notified, fetches the document and confirms to have it, which is no consent. */
export async function tell({ candidate, lead }: Attempt, { id, pdfSha256 }: VerdictView): Promise<NotificationView> {
  const told = await lead.browser.post<NotificationView>(`/verdicts/${id}/notification`, { channel: 'in_app' });
  await candidate.browser.post<ReceiptView>(`/verdicts/${id}/receipt`, { documentSha256: pdfSha256 });
  return told;
}

/** Fetches what was issued, and compares it with what anybody sees in the public register. */
export async function takeHome(
  { browser }: Player,
  path: string,
  { documentNumber: number, pdfSha256, recordSha256 }: Decided,
  { name, title }: Pick<Issued, 'name' | 'title'>,
): Promise<Issued> {
  const pdf = await browser.download(`${path}/document`);
  const record = await browser.download(`${path}/record`);
  expect(sha256(pdf) === pdfSha256, 'the document is the one that was issued');
  expect(sha256(record) === recordSha256, 'the record is the one that was issued');
  const register = await browser.look<RegisteredDocumentView>(`/verify/${number}`);
  expect(register.pdfSha256 === pdfSha256, 'the register knows the document');
  return { name, title, number, pdf, record };
}
