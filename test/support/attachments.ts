import {
  contentOf,
  entry,
  nameOf,
  type PdfObject,
  readPdf,
  resolve,
  stateAfter,
  textOf,
} from '../../src/signing/pdf-file.js';
import { type PdfRef } from '../../src/signing/pdf-syntax.js';

/** Every file embedded in a document, in the order of its name tree. */
export function attachmentsOf(pdf: Buffer): { name: string; mediaType: string; bytes: Buffer }[] {
  const { revisions, trouble } = readPdf(pdf);
  if (trouble) throw trouble;
  const state: Map<number, PdfObject> = stateAfter(revisions);
  const names = entry(state, revisions.at(-1)!.trailer.get('Root'), 'Names', 'EmbeddedFiles', 'Names') as unknown[];
  return names.flatMap((one, index) => {
    if (index % 2 === 0) return [];
    const specification = resolve(state, one as PdfRef);
    const file = (entry(state, specification, 'EF') as Map<string, PdfRef>).get('F')!;
    const object = state.get(file.number)!;
    const bytes = contentOf(object, 1_000_000);
    const mediaType = nameOf(entry(state, object.value, 'Subtype'))!;
    return [{ name: textOf(entry(state, specification, 'UF'))!, mediaType, bytes: Buffer.from(bytes) }];
  });
}
