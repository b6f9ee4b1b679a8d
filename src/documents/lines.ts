import { type Cluster, clusters, type Style } from './pen.js';

/** A piece of text in one style. */
export interface Run {
  text: string;
  style: Style;
}

/** A part of a line in one style, with its place from the line's start. */
export interface Piece {
  row: Cluster[];
  style: Style;
  x: number;
}

export interface Line {
  pieces: Piece[];
  width: number;
  /** The largest type size in the line. */
  size: number;
}

interface Atom extends Cluster {
  style: Style;
  width: number;
}

const opening = new Set('([{〔〈《「『【（［｛“‘〝');
const closing = new Set(')]}〕〉》」』】）］｝”’〞，、。．；：！？…—～·‧,.;:!?%％');
const afterWhich = new Set(' \t-/\u3000？&_');

/** Breaks runs into lines no wider than `width`, by the Chinese rules for punctuation; every line feed breaks too. */
export function breakLines(runs: Run[], width: number): Line[] {
  const lines: Line[] = [];
  let line: Atom[] = [];
  let used = 0;
  let opportunity = 0;
  const end = (count: number): void => {
    lines.push(toLine(line.slice(0, count), runs));
    line = line.slice(count);
    used = line.reduce((sum, atom) => sum + atom.width, 0);
    opportunity = 0;
  };
  for (const atom of atomsOf(runs)) {
    if (atom.text === '\n') {
      end(line.length);
      continue;
    }
    const last = line.at(-1);
    if (last && mayBreak(last, atom)) opportunity = line.length;
    const space = atom.text === ' ';
    while (!space && line.length > 0 && used + atom.width > width) end(opportunity || line.length);
    line.push(atom);
    used += atom.width;
  }
  end(line.length);
  return lines;
}

function atomsOf(runs: Run[]): Atom[] {
  return runs.flatMap(({ text, style }) =>
    clusters(text.replace(/\r\n?|[\u2028\u2029]/g, '\n'), style.weight).map((cluster) => ({
      ...cluster,
      style,
      width: (cluster.advance * style.size) / 1000,
    })),
  );
}

function mayBreak(before: Atom, after: Atom): boolean {
  if (closing.has(after.text) || opening.has(before.text) || after.text === ' ') return false;
  return afterWhich.has(before.text) || isWide(before) || isWide(after);
}

/** Chinese characters and their punctuation: a line may end beside any of them. */
function isWide({ codePoint, missing }: Atom): boolean {
  return missing || (codePoint >= 0x2e80 && codePoint < 0xffe0);
}

function toLine(atoms: Atom[], runs: Run[]): Line {
  const pieces: Piece[] = [];
  let x = 0;
  for (const atom of atoms) {
    const last = pieces.at(-1);
    if (last?.style === atom.style) last.row.push(atom);
    else pieces.push({ row: [atom], style: atom.style, x });
    x += atom.width;
  }
  return {
    pieces,
    width: x,
    size: Math.max(...pieces.map(({ style }) => style.size), pieces.length ? 0 : (runs[0]?.style.size ?? 0)),
  };
}
