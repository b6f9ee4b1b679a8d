import { noteMark } from './notes.js';
import { extend, passage, type Passage, type Piece } from './passage.js';
import { type Log } from './report.js';
import { type PrintedBullet } from './supplement.js';

/** A note of a unit as printed, with its bullets. */
export interface PrintedNote {
  number: number;
  passage: Passage;
  bullets: PrintedBullet[];
}

const marks = new RegExp(`(?<!\\S)${noteMark.source}|[●■]|(?<!\\S)[○◆◇□▲△▶►◎★☆•▪◦‧]`, 'g');

/** Reads 說明與補充事項 of a unit: 【註N】 opens a note, ● a bullet of it, ■ a bullet under that. */
export function readUnitNotes(pieces: readonly Piece[], log: Log): { notes: PrintedNote[]; all: Passage[] } {
  const notes: PrintedNote[] = [];
  const all: Passage[] = [];

  for (const piece of pieces) {
    const found = [...piece.text.matchAll(marks)];
    const before = piece.text.slice(0, found[0]?.index ?? piece.text.length);
    const open = all.at(-1);
    if (open) extend(open, piece, before);
    else if (before.trim() !== '') log.fault('text_unplaced', piece, before.trim());
    found.forEach((match, i) => {
      const [mark, digits] = match;
      const text = piece.text.slice(match.index + mark.length, found[i + 1]?.index ?? piece.text.length);
      if (digits === undefined) openBullet(mark, text, piece);
      else openNote(Number(digits.normalize('NFKC')), text, piece);
    });
  }
  return { notes, all };

  function openNote(number: number, text: string, piece: Piece): void {
    const note = { number, passage: passage(`註${number}`, piece, text), bullets: [] };
    notes.push(note);
    all.push(note.passage);
  }

  function openBullet(mark: string, text: string, piece: Piece): void {
    const note = notes.at(-1);
    if (!note) return log.fault('text_unplaced', piece, mark + text);
    if (mark !== '●' && mark !== '■') return log.fault('bullet_unknown', piece, mark + text, { mark });
    const depth = mark === '●' ? 1 : 2;
    const siblings = depth === 2 ? (note.bullets.at(-1)?.children ?? note.bullets) : note.bullets;
    const bullet = { passage: passage(`${note.passage.name} ${mark}`, piece, text), depth, children: [] };
    siblings.push(bullet);
    all.push(bullet.passage);
  }
}
