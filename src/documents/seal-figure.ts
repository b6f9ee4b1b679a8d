import { type Document } from './pdfkit-inside.js';
import { clusters, type Pen, type Style, widthOf, write } from './pen.js';
import { colors } from './theme.js';

/**
 * A Chinese seal with a name cut into it: columns from right to left, each read downwards. A name in letters is cut in
 * rows. It is a picture; the name stands in the text beside it.
 */
export function drawSeal(document: Document, pen: Pen, name: string, x: number, y: number, size: number): void {
  const edge = size * 0.06;
  document.roundedRect(x, y, size, size, edge).fill(colors.seal);
  document
    .roundedRect(x + edge * 0.7, y + edge * 0.7, size - edge * 1.4, size - edge * 1.4, edge * 0.5)
    .lineWidth(size * 0.012)
    .stroke(colors.paper);
  const characters = [...name].filter((character) => /[\p{L}\p{N}]/u.test(character));
  const room = { x: x + edge * 1.6, y: y + edge * 1.6, size: size - edge * 3.2 };
  if (characters.some((character) => character.codePointAt(0)! < 0x2e80)) cutRows(pen, name, room);
  else cutColumns(pen, characters, room);
}

interface Room {
  x: number;
  y: number;
  size: number;
}

const style = (size: number): Style => ({ weight: 'bold', size, color: colors.paper });

function cutColumns(pen: Pen, characters: string[], room: Room): void {
  const columns = Math.ceil(Math.sqrt(characters.length));
  const rows = Math.ceil(characters.length / columns);
  const [width, height] = [room.size / columns, room.size / rows];
  const cut = style(Math.min(width, height) * 0.92);
  characters.forEach((character, index) => {
    const column = columns - 1 - Math.floor(index / rows);
    const left = room.x + column * width + (width - widthOf(character, cut)) / 2;
    write(pen, character, cut, left, room.y + (index % rows) * height + height / 2 + cut.size * 0.37);
  });
}

/** As many rows as make the letters largest. */
function cutRows(pen: Pen, name: string, room: Room): void {
  const words = name.split(/\s+/).flatMap((word) => pieces(word));
  const tries = words.map((_, index) => {
    const rows = rowsOf(words, index + 1);
    const widest = Math.max(...rows.map((row) => widthOf(row, style(1))));
    return { rows, size: Math.min(room.size / widest, room.size / rows.length / 1.25) };
  });
  const { rows, size } = tries.reduce((best, each) => (each.size > best.size ? each : best));
  const height = room.size / rows.length;
  rows.forEach((row, index) => {
    const left = room.x + (room.size - widthOf(row, style(size))) / 2;
    write(pen, row, style(size), left, room.y + index * height + height / 2 + size * 0.35);
  });
}

/** A word, but every Chinese character by itself. */
const pieces = (word: string): string[] =>
  clusters(word, 'bold').reduce<string[]>((found, { text, codePoint }) => {
    if (codePoint >= 0x2e80 || found.length === 0 || isWide(found.at(-1)!)) return [...found, text];
    return [...found.slice(0, -1), found.at(-1)! + text];
  }, []);

const isWide = (text: string): boolean => text.codePointAt(0)! >= 0x2e80;

function rowsOf(words: string[], count: number): string[] {
  const most = Math.ceil(words.join(' ').length / count);
  return words.reduce<string[]>((rows, word) => {
    const last = rows.at(-1);
    const joined = last && (isWide(word) && isWide(last) ? last + word : `${last} ${word}`);
    return joined && joined.length <= most ? [...rows.slice(0, -1), joined] : [...rows, word];
  }, []);
}
