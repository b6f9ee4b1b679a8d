import { type Face, type FaceGlyph, glyphOf, type Weight } from './fonts.js';
import { type Document, type EmbeddedFont, inside } from './pdfkit-inside.js';

export interface Style {
  weight: Weight;
  size: number;
  color: string;
  /** Language of the text where it is not the document's. */
  lang?: string;
}

/** One thing that is drawn and never broken: a character with the marks that select its variant. */
export interface Cluster {
  text: string;
  codePoint: number;
  /** In thousandths of the type size. */
  advance: number;
  /** Missing where no font has the character: a box with its code point is drawn. */
  glyph: FaceGlyph | undefined;
}

/** What draws text in one document. */
export interface Pen {
  document: Document;
  /** The fonts used so far. */
  fonts: Map<Face, PenFont>;
  /** Every character that had to be drawn as a box. */
  missing: Set<string>;
}

interface PenFont {
  embedded: EmbeddedFont;
  /** Two code points may share a glyph: each gets its own number, so that text taken out is exactly what went in. */
  numbers: Map<number, string>;
}

const isVariationSelector = (character: string): boolean =>
  (character >= '\ufe00' && character <= '\ufe0f') ||
  (character.length === 2 && /^[\u{e0100}-\u{e01ef}]$/u.test(character));
const boxAdvance = 1080;

export function makePen(document: Document): Pen {
  return { document, fonts: new Map(), missing: new Set() };
}

/** Splits a text into what is drawn as one. Never loses a character, whatever it is. */
export function clusters(text: string, weight: Weight): Cluster[] {
  const known = common[weight];
  const found: Cluster[] = [];
  for (const character of text) {
    const last = found.at(-1);
    if (last && isVariationSelector(character)) {
      found[found.length - 1] = { ...last, text: last.text + character };
      continue;
    }
    let cluster = known.get(character);
    if (!cluster) {
      cluster = clusterOf(character, weight);
      known.set(character, cluster);
    }
    found.push(cluster);
  }
  return found;
}

/** Finds out which characters of texts will be drawn as boxes before they are, for what has to be said above them. */
export function expectMissing(pen: Pen, texts: string[]): void {
  for (const { codePoint, glyph } of clusters(texts.join(''), 'regular')) {
    if (!glyph) pen.missing.add(String.fromCodePoint(codePoint));
  }
}

/** The clusters of single characters never change, so documents share them. */
const common: Record<Weight, Map<string, Cluster>> = { regular: new Map(), bold: new Map() };

function clusterOf(character: string, weight: Weight): Cluster {
  const codePoint = character.codePointAt(0)!;
  const glyph = glyphOf(weight, codePoint);
  return { text: character, codePoint, advance: glyph?.advance ?? boxAdvance, glyph };
}

/** Width in points. */
export function widthOf(text: string, style: Style): number {
  return clusters(text, style.weight).reduce((sum, { advance }) => sum + (advance * style.size) / 1000, 0);
}

/** The style, smaller if the text would not go into one line of that width. */
export function fitted(text: string, style: Style, width: number): Style {
  const natural = widthOf(text, style);
  return natural <= width ? style : { ...style, size: (style.size * width) / natural };
}

/** Draws clusters in one style from `x` on the base line `y`, counted from the top of the page. */
export function draw(pen: Pen, row: Cluster[], style: Style, x: number, y: number): void {
  const operators: string[] = [];
  if (style.lang) operators.push(`/Span <</Lang (${style.lang})>> BDC`);
  let plain: Cluster[] = [];
  let at = x;
  const flush = (): void => {
    if (plain.length > 0) operators.push(show(pen, plain, style, at - widthOfClusters(plain, style), y));
    plain = [];
  };
  for (const cluster of row) {
    const special = !cluster.glyph || cluster.text.length > String.fromCodePoint(cluster.codePoint).length;
    if (special || plain[0]?.glyph?.face !== cluster.glyph?.face) flush();
    if (special) operators.push(spelled(pen, cluster, style, at, y));
    else plain.push(cluster);
    at += (cluster.advance * style.size) / 1000;
  }
  flush();
  if (style.lang) operators.push('EMC');
  inside(pen.document).addContent(operators.join('\n'));
}

