import { type Locale } from '../i18n/i18n.js';
import { artifact, type Flow, need, newPage, paragraph, run } from './layout.js';
import { type Look, plainLook } from './look.js';
import { attach, type Attachment, closeDocument, openDocument } from './pdf-a.js';
import { inside } from './pdfkit-inside.js';
import { fitted, makePen, widthOf, write } from './pen.js';
import { canonicalJson, type Instant } from './record.js';
import { type AnyRecord, type IssuedRecord, type Mark, type Sheet } from './sheet.js';
import { colors, type Paper, portrait, styles } from './theme.js';
import { type DocumentKey, languageTag, makeWords } from './words.js';

export interface RenderOptions {
  /** Main language of the fixed wording; the other one stands beneath where it helps. Default zh-TW. */
  locale?: Locale;
  /** The body's own look and words. */
  look?: Look;
  /** What it is instead of an issued document; every page says so. */
  mark?: Mark;
  /** When the signer says that it signs; by default when the document was made. */
  claimedAt?: Date;
  /** What is embedded beside the record. */
  attachments?: readonly Attachment[];
}

export interface Kind<Record extends AnyRecord> {
  title: DocumentKey;
  /** When it was made. */
  at: Instant;
  paper: Paper;
  draw: (sheet: Sheet<Record>) => void;
}

/**
 * A document of tagged PDF with its record embedded, and an empty signature field where `draw` put one (`signPdf` fills
 * it). The same record gives the same bytes.
 */
export async function renderRecord<Record extends AnyRecord>(
  record: Record,
  { title, at, paper, draw }: Kind<Record>,
  { locale = 'zh-TW', look = plainLook, mark, attachments = [], claimedAt = new Date(at) }: RenderOptions = {},
): Promise<Buffer> {
  const words = makeWords(locale, look.labels);
  const date = new Date(at);
  const document = openDocument({
    title: [...(mark ? [words.say(mark)] : []), look.title?.[locale] ?? words.say(title), record.documentNumber].join(
      ' ',
    ),
    author: record.body.name,
    subject: `${record.unit.code} ${record.unit.name}`,
    lang: languageTag(locale),
    date,
    paper,
  });
  const flow: Flow = {
    document,
    pen: makePen(document),
    left: paper.left,
    width: paper.width - paper.left - paper.right,
    top: paper.top,
    bottom: paper.height - paper.bottom,
    y: paper.top,
  };
  newPage(flow);
  const root = inside(document).struct('Document');
  inside(document).addStructure(root);
  const sheet = { flow, record, words, look, root, mark, claimedAt };
  draw(sheet);
  if (mark) drawMarkAcross(sheet, mark, paper);
  root.end();
  const embedded: Attachment = {
    name: `${record.documentNumber}.json`,
    type: 'application/json',
    relationship: 'Data',
    text: canonicalJson(record),
    description: words.say('record_embedded'),
  };
  // A preview is no record of anything.
  const attached = mark === 'preview' ? [] : [embedded, ...attachments];
  for (const attachment of attached) attach(document, attachment, date);
  return closeDocument(document);
}

/** A document of as many pages as it takes, with its number on each. */
export function renderDocument<Record extends IssuedRecord>(
  record: Record,
  title: DocumentKey,
  draw: (sheet: Sheet<Record>) => void,
  options?: RenderOptions,
): Promise<Buffer> {
  const kind: Kind<Record> = {
    title,
    at: record.decidedAt,
    paper: portrait,
    draw: (sheet) => {
      sheet.flow.y = 46;
      draw(sheet);
      drawMissingCharacters(sheet);
      drawPageEdges(sheet);
    },
  };
  return renderRecord(record, kind, options);
}

/** The characters that had to be drawn as frames with their code points, in words; nothing if there are none. */
export function missingCharacters({ flow, words }: Sheet<AnyRecord>): string {
  if (flow.pen.missing.size === 0) return '';
  const characters = [...flow.pen.missing].map((character) => {
    const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
    return `${character} U+${code}`;
  });
  return words.say('missing_characters', { characters });
}

function drawMissingCharacters(sheet: Sheet<IssuedRecord>): void {
  const { flow, root } = sheet;
  const text = missingCharacters(sheet);
  if (!text) return;
  need(flow, 40);
  paragraph(flow, root, [run(text, styles.note)]);
}

/** Document number and page number on every page. They are page furniture, not content. */
function drawPageEdges({ flow, record, words, look }: Sheet<IssuedRecord>): void {
  const { document, pen, left, width } = flow;
  const { count } = document.bufferedPageRange();
  const base = portrait.height - 30;
  const footer = look.footer?.[words.locale];
  for (let index = 0; index < count; index += 1) {
    document.switchToPage(index);
    const number = words.say('page_of', { page: index + 1, pages: count });
    const other = words.other('page_of', { page: index + 1, pages: count });
    const right = `${number}　${other}`;
    artifact(
      flow,
      () => {
        document.rect(left, base - 14, width, 0.5).fill(colors.rule);
        write(pen, `${words.say('document_number')} ${record.documentNumber}`, styles.note, left, base);
        write(pen, right, styles.note, left + width - widthOf(right, styles.note), base);
        if (footer) write(pen, footer, fitted(footer, styles.note, width), left, base + 11);
        if (index > 0) drawRunningHead(flow, record);
      },
      'Pagination',
    );
  }
}

/** Across every page, so that nobody takes it for an issued one. */
function drawMarkAcross({ flow, words }: Sheet<AnyRecord>, mark: Mark, { width, height }: Paper): void {
  const style = { ...styles.title, size: 64, color: colors.specimen };
  const { count } = flow.document.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    flow.document.switchToPage(index);
    artifact(flow, () => {
      flow.document
        .save()
        .fillOpacity(0.45)
        .rotate(-24, { origin: [width / 2, height / 2] });
      for (const [line, text] of [words.say(mark), words.other(mark)].entries()) {
        const fit = fitted(text, style, width * 0.9);
        write(flow.pen, text, fit, (width - widthOf(text, fit)) / 2, height / 2 + line * 60);
      }
      flow.document.restore();
    });
  }
}

function drawRunningHead({ document, pen, left, width }: Flow, record: IssuedRecord): void {
  const text = `${record.unit.code}　${record.candidate.name}`;
  write(pen, text, fitted(text, styles.note, width), left, 40);
  document.rect(left, 48, width, 0.5).fill(colors.rule);
}
