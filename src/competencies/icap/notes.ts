import { fold } from './text.js';

/** `【註1】` and its number; full-width digits count too. */
export const noteMark = /【\s?註\s?([0-9０-９]{1,3})\s?】/;

/** A text without its note marks (and the white space before them), and the numbers they name. */
export function withoutNoteMarks(text: string): { text: string; refs: number[] } {
  const parts = text.split(noteMark);
  const kept = parts.filter((_, i) => i % 2 === 0);
  const refs = parts.filter((_, i) => i % 2 === 1).map((digits) => Number(fold(digits)));
  const last = kept.pop() ?? '';
  return { text: [...kept.map((part) => part.trimEnd()), last].join('').trim(), refs: [...new Set(refs)] };
}

/** The number and the rest of a line that opens with a note mark. */
export function noteOpening(text: string): { number: number; rest: string } | null {
  const match = noteMark.exec(text);
  if (match?.index !== 0) return null;
  return { number: Number(fold(match[1] ?? '')), rest: text.slice(match[0].length).trim() };
}

/** What a note explains: the words before its colon, without 可能包括 and the like. */
export function termOf(text: string): string {
  const [before = ''] = text.split(/[：:]/, 1);
  return before.trim().replace(/(?:可能)?(?:包括|包含)$/, '') || before.trim();
}
