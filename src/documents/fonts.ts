import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { fallbackFonts } from '../config.js';

export type Weight = 'regular' | 'bold';

/** A parsed font. Parsing takes long, so each is parsed once a process and shared by all documents. */
export interface Face {
  font: Font;
}

/** A glyph: its font, its number in it and its width in thousandths of the type size. */
export interface FaceGlyph {
  face: Face;
  id: number;
  advance: number;
}

/**
 * The first font that has a character draws it: Noto Sans TC; Noto Sans for the letters of Indigenous names (ʉ, ḻ, ʼ),
 * which the former lacks; then the operator's own, for rare Chinese characters.
 */
const files: Record<Weight, string[]> = {
  regular: ['noto-sans-tc/400Regular/NotoSansTC_400Regular.ttf', 'noto-sans/400Regular/NotoSans_400Regular.ttf'],
  bold: ['noto-sans-tc/700Bold/NotoSansTC_700Bold.ttf', 'noto-sans/700Bold/NotoSans_700Bold.ttf'],
};
/** Characters drawn like another one: the fonts lack them, and they look the same. */
const lookalikes = new Map([
  [0x0009, 0x20],
  [0x00a0, 0x20],
  [0x2007, 0x20],
  [0x2009, 0x20],
  [0x202f, 0x20],
  [0x2010, 0x2d],
  [0x2011, 0x2d],
]);
const faces = new Map<string, Face>();
const glyphs: Record<Weight, Map<number, FaceGlyph | undefined>> = { regular: new Map(), bold: new Map() };

/** The glyph for a code point; undefined where no font has one and a visible replacement must be drawn. */
export function glyphOf(weight: Weight, codePoint: number): FaceGlyph | undefined {
  const known = glyphs[weight];
  if (!known.has(codePoint)) known.set(codePoint, find(weight, codePoint));
  return known.get(codePoint);
}

/** The first font of that weight, which has all that is usual. */
export const mainFace = (weight: Weight): Face => faceIn(resolve(files[weight][0]!));

function find(weight: Weight, codePoint: number): FaceGlyph | undefined {
  const drawn = lookalikes.get(codePoint) ?? codePoint;
  for (const file of [...files[weight].map(resolve), ...fallbackFonts()]) {
    const face = faceIn(file);
    if (!face.font.hasGlyphForCodePoint(drawn)) continue;
    const { id, advanceWidth } = face.font.glyphForCodePoint(drawn);
    return { face, id, advance: (advanceWidth * 1000) / face.font.unitsPerEm };
  }
  return undefined;
}

const { resolve: resolvePackage } = createRequire(import.meta.url);
const resolve = (file: string): string => resolvePackage(`@expo-google-fonts/${file}`);

function faceIn(file: string): Face {
  const known = faces.get(file);
  if (known) return known;
  const face = { font: create(readFileSync(file)) };
  faces.set(file, face);
  return face;
}
