/** A piece of the source, and the items that stand there; none for what is between them. */
export interface Piece {
  text: string;
  ref?: string;
}

interface Marked {
  ref: string;
  text: string;
}

/** What counts when texts are compared: neither spaces nor punctuation, which the reader repairs. */
const weighs = /[\p{L}\p{N}]/u;

/**
 * Where each item stands in the source, as pieces that make up the source when they are put together. Items come in
 * document order, and so do most of their places: each is looked for behind the one before first. What was joined of
 * pieces from several cells is not found.
 */
export function placesOf(source: string, items: readonly Marked[]): { pieces: Piece[]; found: ReadonlySet<string> } {
  const { letters, offsets } = lettersOf(source);
  const taken: { from: number; to: number; ref: string }[] = [];
  const isFree = (from: number, to: number): boolean => taken.every((one) => to <= one.from || from >= one.to);
  const find = (wanted: string, from: number): number => {
    let at = letters.indexOf(wanted, from);
    while (at >= 0 && !isFree(at, at + wanted.length)) at = letters.indexOf(wanted, at + 1);
    return at;
  };
  let behind = 0;
  for (const { ref, text } of items) {
    const wanted = lettersOf(text).letters;
    if (!wanted) continue;
    let at = find(wanted, behind);
    if (at < 0) at = find(wanted, 0);
    if (at < 0) continue;
    behind = at + wanted.length;
    taken.push({ from: at, to: behind, ref });
  }
  taken.sort((one, other) => one.from - other.from);
  const pieces: Piece[] = [];
  let told = 0;
  for (const { from, to, ref } of taken) {
    const start = offsets[from]!;
    const end = offsets[to - 1]! + 1;
    if (start > told) pieces.push({ text: source.slice(told, start) });
    pieces.push({ text: source.slice(start, end), ref });
    told = end;
  }
  if (told < source.length) pieces.push({ text: source.slice(told) });
  return { pieces, found: new Set(taken.map(({ ref }) => ref)) };
}

/** The letters of a text without tags, and where each of their code units stands in it. */
function lettersOf(text: string): { letters: string; offsets: number[] } {
  const offsets: number[] = [];
  let letters = '';
  let at = 0;
  let isTag = false;
  for (const character of text) {
    if (character === '<') isTag = /^<\/?[a-z]/i.test(text.slice(at, at + 3));
    if (!isTag && weighs.test(character)) {
      for (let unit = 0; unit < character.length; unit += 1) offsets.push(at + unit);
      letters += character;
    }
    if (character === '>') isTag = false;
    at += character.length;
  }
  return { letters, offsets };
}
