import { type Note } from './interchange.js';
import { type Log, type Place } from './report.js';

/** An item whose last number counts its place among its siblings. */
export interface Numbered extends Place {
  name: string;
  numbers: number[];
}

/**
 * Siblings run 1, 2, 3 without gap and without repetition; printed out of order is told, not refused.
 * `code` names the code with another last number.
 */
export function checkNumbers(siblings: readonly Numbered[], code: (n: number) => string, log: Log): void {
  const first = new Map<number, Numbered>();
  let greatest = 0;
  for (const item of siblings) {
    const n = item.numbers.at(-1)!;
    const earlier = first.get(n);
    if (earlier) log.fault('code_duplicated', item, item.name, { code: item.name, first: earlier.line });
    else first.set(n, item);
    if (n < greatest && !earlier) log.find('order_differs', item, item.name, { code: item.name });
    greatest = Math.max(greatest, n);
  }
  checkGaps(first, code, log);
}

/** Knowledge and skills come back in later blocks: numbers may repeat over blocks, but leave no gap in the document. */
export function checkSharedNumbers(
  blocks: readonly (readonly Numbered[])[],
  code: (n: number) => string,
  log: Log,
): void {
  const first = new Map<number, Numbered>();
  for (const items of blocks) {
    const here = new Map<number, Numbered>();
    for (const item of items) {
      const n = item.numbers.at(-1)!;
      const earlier = here.get(n);
      if (earlier) log.fault('code_duplicated', item, item.name, { code: item.name, first: earlier.line });
      here.set(n, item);
      if (!first.has(n)) first.set(n, item);
    }
  }
  checkGaps(first, code, log);
}

function checkGaps(byNumber: ReadonlyMap<number, Numbered>, code: (n: number) => string, log: Log): void {
  let expected = 1;
  for (const [n, item] of [...byNumber].sort(([a], [b]) => a - b)) {
    if (n > expected) {
      const missing = n === expected + 1 ? code(expected) : [code(expected), code(n - 1)];
      log.fault('numbering_gap', item, item.name, { missing, code: item.name });
    } else if (n < 1) log.fault('numbering_repeated', item, item.name, { code: item.name, expected: code(1) });
    expected = Math.max(expected, n + 1);
  }
}

/** Notes run 1, 2, 3 in any order of print. */
export function checkNotes(notes: readonly (Note & { line: number })[], log: Log): void {
  const numbered = notes.map((note) => ({ name: `註${note.number}`, numbers: [note.number], line: note.line }));
  let greatest = 0;
  for (const { numbers, line, name } of numbered) {
    const number = numbers[0]!;
    if (number < greatest) log.find('notes_reordered', { line }, name, { number });
    greatest = Math.max(greatest, number);
  }
  const ascending = [...numbered].sort((a, b) => a.numbers[0]! - b.numbers[0]!);
  checkNumbers(ascending, (n) => `註${n}`, log);
}
