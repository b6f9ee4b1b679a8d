import { createHash } from 'node:crypto';
import { contentOf, entry, nameOf, type PdfObject, resolve, textOf } from './pdf-file.js';
import { PdfRef, type PdfValue } from './pdf-syntax.js';
import { type Attachment } from './report.js';

const credentialType = 'application/vc+jwt';
/** A record is a few hundred kilobytes; what inflates beyond this is a bomb. */
const mostBytes = 64 * 1024 * 1024;

/** A credential is three kilobytes. */
const mostBytesOfCredential = 400_000;
/** A document has its record and its credential; whoever puts in more hides nothing behind them. */
const mostFiles = 8;

export interface Embedded {
  /** The first file: a document's record. */
  record?: Attachment;
  /** The first credential behind it (`NUMBER.jwt`). */
  credential?: Attachment;
}

/** The embedded files that count. Throws if one of them cannot be read. */
export function readAttachments(state: Map<number, PdfObject>, catalog: number): Embedded {
  const names = entry(state, state.get(catalog)?.value, 'Names', 'EmbeddedFiles', 'Names');
  if (!Array.isArray(names)) return {};
  const count = Math.min(Math.floor(names.length / 2), mostFiles);
  const [record, ...others] = Array.from({ length: count }, (_, i) => find(state, names[2 * i], names[2 * i + 1]));
  const credential = others.find(({ name, mediaType }) => mediaType === credentialType || name.endsWith('.jwt'));
  return {
    ...(record && { record: record.read(mostBytes) }),
    ...(credential && { credential: credential.read(mostBytesOfCredential) }),
  };
}

interface Found extends Pick<Attachment, 'name' | 'mediaType'> {
  read: (most: number) => Attachment;
}

function find(state: Map<number, PdfObject>, key: PdfValue | undefined, value: PdfValue | undefined): Found {
  const specification = resolve(state, value);
  const files = entry(state, specification, 'EF');
  const reference = files instanceof Map ? files.get('F') : undefined;
  const object = reference instanceof PdfRef ? state.get(reference.number) : undefined;
  if (!object) throw new Error('The embedded file is missing');
  const name = textOf(entry(state, specification, 'UF')) ?? textOf(resolve(state, key)) ?? '';
  const mediaType = nameOf(entry(state, object.value, 'Subtype')) ?? 'application/octet-stream';
  const read = (most: number): Attachment => {
    const bytes = contentOf(object, most);
    return { name, mediaType, sha256: createHash('sha256').update(bytes).digest('hex'), bytes };
  };
  return { name, mediaType, read };
}
