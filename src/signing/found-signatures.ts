import { nameOf, type PdfFile, textOf } from './pdf-file.js';
import { type PdfDict, PdfString } from './pdf-syntax.js';

/** A signature dictionary as it stands in the file. */
export interface FoundSignature {
  object: number;
  /** Index of the revision it came with. */
  revision: number;
  contents: PdfString;
  byteRange: number[] | undefined;
  timeStamp: boolean;
  claimedAt: Date | undefined;
}

/** More signatures than any document has are an attempt to keep us busy. */
export const mostSignatures = 16;

/** Every signature dictionary of every revision, in file order, whether or not a form field holds it. */
export function findSignatures({ revisions }: PdfFile): FoundSignature[] {
  const found = revisions.flatMap(({ objects }, revision) =>
    [...objects].flatMap(([object, { value }]) => {
      const contents = value instanceof Map && value.has('ByteRange') ? value.get('Contents') : undefined;
      if (!(value instanceof Map) || !(contents instanceof PdfString)) return [];
      const timeStamp = nameOf(value.get('Type')) === 'DocTimeStamp';
      return {
        object,
        revision,
        contents,
        byteRange: rangeOf(value),
        timeStamp,
        claimedAt: readDate(textOf(value.get('M'))),
      };
    }),
  );
  return found.sort((a, b) => a.contents.start - b.contents.start);
}

function rangeOf(dict: PdfDict): number[] | undefined {
  const range = dict.get('ByteRange');
  const numbers = Array.isArray(range) ? range.filter((value) => Number.isSafeInteger(value)) : [];
  return Array.isArray(range) && range.length === 4 && numbers.length === 4 ? (numbers as number[]) : undefined;
}

/** `D:20260302010203Z`, or with an offset such as `+08'00'`. */
export function readDate(text: string | undefined): Date | undefined {
  const parts = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-]\d\d)'(\d\d)'?)/.exec(text ?? '');
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second, offsetHours, offsetMinutes] = parts;
  const offset = offsetHours ? `${offsetHours}:${offsetMinutes}` : 'Z';
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
