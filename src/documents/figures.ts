import { create } from 'qrcode';
import { type TargetResult, type VerdictOutcome } from './record.js';
import { type Document } from './pdfkit-inside.js';
import { colors } from './theme.js';

/** The touchstone: a dark stone with the streak a piece of gold leaves on it. */
export function drawStone(document: Document, x: number, y: number, size: number): void {
  const at = (fraction: number): number => fraction * size;
  document.save().translate(x, y);
  document
    .moveTo(at(0.16), at(0.1))
    .bezierCurveTo(at(0.4), at(-0.02), at(0.72), at(0), at(0.9), at(0.14))
    .bezierCurveTo(at(1.04), at(0.36), at(1.02), at(0.72), at(0.88), at(0.9))
    .bezierCurveTo(at(0.6), at(1.02), at(0.3), at(1), at(0.1), at(0.86))
    .bezierCurveTo(at(-0.03), at(0.6), at(0), at(0.3), at(0.16), at(0.1))
    .fill(colors.stone);
  document
    .lineWidth(at(0.1))
    .lineCap('round')
    .moveTo(at(0.27), at(0.7))
    .lineTo(at(0.72), at(0.3))
    .stroke(colors.streak);
  document.restore();
}

/** A result as a shape: a filled disc with a tick, a ring with a cross, a ring with a dash. */
export function drawResult(
  document: Document,
  result: TargetResult | VerdictOutcome,
  x: number,
  y: number,
  size: number,
): void {
  const at = (fraction: number): number => fraction * size;
  const met = result === 'met' || result === 'competent';
  document.save().translate(x, y).lineWidth(at(0.11)).lineCap('round').lineJoin('round');
  if (met) {
    document.circle(at(0.5), at(0.5), at(0.5)).fill(colors.met);
    document.moveTo(at(0.27), at(0.52)).lineTo(at(0.44), at(0.68)).lineTo(at(0.74), at(0.34)).stroke(colors.paper);
  } else {
    const color = result === 'not_assessed' ? colors.muted : colors.open;
    document.circle(at(0.5), at(0.5), at(0.445)).stroke(color);
    if (result === 'not_assessed') document.moveTo(at(0.32), at(0.5)).lineTo(at(0.68), at(0.5)).stroke(color);
    else {
      document.moveTo(at(0.34), at(0.34)).lineTo(at(0.66), at(0.66)).stroke(color);
      document.moveTo(at(0.66), at(0.34)).lineTo(at(0.34), at(0.66)).stroke(color);
    }
  }
  document.restore();
}

/** A QR code as rectangles, one a run of dark modules, with no quiet zone of its own. */
export function drawQr(document: Document, text: string, x: number, y: number, size: number): void {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const unit = size / modules.size;
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (!modules.get(row, column)) continue;
      let length = 1;
      while (column + length < modules.size && modules.get(row, column + length)) length += 1;
      document.rect(x + column * unit, y + row * unit, length * unit, unit);
      column += length;
    }
  }
  document.fill(colors.ink);
}
