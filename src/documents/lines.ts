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

/** The clusters of all runs in one row, each with its style at the same index. */
interface Text {
  row: Cluster[];
  styles: Style[];
}

const opening = new Set('([{〔〈《「『【（［｛“‘〝');
const closing = new Set(')]}〕〉》」』】）］｝”’〞，、。．；：！？…—～·‧・,.;:!?%％');
const breakable = new Set(' \t-/\u3000？&_');

/** Breaks runs into lines no wider than `width`, by the Chinese rules for punctuation; every line feed breaks too. */
export function breakLines(runs: Run[], width: number): Line[] {
  const text = textOf(runs);
  const { row, styles } = text;
  const lines: Line[] = [];
  let start = 0;
  let used = 0;
  let opportunity = 0;
  const end = (at: number): void => {
    lines.push(toLine(text, start, at, runs[0]?.style.size ?? 0));
    start = at;
  };
  for (let i = 0; i < row.length; i += 1) {
    const cluster = row[i]!;
    if (cluster.text === '\n') {
      end(i);
      start = i + 1;
      used = opportunity = 0;
      continue;
    }
    if (i > start && mayBreak(row[i - 1]!, cluster)) opportunity = i;
    const own = (cluster.advance * styles[i]!.size) / 1000;
    while (i > start && used + own > width && cluster.text !== ' ') {
      end(opportunity > start ? opportunity : i);
      used = 0;
      for (let j = start; j < i; j += 1) used += (row[j]!.advance * styles[j]!.size) / 1000;
    }
    used += own;
  }
  end(row.length);
  return lines;
}

function textOf(runs: Run[]): Text {
  const text: Text = { row: [], styles: [] };
  for (const { text: characters, style } of runs) {
    for (const cluster of clusters(characters.replace(/\r\n?|[\u2028\u2029]/g, '\n'), style.weight)) {
      text.row.push(cluster);
      text.styles.push(style);
    }
  }
  return text;
}

function mayBreak(before: Cluster, after: Cluster): boolean {
  if (closing.has(after.text) || opening.has(before.text) || after.text === ' ') return false;
  return breakable.has(before.text) || isWide(before) || isWide(after);
}

/** Chinese characters and their punctuation: a line may end beside any of them. */
function isWide({ codePoint, glyph }: Cluster): boolean {
  return !glyph || (codePoint >= 0x2e80 && codePoint < 0xffe0) || codePoint >= 0x20000;
}

function toLine({ row, styles }: Text, from: number, to: number, emptySize: number): Line {
  const line: Line = { pieces: [], width: 0, size: from === to ? emptySize : 0 };
  for (let i = from; i < to;) {
    const style = styles[i]!;
    const first = i;
    const x = line.width;
    while (i < to && styles[i] === style) line.width += (row[i++]!.advance * style.size) / 1000;
    line.pieces.push({ row: row.slice(first, i), style, x });
    line.size = Math.max(line.size, style.size);
  }
  return line;
}
