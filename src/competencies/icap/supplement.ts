import { type Bullet, type Note } from './interchange.js';
import { noteOpening, termOf, withoutNoteMarks } from './notes.js';
import { extend, passage, type Passage } from './passage.js';
import { type Log } from './report.js';
import { type Row } from './rows.js';
import { plainLines } from './text.js';

/** A bullet as printed, with the bullets under it. */
export interface PrintedBullet {
  passage: Passage;
  depth: number;
  children: PrintedBullet[];
}

export const deepestBullet = 8;

/** Reads 說明與補充事項: bullets nested by their indentation (and ■ under ●). A line without a bullet continues one. */
export interface SupplementReader {
  bullets: PrintedBullet[];
  all: Passage[];
  row(row: Row): void;
}

/** A reader with nothing read. */
export function createSupplementReader(log: Log): SupplementReader {
  const bullets: PrintedBullet[] = [];
  const all: Passage[] = [];
  const open: PrintedBullet[] = [];

  function row({ line, raw, cells }: Row): void {
    for (const text of plainLines(raw.startsWith('|') ? cells.filter(Boolean).join(' ') : raw)) add(text, line);
  }

  function add(text: string, line: number): void {
    const start = text.trimStart();
    if (start === '') return;
    const mark = /^(?:[-*•](?=\s)|[●■])/u.exec(start)?.[0];
    const last = all.at(-1);
    if (mark === undefined && last && !noteOpening(start)) return extend(last, { line }, start);
    const depth = (text.length - start.length) * 2 + (mark === '■' ? 1 : 0);
    while (open.length > 0 && open.at(-1)!.depth >= depth) open.pop();
    if (open.length >= deepestBullet) {
      return log.fault('bullets_too_deep', { line }, start, { limit: deepestBullet });
    }
    const bullet = {
      passage: passage(`說明${all.length + 1}`, { line }, start.slice(mark?.length ?? 0)),
      depth,
      children: [],
    };
    (open.at(-1)?.children ?? bullets).push(bullet);
    open.push(bullet);
    all.push(bullet.passage);
  }

  return { bullets, all, row };
}

/** Writes bullets with their children. */
export function bulletsOf(printed: readonly PrintedBullet[], write: (passage: Passage) => string): Bullet[] {
  return printed.map(({ passage, children }) => ({ text: write(passage), children: bulletsOf(children, write) }));
}

/** The notes among the bullets, at whatever depth, with the line of each. */
export function notesAmong(printed: readonly PrintedBullet[], bullets: readonly Bullet[]): (Note & { line: number })[] {
  return printed.flatMap(({ passage, children }, i) => {
    const bullet = bullets[i]!;
    const inner = notesAmong(children, bullet.children);
    const opening = noteOpening(bullet.text);
    if (!opening) return inner;
    const { text } = withoutNoteMarks(opening.rest);
    const note = { number: opening.number, term: termOf(text), text, line: passage.line };
    return [bullet.children.length > 0 ? { ...note, bullets: bullet.children } : note, ...inner];
  });
}
