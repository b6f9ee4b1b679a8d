import { extname } from 'node:path';
import { dateIn } from '../common/clock.js';
import { type ClaimView, type EvidenceView } from '../evidence/evidence.view.js';
import { readableSize } from '../files/uploads.js';
import { formTexts } from '../i18n/documents.js';
import { table } from './narrator.js';
import { claimsOf, portfolio } from './portfolio.js';
import { type Story } from './story.js';

/** The candidate hands in her portfolio, says what shows what, and declares it authentic. */
export async function handIn(story: Story): Promise<Map<string, EvidenceView>> {
  const { cast, assessmentId, narrator } = story;
  const { name, browser } = cast.candidate;
  narrator.chapter('證據', 'Evidence');
  const items = new Map<string, EvidenceView>();
  const claims = [];
  for (const piece of await portfolio(name, daysAgo)) {
    const path = `/assessments/${assessmentId}/evidence`;
    const received =
      piece.files.length > 0
        ? await browser.upload<EvidenceView>(path, piece.item, piece.files)
        : await browser.post<EvidenceView>(path, piece.item);
    items.set(received.title, received);
    claims.push(...claimsOf(received.id, piece));
  }
  narrator.say(
    `${name}交了 ${items.size} 件證據；類型依內容辨識，SHA-256 在收件時固定。`,
    `The candidate hands in ${items.size} items; types are told from content, SHA-256 fixed at receipt.`,
  );
  narrator.show(table([...items.values()].map(described)));

  await browser.post<ClaimView[]>(`/assessments/${assessmentId}/claims`, { claims });
  narrator.say(
    `一次提出 ${claims.length} 項主張：哪件證據證明哪一項，用哪種評量方法。`,
    `She makes ${claims.length} claims at once: which item shows what, by which method.`,
  );
  const itemIds = [...items.values()].map(({ id }) => id);
  await browser.post<EvidenceView[]>(`/assessments/${assessmentId}/declarations`, { itemIds });
  narrator.say(
    '聲明全部證據真實反映自己的工作，來源與他人的貢獻都已說明。',
    'She declares that all of it truly reflects her work, with sources and what others contributed stated.',
  );
  await story.showCoverage('主張之後：', 'After the claims:');
  return items;
}

export const daysAgo = (days: number): string => dateIn(new Date(Date.now() - days * 86_400_000));

function described({ number, form, title, url, files }: EvidenceView): string[] {
  const kind = `${formTexts['zh-TW'][form]} ${formTexts.en[form]}`;
  if (files.length === 0) return [`#${number}`, title, kind, url ? new URL(url).hostname : '—', ''];
  const names = files.map(({ name, size }) => `${extname(name).slice(1)} ${readableSize(size)}`).join(' + ');
  return [`#${number}`, title, kind, names, `${files[0]!.sha256.slice(0, 8)}…`];
}
