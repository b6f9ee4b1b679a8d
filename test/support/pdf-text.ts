import { contentOf, entry, type PdfObject, readPdf, resolve, stateAfter } from '../../src/signing/pdf-file.js';
import { type PdfDict, type PdfRef, type PdfValue } from '../../src/signing/pdf-syntax.js';

type State = Map<number, PdfObject>;
const most = 64 * 1024 * 1024;

/** The text of every page as a reader would copy it: by the fonts' ToUnicode maps and by ActualText. */
export function pageTexts(pdf: Buffer): string[] {
  const { revisions, trouble } = readPdf(pdf);
  if (trouble) throw trouble;
  const state = stateAfter(revisions);
  const kids = entry(state, revisions.at(-1)!.trailer.get('Root'), 'Pages', 'Kids') as PdfValue[];
  return kids.map((kid) => {
    const page = resolve(state, kid) as PdfDict;
    const fonts = entry(state, page, 'Resources', 'Font') as PdfDict;
    const maps = new Map([...fonts].map(([name, font]) => [name, toUnicode(state, font)]));
    return decode(contentOf(objectAt(state, page.get('Contents')), most).toString('latin1'), maps);
  });
}

function objectAt(state: State, reference: PdfValue | undefined): PdfObject {
  return state.get((reference as PdfRef).number)!;
}

function toUnicode(state: State, font: PdfValue): Map<string, string> {
  const map = new Map<string, string>();
  const cmap = contentOf(objectAt(state, (resolve(state, font) as PdfDict).get('ToUnicode')), most).toString('latin1');
  for (const [, first, list] of cmap.matchAll(/<([\da-f]{4})> <[\da-f]{4}> \[([^\]]*)\]/gi)) {
    const texts = list!.match(/<[^>]*>/g) ?? [];
    texts.forEach((text, i) => {
      map.set((parseInt(first!, 16) + i).toString(16).padStart(4, '0'), utf16(text.replace(/[<> ]/g, '')));
    });
  }
  return map;
}

const operators = /ActualText <feff([\da-f]*)>>> BDC|(BDC|BMC)\b|(EMC)\b|\/(F\d+) [\d.]+ Tf|<([\da-f]*)> Tj/g;

function decode(content: string, fonts: Map<string, Map<string, string>>): string {
  let text = '';
  let font: Map<string, string> | undefined;
  const replaced: boolean[] = [];
  for (const [, actual, begin, end, name, codes] of content.matchAll(operators)) {
    if (actual !== undefined) {
      text += utf16(actual);
      replaced.push(true);
    } else if (begin) replaced.push(false);
    else if (end) replaced.pop();
    else if (name) font = fonts.get(name);
    else if (codes !== undefined && !replaced.includes(true)) {
      text += codes.replace(/..../g, (code) => font?.get(code) ?? '\ufffd');
    }
  }
  return text;
}

function utf16(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le');
}
