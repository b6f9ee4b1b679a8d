import { type Locale } from '../i18n/i18n.js';
import { attach, type Attachment, closeDocument, openDocument } from './pdf-a.js';
import { artifact, type Flow, need, newPage, paragraph, run } from './layout.js';
import { inside } from './pdfkit-inside.js';
import { fitted, makePen, widthOf, write } from './pen.js';
import { canonicalJson } from './record.js';
import { type IssuedRecord, type Sheet } from './sheet.js';
import { colors, page, styles } from './theme.js';
import { type DocumentKey, type Labels, languageTag, makeWords } from './words.js';

export interface RenderOptions {
  /** Main language of the fixed wording; the other one stands beneath where it helps. Default zh-TW. */
  locale?: Locale;
  /** A body's own words for the outcomes and results. */
  labels?: Labels;
  /** What is embedded beside the record. */
  attachments?: readonly Attachment[];
}

/**
 * A document of tagged PDF with its record embedded, its number on every page, and an empty signature field where
 * `draw` put one (`signPdf` fills it). The same record gives the same bytes.
 */
export async function renderDocument<Record extends IssuedRecord>(
  record: Record,
  title: DocumentKey,
  draw: (sheet: Sheet<Record>) => void,
  { locale = 'zh-TW', labels = {}, attachments = [] }: RenderOptions = {},
): Promise<Buffer> {
  const words = makeWords(locale, labels);
  const date = new Date(record.decidedAt);
  const document = openDocument({
    title: `${words.say(title)} ${record.documentNumber}`,
    author: record.body.name,
    subject: `${record.unit.code} ${record.unit.name}`,
    lang: languageTag(locale),
    date,
    margins: { top: page.top, bottom: page.bottom, left: page.left, right: page.right },
  });
  const flow: Flow = {
    document,
    pen: makePen(document),
    left: page.left,
    width: page.width - page.left - page.right,
    top: page.top,
    bottom: page.height - page.bottom,
    y: page.top,
  };
  newPage(flow);
  flow.y = 46;
  const root = inside(document).struct('Document');
  inside(document).addStructure(root);
  const sheet = { flow, record, words, root };
  draw(sheet);
  drawMissingCharacters(sheet);
  root.end();
  drawPageEdges(sheet);
  const embedded: Attachment = {
    name: `${record.documentNumber}.json`,
    type: 'application/json',
    relationship: 'Data',
    text: canonicalJson(record),
    description: words.say('record_embedded'),
  };
  for (const attachment of [embedded, ...attachments]) attach(document, attachment, date);
  return closeDocument(document);
}

/** Says so if a character had to be drawn as a frame with its code point. */
function drawMissingCharacters({ flow, root, words }: Sheet<IssuedRecord>): void {
  if (flow.pen.missing.size === 0) return;
  need(flow, 40);
  const characters = [...flow.pen.missing].map((character) => {
    const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
    return `${character} U+${code}`;
  });
  paragraph(flow, root, [run(words.say('missing_characters', { characters }), styles.note)]);
}

/** Document number and page number on every page. They are page furniture, not content. */
function drawPageEdges({ flow, record, words }: Sheet<IssuedRecord>): void {
  const { document, pen, left, width } = flow;
  const { count } = document.bufferedPageRange();
  const base = page.height - 30;
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
        if (index > 0) drawRunningHead(flow, record);
      },
      'Pagination',
    );
  }
}

function drawRunningHead({ document, pen, left, width }: Flow, record: IssuedRecord): void {
  const text = `${record.unit.code}　${record.candidate.name}`;
  write(pen, text, fitted(text, styles.note, width), left, 40);
  document.rect(left, 48, width, 0.5).fill(colors.rule);
}
