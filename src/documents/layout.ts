import { breakLines, type Line, type Run } from './lines.js';
import { draw, type Pen, type Style } from './pen.js';
import { type Document, inside, type Struct, type StructOptions } from './pdfkit-inside.js';

/** Where the next thing goes, and what to do when a page is full. */
export interface Flow {
  document: Document;
  pen: Pen;
  left: number;
  width: number;
  top: number;
  bottom: number;
  y: number;
}

export const leading = 1.5;
export const lineHeight = ({ size }: Line): number => size * leading;

/** How far below its top a line's letters stand: their capitals in the middle of its height. */
export const baseLine = ({ size }: Line): number => (size * (leading + 0.76)) / 2;

export function newPage(flow: Flow): void {
  flow.document.addPage();
  flow.y = flow.top;
}

/** Goes to a new page unless so much room is left. */
export function need(flow: Flow, height: number): void {
  if (flow.y + height > flow.bottom && flow.y > flow.top) newPage(flow);
}

/** A structure element under another one. */
export function element(flow: Flow, parent: Struct, type: string, options: StructOptions = {}): Struct {
  const made = inside(flow.document).struct(type, options);
  parent.add(made);
  return made;
}

/** Draws something as the content of a structure element. */
export function tagged(flow: Flow, struct: Struct, type: string, work: () => void): void {
  const content = inside(flow.document).markStructureContent(type);
  work();
  inside(flow.document).endMarkedContent();
  struct.add(content);
}

/** Draws something that carries no meaning of its own: rules, backgrounds, page numbers. */
export function artifact(flow: Flow, work: () => void, type: 'Layout' | 'Pagination' | 'Background' = 'Layout'): void {
  inside(flow.document).markContent('Artifact', { type });
  work();
  inside(flow.document).endMarkedContent();
}

/** Draws lines from `x` and the top `y` down; answers the y below them. */
export function drawLines(flow: Flow, lines: Line[], x: number, y: number): number {
  for (const line of lines) {
    const base = y + baseLine(line);
    for (const piece of line.pieces) draw(flow.pen, piece.row, piece.style, x + piece.x, base);
    y += lineHeight(line);
  }
  return y;
}

/** Draws lines as one element where they are to stand, whatever else is on the page; answers the y below them. */
export function placed(flow: Flow, parent: Struct, type: string, lines: Line[], x: number, y: number): number {
  let below = y;
  const struct = element(flow, parent, type);
  tagged(flow, struct, type, () => (below = drawLines(flow, lines, x, y)));
  struct.end();
  return below;
}

export interface ParagraphOptions {
  type?: string;
  x?: number;
  width?: number;
  /** Space below. */
  after?: number;
  /** So much is to stand on the same page beneath: no heading is left alone at the foot. */
  keep?: number;
}

/** A paragraph, split over pages where it must be; none of it is ever cut. */
export function paragraph(flow: Flow, parent: Struct, runs: Run[], options: ParagraphOptions = {}): void {
  const { type = 'P', x = flow.left, width = flow.width, after = 4, keep = 0 } = options;
  let lines = breakLines(runs, width);
  const struct = element(flow, parent, type);
  need(flow, Math.min(lines.length, 2) * lineHeight(lines[0]!) + keep);
  while (lines.length > 0) {
    const count = Math.max(1, fitting(lines, flow.bottom - flow.y));
    const now = lines.slice(0, count);
    lines = lines.slice(count);
    tagged(flow, struct, type, () => (flow.y = drawLines(flow, now, x, flow.y)));
    if (lines.length > 0) newPage(flow);
  }
  struct.end();
  flow.y += after;
}

/** How many of the lines fit into a height. */
export function fitting(lines: Line[], height: number): number {
  let used = 0;
  const index = lines.findIndex((line) => (used += lineHeight(line)) > height + 0.01);
  return index < 0 ? lines.length : index;
}

export const heightOf = (lines: Line[]): number => lines.reduce((sum, line) => sum + lineHeight(line), 0);

export function rule(flow: Flow, color: string, x = flow.left, width = flow.width, thickness = 0.6): void {
  const { y } = flow;
  artifact(flow, () => flow.document.rect(x, y - thickness / 2, width, thickness).fill(color));
}

export const run = (text: string, style: Style): Run => ({ text, style });
