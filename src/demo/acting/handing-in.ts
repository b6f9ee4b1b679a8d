import { extname } from 'node:path';
import { dateIn } from '../../common/clock.js';
import { type PlaceInItem, type ProposeClaim } from '../../evidence/claims.dto.js';
import { type SubmitEvidence } from '../../evidence/evidence.dto.js';
import { type ClaimView, type EvidenceView } from '../../evidence/evidence.view.js';
import { readableSize } from '../../files/uploads.js';
import { formTexts } from '../../i18n/documents.js';
import { type Locale } from '../../i18n/i18n.js';
import { type Attachment } from '../browser.js';
import { paper, type Paper } from '../files/paper.js';
import { table } from '../narrator.js';
import { type Attempt } from './attempt.js';

/** What a candidate hands in, and what they say it shows. */
export interface Piece {
  item: SubmitEvidence;
  files: Attachment[];
  claims: Mapping[];
}

/** Several targets shown by one method, maybe at one place in the item. */
export interface Mapping {
  targets: string[];
  method?: string;
  place?: PlaceInItem;
}

/** The evidence of an attempt by its titles. */
export type Items = ReadonlyMap<string, EvidenceView>;

/** The candidate hands in pieces, says what shows what, and declares them authentic. */
export async function handIn({ id, candidate }: Attempt, pieces: readonly Piece[]): Promise<Items> {
  const { browser } = candidate;
  const items = new Map<string, EvidenceView>();
  const claims: ProposeClaim[] = [];
  for (const piece of pieces) {
    const path = `/assessments/${id}/evidence`;
    const received =
      piece.files.length > 0
        ? await browser.upload<EvidenceView>(path, piece.item, piece.files)
        : await browser.post<EvidenceView>(path, piece.item);
    items.set(received.title, received);
    claims.push(...claimsOf(received.id, piece));
  }
  await browser.post<ClaimView[]>(`/assessments/${id}/claims`, { claims });
  const itemIds = [...items.values()].map((item) => item.id);
  await browser.post<EvidenceView[]>(`/assessments/${id}/declarations`, { itemIds });
  return items;
}

function claimsOf(itemId: string, { claims }: Piece): ProposeClaim[] {
  return claims.flatMap(({ targets, ...how }) => targets.map((targetRef) => ({ itemId, targetRef, ...how })));
}

/** Evidence must be current whenever the story is told. */
export const daysAgo = (days: number): string => dateIn(new Date(Date.now() - days * 86_400_000));

/** A document as its author writes it so many days ago. */
export async function report(author: string, title: string, ago: number, pages: Paper['pages']): Promise<Attachment> {
  return { name: `${title}.pdf`, bytes: await paper({ title, byline: `${author}　${daysAgo(ago)}`, pages }) };
}

/** What was received, a line an item. */
export function itemTable(items: Items, locale: Locale): string[] {
  return table([...items.values()].map((item) => described(item, locale)));
}

function described({ number, form, title, url, files }: EvidenceView, locale: Locale): string[] {
  const kind = formTexts[locale][form];
  if (files.length === 0) return [`#${number}`, title, kind, url ? new URL(url).hostname : '—', ''];
  const names = files.map(({ name, size }) => `${extname(name).slice(1)} ${readableSize(size)}`).join(' + ');
  return [`#${number}`, title, kind, names, `${files[0]!.sha256.slice(0, 8)}…`];
}
