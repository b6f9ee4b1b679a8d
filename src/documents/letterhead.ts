import { drawQr, drawStone } from './figures.js';
import { artifact, drawLines, element, type Flow, paragraph, rule, run, tagged } from './layout.js';
import { breakLines, type Run } from './lines.js';
import { inside } from './pdfkit-inside.js';
import { fitted, write } from './pen.js';
import { type PinnedCompetency } from './record.js';
import { type AnyRecord, type IssuedRecord, type Sheet } from './sheet.js';
import { colors, styles } from './theme.js';
import { type DocumentKey, type Words } from './words.js';

const qrSize = 74;
const panelHeight = 104;

/** Who issued it, and its number. */
export function drawLetterhead({ flow, record, words, look, root }: Sheet<IssuedRecord>): void {
  const mark = drawMark({ flow, look, record, root }, flow.left, flow.y);
  const number = [run(record.documentNumber, styles.strong)];
  const label = words.both('document_number', styles.label, styles.note);
  const right = flow.width * 0.36;
  const [nameTop, x] = [flow.y, flow.left + mark + 10];
  const lines = breakLines([run(record.body.name, styles.strong)], flow.width - right - mark - 24);
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

const mark = 26;

type Marked = Pick<Sheet<AnyRecord>, 'flow' | 'look' | 'record' | 'root'>;

/** The body's logo, or the touchstone where it has none; answers how wide it is. */
export function drawMark({ flow, look, record, root }: Marked, x: number, y: number, size = mark): number {
  if (!look.logo) {
    artifact(flow, () => drawStone(flow.document, x, y, size));
    return size;
  }
  const pdf = inside(flow.document);
  const image = pdf.openImage(Buffer.from(look.logo));
  const scale = Math.min(size / image.height, (size * 4) / image.width);
  const [width, height] = [image.width * scale, image.height * scale];
  const top = y + (size - height) / 2;
  const figure = element(flow, root, 'Figure', { alt: record.body.name, bbox: [x, top, x + width, top + height] });
  tagged(flow, figure, 'Figure', () => void pdf.image(image, x, top, { width, height }));
  figure.end();
  return width;
}

/** What it is, in both languages, by the body's own title if it has one; and what the body says beside it. */
export function drawTitle({ flow, words, look, root }: Sheet<IssuedRecord>, key: DocumentKey): void {
  const [title, other] = words.own(
    look.title,
    key,
    { ...styles.title, color: look.accent ?? colors.ink },
    styles.subtitle,
  );
  paragraph(flow, root, [title], { type: 'H1', after: 0 });
  paragraph(flow, root, [other], { after: look.accent ? 4 : 12 });
  if (look.accent) {
    rule(flow, look.accent, flow.left, 56, 2);
    flow.y += 12;
  }
  if (!look.statement) return;
  for (const text of words.own(look.statement, key, styles.body, styles.note))
    paragraph(flow, root, [text], { after: 2 });
  flow.y += 10;
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
  const verified = sheet.record.verificationUrl !== '';
  artifact(flow, () => {
    document.rect(left, y, width, panelHeight).fill(colors.panel);
    document.rect(left, y, 3, panelHeight).fill(color);
    if (verified) document.rect(left + width - qrSize - 19, y + 11, qrSize + 8, qrSize + 8).fill(colors.paper);
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
  if (verified) drawVerification(sheet, left + width - qrSize - 15, y + 15);
  flow.y = y + panelHeight + 14;
}

/** The address to verify at, to be pointed a camera at. */
export function drawVerification(
  { flow, record, words, root }: Sheet<AnyRecord>,
  x: number,
  y: number,
  size = qrSize,
): void {
  const figure = element(flow, root, 'Figure', {
    alt: words.say('qr', { url: record.verificationUrl }),
    bbox: [x, y, x + size, y + size],
  });
  tagged(flow, figure, 'Figure', () => drawQr(flow.document, record.verificationUrl, x, y, size));
  figure.end();
}

/** An edition is named only where it corrects an earlier one. */
export function versionOf({ code, version, edition }: PinnedCompetency, words: Words): string {
  const corrected = edition > 1 ? words.say('edition_value', { edition }) : '';
  return words.say('version_value', { code, version }) + corrected;
}
