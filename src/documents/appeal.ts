import { type AppealRecord } from './appeal-record.js';
import { renderDocument, type RenderOptions } from './document.js';
import { factTable } from './facts.js';
import { heightOf, leading, need, paragraph, rule, run } from './layout.js';
import { drawLetterhead, drawPanel, drawTitle, versionOf } from './letterhead.js';
import { breakLines, type Run } from './lines.js';
import { type Sheet } from './sheet.js';
import { drawSignature, signatureHeight } from './signature.js';
import { colors, styles } from './theme.js';
import { type DocumentKey } from './words.js';

/** The decision on an appeal as PDF with an empty signature field. */
export function renderAppeal(record: AppealRecord, options?: RenderOptions): Promise<Buffer> {
  return renderDocument(record, 'title_appeal', draw, options);
}

function draw(sheet: Sheet<AppealRecord>): void {
  const { outcome, decidedBy } = sheet.record;
  drawLetterhead(sheet);
  drawTitle(sheet, 'title_appeal');
  const key = `appeal_${outcome}` as const;
  drawPanel(sheet, { outcome: sheet.words.say(key), key, color: colors.streak });
  factTable(sheet, facts(sheet));
  const keys = { explained: 'appeal_signature_explained', reason: 'appeal_signature_reason' } as const;
  const signature = { field: 'appeal_decider', name: decidedBy.name, ...keys };
  drawWords(sheet, signatureHeight(sheet, signature));
  drawSignature(sheet, signature);
}

function facts({ record, words }: Sheet<AppealRecord>): [Run[], Run[][]][] {
  const { unit, candidate, pathway, attempt, verdict, appeal, decidedBy, decidedOn, decidedAt } = record;
  const label = (key: DocumentKey): Run[] => words.both(key, styles.label, styles.note, ' ');
  const line = (text: string, style = styles.body): Run[] => [run(text, style)];
  const day = (date: string, at: string): string =>
    `${words.day(date)}　${words.say('taipei', { time: words.instant(at).slice(11) })}`;
  const way = words.say('pathway_value', { pathway: words.say(`pathway_${pathway}`), attempt });
  const given = words.say('verdict_decided', { name: verdict.decidedBy.name, day: words.day(verdict.decidedOn) });
  const role = words.say(`decider_${decidedBy.role}`);
  const hashes = [
    words.say('verdict_record_hash', { hash: verdict.recordSha256 }),
    words.say('verdict_pdf_hash', { hash: verdict.pdfSha256 }),
  ];
  return [
    [label('candidate'), [line(candidate.name, styles.name)]],
    [label(unit.kind), [line(unit.name, styles.name), line(versionOf(unit, words))]],
    [label('pathway'), [line(way)]],
    [label('appealed_verdict'), [line(verdict.documentNumber, styles.strong), line(given)]],
    [label('verdict_outcome'), [line(words.label(verdict.outcome))]],
    [label('verdict_hashes'), hashes.map((text) => line(text, styles.hash))],
    [label('notified_on'), [line(words.day(verdict.notifiedOn))]],
    [label('appeal_until'), [line(words.day(verdict.appealUntil))]],
    [label('appeal_filed_on'), [line(day(appeal.filedOn, appeal.filedAt))]],
    [label('appeal_decider'), [line(decidedBy.name, styles.strong), line(words.say('appeal_decider_value', { role }))]],
    [label('appeal_decided_on'), [line(day(decidedOn, decidedAt))]],
    [label('verification'), [line(record.verificationUrl)]],
  ];
}

/**
 * What was said on both sides, and what follows, in both languages. What follows stands on the page of the signatures,
 * which are so high: nobody signs an empty page.
 */
function drawWords({ flow, record, words, root }: Sheet<AppealRecord>, signatures: number): void {
  const follows = `appeal_follows_${record.outcome}` as const;
  const foreign = { ...styles.note, lang: words.locale === 'zh-TW' ? 'en' : 'zh-Hant-TW' };
  const parts: [DocumentKey, Run[][]][] = [
    ['appeal_grounds', [[run(record.appeal.grounds, styles.body)]]],
    ['appeal_reasons', [[run(record.reasons, styles.body)]]],
    ['appeal_follows', [[run(words.say(follows), styles.body)], [run(words.other(follows), foreign)]]],
  ];
  for (const [key, texts] of parts) {
    const heights = texts.map((text) => heightOf(breakLines(text, flow.width)) + 3);
    const section = styles.strong.size * leading + heights.reduce((sum, height) => sum + height, 8);
    if (key === 'appeal_follows') need(flow, section + signatures);
    paragraph(flow, root, words.both(key, styles.strong, styles.headingOther), { type: 'H2', keep: 30, after: 1 });
    for (const text of texts) paragraph(flow, root, text, { after: 3 });
    flow.y += 6;
  }
  rule(flow, colors.rule);
}
