import { type Place } from './report.js';

/** A stretch of text as it was printed in one place. */
export interface Piece extends Place {
  text: string;
}

/** A text that may be printed in several pieces. `name` is what the report calls it: its code or its field. */
export interface Passage extends Place {
  name: string;
  pieces: Piece[];
}

/** The pieces with nothing between them: breaks fall inside Chinese text. */
export function joined(passage: Passage): string {
  return passage.pieces
    .map((piece) => piece.text)
    .join('')
    .trim();
}

/** A passage that starts at a place, with its first piece unless that is empty. */
export function passage(name: string, place: Place, text = ''): Passage {
  const start: Passage = { name, line: place.line, column: place.column, pieces: [] };
  extend(start, place, text);
  return start;
}

/** Adds a piece; an empty one is none. */
export function extend(target: Passage, { line, column }: Place, text: string): void {
  const trimmed = text.trim();
  if (trimmed !== '') target.pieces.push({ line, column, text: trimmed });
}
