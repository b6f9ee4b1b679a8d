import { appendRevision, type NewObject, openToAppend, printed, textString } from './incremental.js';
import { fieldsOf } from './later-revisions.js';
import { stateAfter, textOf } from './pdf-file.js';
import { type PdfDict, PdfRef } from './pdf-syntax.js';
import { emptyByteRange, emptyContents } from './placeholder.js';
import { catalogOf } from './signature-fields.js';

export interface Countersignature {
  /** The field that waits for it. */
  field: string;
  /** Who signs, for readers that show it. */
  name: string;
  reason: string;
  claimedAt: Date;
}

/**
 * The signed file with a revision behind it that `signPdf` can sign: the waiting field now holds an empty signature,
 * and nothing else is different. Throws if no such field waits.
 */
export function prepareCountersignature(signed: Buffer, { field, name, reason, claimedAt }: Countersignature): Buffer {
  const file = openToAppend(signed);
  const state = stateAfter(file.revisions);
  const dictOf = (number: number): PdfDict | undefined => {
    const value = state.get(number)?.value;
    return value instanceof Map ? value : undefined;
  };
  const number = fieldsOf(state, catalogOf(file.revisions)).find((each) => {
    const dict = dictOf(each);
    return dict && textOf(dict.get('T')) === field && !dict.has('V');
  });
  if (number === undefined) throw new Error(`No field ${field} waits for a signature`);
  const filled: PdfDict = new Map([...dictOf(number)!, ['V', new PdfRef(file.free)]]);
  const time = claimedAt.toISOString().replace(/\.\d+|[-:T]/g, '');
  const text =
    `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /Name ${printed(textString(name))} ` +
    `/Reason ${printed(textString(reason))} /M (D:${time}) /ByteRange ${emptyByteRange} /Contents ${emptyContents} >>`;
  const objects = new Map<number, NewObject>([
    [number, filled],
    [file.free, { text }],
  ]);
  return appendRevision(signed, file, objects);
}
