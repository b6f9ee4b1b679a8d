import { drawQr, drawStone } from './figures.js';
import { artifact, drawLines, element, type Flow, paragraph, run, tagged } from './layout.js';
import { breakLines, type Run } from './lines.js';
import { fitted, write } from './pen.js';
import { type PinnedCompetency } from './record.js';
import { type IssuedRecord, type Sheet } from './sheet.js';
import { colors, styles } from './theme.js';
import { type DocumentKey, type Words } from './words.js';

const qrSize = 74;
const panelHeight = 104;

/** Who issued it, and its number. */
export function drawLetterhead({ flow, record, words, root }: Sheet<IssuedRecord>): void {
  artifact(flow, () => drawStone(flow.document, flow.left, flow.y, 26));
  const number = [run(record.documentNumber, styles.strong)];
  const label = words.both('document_number', styles.label, styles.note);
  const right = flow.width * 0.36;
  const [nameTop, x] = [flow.y, flow.left + 36];
  const lines = breakLines([run(record.body.name, styles.strong)], flow.width - right - 50);
  const struct = element(flow, root, 'P');
  tagged(flow, struct, 'P', () => (flow.y = drawLines(flow, lines, x, nameTop + (lines.length === 1 ? 6 : 0))));
  const numbered = element(flow, root, 'P');
  tagged(flow, numbered, 'P', () => {
    const below = drawRight(sheetRight(flow), label, nameTop);
    drawRight(sheetRight(flow), number, below);
  });
  flow.y = Math.max(flow.y, nameTop + 30) + 16;

  function drawRight(place: { x: number; width: number }, runs: Run[], y: number): number {
    for (const line of breakLines(runs, place.width))
      y = drawLines(flow, [line], place.x + place.width - line.width, y);
    return y;
  }

  function sheetRight({ left, width }: Flow): { x: number; width: number } {
    return { x: left + width - right, width: right };
  }
}

/** What it is, in both languages. */
export function drawTitle({ flow, words, root }: Sheet<IssuedRecord>, key: DocumentKey): void {
  paragraph(flow, root, [run(words.say(key), styles.title)], { type: 'H1', after: 0 });
  const [, other] = words.both(key, styles.title, styles.subtitle, '');
  paragraph(flow, root, [other!], { after: 12 });
}

export interface OutcomePanel {
  outcome: string;
  /** The outcome in the other language. */
  key: DocumentKey;
  color: string;
  /** Draws the outcome as a shape at this place, so large. */
  figure?: (x: number, y: number, size: number) => void;
}

/** The outcome in large letters, and where to verify it. */
export function drawPanel(sheet: Sheet<IssuedRecord>, { outcome, key, color, figure }: OutcomePanel): void {
  const { flow, words, root } = sheet;
  const { left, width, y, document } = flow;
  artifact(flow, () => {
    document.rect(left, y, width, panelHeight).fill(colors.panel);
    document.rect(left, y, 3, panelHeight).fill(color);
    document.rect(left + width - qrSize - 19, y + 11, qrSize + 8, qrSize + 8).fill(colors.paper);
    figure?.(left + 20, y + 25, 54);
  });
  const indent = figure ? 92 : 24;
  const x = left + indent;
  const first = element(flow, root, 'P');
  tagged(flow, first, 'P', () => {
    write(flow.pen, outcome, fitted(outcome, styles.outcome, width - qrSize - indent - 28), x, y + 58);
  });
  const [, other] = words.both(key, styles.outcome, styles.subtitle, '');
  const second = element(flow, root, 'P');
  tagged(flow, second, 'P', () => void write(flow.pen, other!.text, other!.style, x + 1, y + 76));
  drawVerification(sheet, left + width - qrSize - 15, y + 15);
  flow.y = y + panelHeight + 14;
}

function drawVerification({ flow, record, words, root }: Sheet<IssuedRecord>, x: number, y: number): void {
  const figure = element(flow, root, 'Figure', {
    alt: words.say('qr', { url: record.verificationUrl }),
    bbox: [x, y, x + qrSize, y + qrSize],
  });
  tagged(flow, figure, 'Figure', () => drawQr(flow.document, record.verificationUrl, x, y, qrSize));
  figure.end();
}

/** An edition is named only where it corrects an earlier one. */
export function versionOf({ code, version, edition }: PinnedCompetency, words: Words): string {
  const corrected = edition > 1 ? words.say('edition_value', { edition }) : '';
  return words.say('version_value', { code, version }) + corrected;
}