/** Draws a text in one line; answers where it ends. */
export function write(pen: Pen, text: string, style: Style, x: number, y: number): number {
  const row = clusters(text, style.weight);
  draw(pen, row, style, x, y);
  return x + widthOfClusters(row, style);
}

export function widthOfClusters(row: Cluster[], { size }: Style): number {
  return row.reduce((sum, { advance }) => sum + (advance * size) / 1000, 0);
}

/** A cluster whose glyphs alone would not give its characters back: the true text goes with it. */
function spelled(pen: Pen, cluster: Cluster, style: Style, x: number, y: number): string {
  if (!cluster.glyph) pen.missing.add(String.fromCodePoint(cluster.codePoint));
  const base = { ...cluster, text: String.fromCodePoint(cluster.codePoint) };
  const drawn = cluster.glyph ? show(pen, [base], style, x, y) : box(pen, cluster.codePoint, style, x, y);
  return `/Span <</ActualText <feff${utf16(cluster.text)}>>> BDC\n${drawn}\nEMC`;
}

/** A small frame with the code point in it, so that a reader sees that, and which, character stands there. */
function box(pen: Pen, codePoint: number, style: Style, x: number, y: number): string {
  const { size, color } = style;
  const hex = codePoint.toString(16).toUpperCase().padStart(4, '0');
  const half = Math.ceil(hex.length / 2);
  const small: Style = { ...style, size: size * 0.42 };
  const lines = [hex.slice(0, half), hex.slice(half)].map((line) => clusters(line, style.weight));
  const rows = lines.map((line, index) => {
    const indent = ((boxAdvance / 1000) * size - widthOfClusters(line, small)) / 2;
    return show(pen, line, small, x + indent, y - size * (index === 0 ? 0.42 : 0.02));
  });
  const frame = [x + size * 0.05, y - size * 0.8, size * 0.98, size * 0.9].map(number).join(' ');
  return [`q ${rgb(color)} RG ${number(size * 0.04)} w ${frame} re S Q`, ...rows].join('\n');
}

/** Clusters of one font. */
function show(pen: Pen, row: Cluster[], { size, color }: Style, x: number, y: number): string {
  const font = fontOf(pen, row[0]!.glyph!.face);
  const { embedded } = font;
  const { page } = inside(pen.document);
  page.fonts[embedded.id] ??= embedded.ref();
  const codes = row.map((cluster) => numberOf(font, cluster)).join('');
  const place = `${number(x)} ${number(y)}`;
  return `BT ${rgb(color)} rg /${embedded.id} ${number(size)} Tf 1 0 0 -1 ${place} Tm <${codes}> Tj ET`;
}

/** The font as embedded in this document, from its first use on. */
function fontOf({ document, fonts }: Pen, face: Face): PenFont {
  const known = fonts.get(face);
  if (known) return known;
  const font = { embedded: inside(document).font(face.font)._font, numbers: new Map<number, string>() };
  fonts.set(face, font);
  return font;
}

/** The character's number in this document's font, as four hexadecimal digits. */
function numberOf({ embedded, numbers }: PenFont, { codePoint, glyph }: Cluster): string {
  const known = numbers.get(codePoint);
  if (known) return known;
  const code = embedded.subset.glyphs.push(glyph!.id) - 1;
  embedded.widths[code] = glyph!.advance;
  embedded.unicode[code] = [codePoint];
  const written = code.toString(16).padStart(4, '0');
  numbers.set(codePoint, written);
  return written;
}

export function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function rgb(color: string): string {
  const parts = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16) / 255);
  return parts.map((part) => String(Math.round(part * 1000) / 1000)).join(' ');
}

function utf16(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex');
}
