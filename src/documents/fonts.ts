import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';

export type Weight = 'regular' | 'bold';

/** A parsed font with what is known of its glyphs so far. */
export interface Face {
  font: Font;
  glyphs: Map<number, FaceGlyph | undefined>;
}

/** A glyph's number in its font and its width in thousandths of the type size. */
export interface FaceGlyph {
  id: number;
  advance: number;
}

const files: Record<Weight, string> = {
  regular: '@expo-google-fonts/noto-sans-tc/400Regular/NotoSansTC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans-tc/700Bold/NotoSansTC_700Bold.ttf',
};
/** Characters drawn like another one: the font lacks them, and they look the same. */
const lookalikes = new Map([
  [0x0009, 0x20],
  [0x00a0, 0x20],
  [0x2007, 0x20],
  [0x2009, 0x20],
  [0x202f, 0x20],
  [0x2010, 0x2d],
  [0x2011, 0x2d],
]);
const faces = new Map<Weight, Face>();

/** The face of that weight. Parsing takes long, so each font is parsed once a process and shared by all documents. */
export function faceOf(weight: Weight): Face {
  const known = faces.get(weight);
  if (known) return known;
  const file = createRequire(import.meta.url).resolve(files[weight]);
  const face: Face = { font: create(readFileSync(file)), glyphs: new Map() };
  faces.set(weight, face);
  return face;
}

/** The glyph for a code point; undefined where the font has none and a visible replacement must be drawn. */
export function glyphOf(face: Face, codePoint: number): FaceGlyph | undefined {
  if (face.glyphs.has(codePoint)) return face.glyphs.get(codePoint);
  const drawn = face.font.hasGlyphForCodePoint(codePoint) ? codePoint : lookalikes.get(codePoint);
  const glyph = drawn === undefined ? undefined : face.font.glyphForCodePoint(drawn);
  const known = glyph && { id: glyph.id, advance: (glyph.advanceWidth * 1000) / face.font.unitsPerEm };
  face.glyphs.set(codePoint, known);
  return known;
}
