import { extend, passage, type Passage, type Piece } from './passage.js';
import { type Log, type Place } from './report.js';
import { fold } from './text.js';

/** An entry of a numbered list of a unit. `name` is the code that is derived for it. */
export interface Entry extends Passage {
  number: number;
  children: Entry[];
}

const digits = '零一二三四五六七八九';

/** 十四 as 14; from 1 to 99, else null. */
export function chineseNumber(text: string): number | null {
  const match = /^(?:([二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(text);
  if (!match || text === '') return null;
  const [, tens, ten, ones] = match;
  return (ten ? (tens ? digits.indexOf(tens) : 1) * 10 : 0) + (ones ? digits.indexOf(ones) : 0);
}

const marks = /(?<!\S)(?:([一二三四五六七八九十]{1,3})、|(\d{1,3})\.(?!\d))/g;

interface Mark {
  number: number;
  chinese: boolean;
  start: number;
  end: number;
  printed: string;
}

/**
 * Reads a list of 一、 entries with `1. ` entries under them. A mark opens an entry when it is the last number + 1;
 * at the start of a text or after white space any other number is a gap or a repetition, never text.
 */
export function readOutline(
  pieces: readonly Piece[],
  nameOf: (number: number, parent: Entry | null) => string,
  log: Log,
): Entry[] {
  const top: Entry[] = [];
  let last: Entry | null = null;

  for (const piece of pieces) {
    const found = marksIn(piece.text);
    add(piece.text.slice(0, found[0]?.start ?? piece.text.length), piece);
    found.forEach((mark, i) => {
      const text = piece.text.slice(mark.end, found[i + 1]?.start ?? piece.text.length);
      const parent = mark.chinese ? null : top.at(-1);
      if (parent === undefined) return log.fault('text_unplaced', piece, piece.text.slice(mark.start));
      const siblings = parent?.children ?? top;
      const expected = (siblings.at(-1)?.number ?? 0) + 1;
      if (mark.number !== expected) tellNumber(mark, expected, piece);
      last = { ...passage(nameOf(mark.number, parent), piece, text), number: mark.number, children: [] };
      siblings.push(last);
    });
  }
  return top;

  function add(text: string, place: Place): void {
    if (text.trim() === '') return;
    if (last) extend(last, place, text);
    else log.fault('text_unplaced', place, text.trim());
  }

  function tellNumber({ number, printed }: Mark, expected: number, place: Place): void {
    if (number < expected) log.fault('numbering_repeated', place, printed, { code: printed, expected });
    else log.fault('numbering_gap', place, printed, { code: printed, missing: expected });
  }
}

function marksIn(text: string): Mark[] {
  return [...fold(text).matchAll(marks)].flatMap((match) => {
    const [printed, chinese, arabic] = match;
    const number = chinese ? chineseNumber(chinese) : Number(arabic);
    if (number === null) return [];
    const start = match.index;
    return [{ number, chinese: chinese !== undefined, start, end: start + printed.length, printed }];
  });
}
