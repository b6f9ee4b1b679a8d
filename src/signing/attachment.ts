import { createHash } from 'node:crypto';
import { contentOf, entry, nameOf, type PdfObject, resolve, textOf } from './pdf-file.js';
import { PdfRef } from './pdf-syntax.js';
import { type Attachment } from './report.js';

/** A record is a few hundred kilobytes; what inflates beyond this is a bomb. */
const mostBytes = 64 * 1024 * 1024;

/** The first embedded file of a document; undefined if it has none. Throws if it cannot be read. */
export function readAttachment(state: Map<number, PdfObject>, catalog: number): Attachment | undefined {
  const names = entry(state, state.get(catalog)?.value, 'Names', 'EmbeddedFiles', 'Names');
  if (!Array.isArray(names) || names.length === 0) return undefined;
  const specification = resolve(state, names[1]);
  const files = entry(state, specification, 'EF');
  const reference = files instanceof Map ? files.get('F') : undefined;
  const object = reference instanceof PdfRef ? state.get(reference.number) : undefined;
  if (!object) throw new Error('The embedded file is missing');
  const bytes = contentOf(object, mostBytes);
  return {
    name: textOf(entry(state, specification, 'UF')) ?? textOf(resolve(state, names[0])) ?? '',
    mediaType: nameOf(entry(state, object.value, 'Subtype')) ?? 'application/octet-stream',
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes,
  };
}
