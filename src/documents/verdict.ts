import { type Locale } from '../i18n/i18n.js';
import { closeDocument, embedRecord, openDocument } from './pdf-a.js';
import { artifact, type Flow, need, newPage, paragraph, run } from './layout.js';
import { inside } from './pdfkit-inside.js';
import { fitted, makePen, widthOf, write } from './pen.js';
import { canonicalJson, type VerdictRecord } from './record.js';
import { type Sheet } from './sheet.js';
import { colors, page, styles } from './theme.js';
import { drawItems } from './verdict-evidence.js';
import { drawGuide } from './verdict-guide.js';
import { drawJudgements } from './verdict-judgements.js';
import { drawObservations } from './verdict-observations.js';
import { drawQuestionings } from './verdict-questionings.js';
import { drawPlan } from './verdict-plan.js';
import { drawProcess } from './verdict-process.js';
import { drawSittings } from './verdict-sittings.js';
import { drawReports } from './verdict-reports.js';
import { drawResults } from './verdict-results.js';
import { drawSignature } from './verdict-signature.js';
import { drawSummary } from './verdict-summary.js';
import { drawUncounted } from './verdict-uncounted.js';
import { type Labels, languageTag, makeWords } from './words.js';

export interface RenderOptions {
  /** Main language of the fixed wording; the other one stands beneath where it helps. Default zh-TW. */
  locale?: Locale;
  /** A body's own words for the outcomes and results. */
  labels?: Labels;
}

/** The verdict as PDF with an empty signature field (`signPdf` fills it). The same record gives the same bytes. */
export async function renderVerdict(
  record: VerdictRecord,
  { locale = 'zh-TW', labels = {} }: RenderOptions = {},
): Promise<Buffer> {
  const words = makeWords(locale, labels);
  const date = new Date(record.decidedAt);
  const document = openDocument({
    title: `${words.say(`title_${record.unit.kind}`)} ${record.documentNumber}`,
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
  const sheet: Sheet = { flow, record, words, root };
  drawSummary(sheet);
  drawSignature(sheet);
  drawResults(sheet);
  drawItems(sheet);
  drawObservations(sheet);
  drawSittings(sheet);
  drawQuestionings(sheet);
  drawReports(sheet);
  drawPlan(sheet);
  drawGuide(sheet);
  drawProcess(sheet);
  drawUncounted(sheet);
  drawJudgements(sheet);
  drawMissingCharacters(sheet);
  root.end();
  drawPageEdges(sheet);
  embedRecord(document, `${record.documentNumber}.json`, canonicalJson(record), date, words.say('record_embedded'));
  return closeDocument(document);
}

/** Says so if a character had to be drawn as a frame with its code point. */
function drawMissingCharacters({ flow, root, words }: Sheet): void {
  if (flow.pen.missing.size === 0) return;
  need(flow, 40);
  const characters = [...flow.pen.missing].map((character) => {
    const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
    return `${character} U+${code}`;
  });
  paragraph(flow, root, [run(words.say('missing_characters', { characters }), styles.note)]);
}

/** Document number and page number on every page. They are page furniture, not content. */
function drawPageEdges({ flow, record, words }: Sheet): void {
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

function drawRunningHead({ document, pen, left, width }: Flow, record: VerdictRecord): void {
  const text = `${record.unit.code}　${record.candidate.name}`;
  write(pen, text, fitted(text, styles.note, width), left, 40);
  document.rect(left, 48, width, 0.5).fill(colors.rule);
}
