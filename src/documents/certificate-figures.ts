import { type Document } from './pdfkit-inside.js';
import { colors, landscape } from './theme.js';

const edge = 84;

/** The dark edge of the sheet is the stone, and across it goes the streak that gold leaves. */
export function drawTouchstone(document: Document, color: string): void {
  const { height } = landscape;
  document
    .moveTo(0, 0)
    .lineTo(edge - 6, 0)
    .bezierCurveTo(edge + 9, height * 0.24, edge - 13, height * 0.5, edge + 2, height * 0.72)
    .bezierCurveTo(edge + 7, height * 0.84, edge - 3, height * 0.93, edge - 1, height)
    .lineTo(0, height)
    .closePath()
    .fill(color);
  drawStreak(document, 20, height * 0.735, 58, height * 0.3);
}

/** Thick where the gold is pressed on, thin where it leaves the stone, and rough at the end. */
function drawStreak(document: Document, fromX: number, fromY: number, toX: number, toY: number): void {
  const at = (along: number, aside: number): [number, number] => {
    const [x, y] = [toX - fromX, toY - fromY];
    const length = Math.hypot(x, y);
    return [fromX + x * along - (y / length) * aside, fromY + y * along + (x / length) * aside];
  };
  document
    .moveTo(...at(0, -1.2))
    .bezierCurveTo(...at(0.02, -4.6), ...at(0.16, -5.4), ...at(0.34, -4.4))
    .bezierCurveTo(...at(0.62, -3.2), ...at(0.84, -2), ...at(1, -0.3))
    .bezierCurveTo(...at(0.86, 0.8), ...at(0.66, 1.6), ...at(0.42, 3.4))
    .bezierCurveTo(...at(0.2, 5), ...at(-0.01, 4.2), ...at(0, -1.2))
    .fill(colors.streak);
  for (const [from, to, aside, width] of [
    [0.1, 0.62, -6.9, 0.7],
    [0.3, 0.9, 3.7, 0.5],
    [0.05, 0.3, 5.9, 0.6],
  ] as const) {
    document
      .moveTo(...at(from, aside))
      .lineTo(...at(to, aside * 0.72))
      .lineWidth(width)
      .lineCap('round')
      .stroke(colors.streak);
  }
}

/** A thin frame whose corners step inwards, as those of old window frames do. */
export function drawFrame(document: Document): void {
  const { width, height } = landscape;
  for (const [inset, step, thickness] of [
    [24, 9, 0.9],
    [28.5, 9, 0.35],
  ] as const) {
    const [left, right, top, bottom] = [edge + inset - 2, width - inset, inset, height - inset];
    document
      .moveTo(left + step, top)
      .lineTo(right - step, top)
      .lineTo(right - step, top + step)
      .lineTo(right, top + step)
      .lineTo(right, bottom - step)
      .lineTo(right - step, bottom - step)
      .lineTo(right - step, bottom)
      .lineTo(left + step, bottom)
      .lineTo(left + step, bottom - step)
      .lineTo(left, bottom - step)
      .lineTo(left, top + step)
      .lineTo(left + step, top + step)
      .closePath()
      .lineWidth(thickness)
      .stroke(colors.streak);
  }
}
