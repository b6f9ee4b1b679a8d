import { type CodedText, type KnowledgeText } from './interchange.js';
import { withoutNoteMarks } from './notes.js';
import { joined, type Passage } from './passage.js';
import { repairPunctuation, showsOcr } from './punctuation.js';
import { type Log } from './report.js';
import { hasBrokenNoteMark, hasUnpairedBracket, suspectedCharacters } from './suspicions.js';

/** Turns passages into the texts of the document and reports what was done to them. */
export interface Writer {
  /** The text with its note marks, as printed. */
  printed(passage: Passage): string;
  /** The text without note marks, and the notes it names. */
  text(passage: Passage): { text: string; refs: number[] };
  /** A coded line; a code without a text is a fault. */
  item(item: Passage & { rawCode?: string }): CodedText;
  /** Which passages name which note. */
  references: ReadonlyMap<number, Passage[]>;
}

/** A writer for one document; whether it came from OCR is seen in all its passages together. */
export function createWriter(passages: readonly Passage[], log: Log): Writer {
  const ocr = passages.some((passage) => showsOcr(joined(passage)));
  const references = new Map<number, Passage[]>();

  function printed(passage: Passage): string {
    const { text, repaired } = ocr ? repairPunctuation(joined(passage)) : { text: joined(passage), repaired: 0 };
    const code = passage.name;
    if (passage.pieces.length > 1) {
      const pieces = passage.pieces.map((piece) => piece.text);
      const lines = passage.pieces.map((piece) => piece.line);
      log.find('piece_joined', passage, text, { code, count: pieces.length, pieces, lines });
    }
    if (repaired > 0) log.find('punctuation_repaired', passage, text, { code, count: repaired });
    if (ocr) {
      for (const { char, likely, around } of suspectedCharacters(text)) {
        const place = passage.pieces.find((piece) => piece.text.includes(char)) ?? passage;
        log.find('suspected_character', place, around, { code, char, likely });
      }
    }
    return text;
  }

  function unmarked(passage: Passage): { text: string; refs: number[] } {
    const { text, refs } = withoutNoteMarks(printed(passage));
    for (const number of refs) {
      const naming = references.get(number);
      if (naming) naming.push(passage);
      else references.set(number, [passage]);
    }
    if (hasBrokenNoteMark(text)) log.find('broken_note_reference', passage, text, { code: passage.name });
    else if (hasUnpairedBracket(text)) log.find('bracket_unpaired', passage, text, { code: passage.name });
    return { text, refs };
  }

  function item(source: Passage & { rawCode?: string }): CodedText {
    const { text, refs } = unmarked(source);
    const { name: code, rawCode } = source;
    if (text === '') log.fault('text_missing', source, code, { code });
    const coded: CodedText = { code, text };
    if (rawCode !== undefined && rawCode !== code) {
      coded.raw_code = rawCode;
      log.find('code_normalised', source, rawCode, { raw: rawCode, code });
    }
    if (refs.length > 0) coded.note_refs = refs;
    return coded;
  }

  return { printed, text: unmarked, item, references };
}

/** A knowledge line says which notes it names even where it names none. */
export function withRefs(coded: CodedText): KnowledgeText {
  return { ...coded, note_refs: coded.note_refs ?? [] };
}
