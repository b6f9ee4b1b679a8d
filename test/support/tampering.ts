import { type Persona } from '../world.js';
import { emptyContents } from '../../src/signing/placeholder.js';
import { readPdf, type Revision, stateAfter } from '../../src/signing/pdf-file.js';
import { type PdfDict, PdfName, type PdfRef } from '../../src/signing/pdf-syntax.js';
import { appendRevision, stream } from './tiny-pdf.js';

type Dict = PdfDict | undefined;
const dictOf = (value: unknown): Dict => (value instanceof Map ? (value as PdfDict) : undefined);

/** The first object of a document whose dictionary has this type, with its number. */
function objectOf(revisions: Revision[], type: string): [number: number, dict: PdfDict] {
  for (const [number, { value }] of stateAfter(revisions)) {
    const name = dictOf(value)?.get('Type');
    if (name instanceof PdfName && name.name === type) return [number, value as PdfDict];
  }
  throw new Error(`The document has no ${type}`);
}

const rootOf = (revisions: Revision[]): number => (revisions[0]!.trailer.get('Root') as PdfRef).number;

/** The same bytes with one of them another. */
export function flipped(pdf: Buffer, at: number): Buffer {
  const copy = Buffer.from(pdf);
  copy[at]! ^= 1;
  return copy;
}

/** One text for another of its length, wherever it stands in the clear. */
export function replaced(pdf: Buffer, from: string, to: string): Buffer {
  return Buffer.from(pdf.toString('latin1').replaceAll(from, to), 'latin1');
}

/** A letter of the printed page is another. */
export function withOtherText(pdf: Buffer): Buffer {
  const { revisions } = readPdf(pdf);
  const [, page] = objectOf(revisions, 'Page');
  const content = revisions[0]!.objects.get((page.get('Contents') as PdfRef).number)!;
  return flipped(pdf, content.stream!.byteOffset - pdf.byteOffset + Math.floor(content.stream!.length / 2));
}

/** A later revision shows another page in the place of the first. */
export function withOtherPage(pdf: Buffer): Buffer {
  const { revisions } = readPdf(pdf);
  const [number] = objectOf(revisions, 'Page');
  const free = revisions.at(-1)!.trailer.get('Size') as number;
  const page = `<< /Type /Page /Parent ${objectOf(revisions, 'Pages')[0]} 0 R /MediaBox [0 0 595 842] /Contents ${free} 0 R >>`;
  const objects: [number, string][] = [
    [number, page],
    [free, stream('', 'BT ET')],
  ];
  return appendRevision(pdf, objects, rootOf(revisions));
}

/** A later revision exchanges the embedded record. */
export function withOtherRecord(pdf: Buffer, record: string): Buffer {
  const { revisions } = readPdf(pdf);
  const [number] = objectOf(revisions, 'EmbeddedFile');
  return appendRevision(
    pdf,
    [[number, stream('/Type /EmbeddedFile /Subtype /application#2Fjson', record)]],
    rootOf(revisions),
  );
}

/** The file as it was before the seal countersigned. */
export function withoutSeal(pdf: Buffer): Buffer {
  return pdf.subarray(0, readPdf(pdf).revisions[0]!.end);
}

/** The last signature of a file is no signature any more. */
export function withEmptySignature(pdf: Buffer): Buffer {
  const copy = Buffer.from(pdf);
  copy.write(emptyContents, copy.lastIndexOf('/Contents <') + '/Contents '.length, 'latin1');
  return copy;
}

/** A verdict’s PDF and what is registered of it. */
export async function issuedVerdict(reader: Persona, assessmentId: string): Promise<{ number: string; pdf: Buffer }> {
  const { body } = await reader.get(`/assessments/${assessmentId}/verdict`).expect(200);
  const { body: pdf } = await reader.get(`/verdicts/${body.id}/document`).expect(200);
  return { number: body.documentNumber, pdf };
}
