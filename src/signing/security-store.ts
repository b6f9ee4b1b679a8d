import { createHash } from 'node:crypto';
import { findSignatures, type FoundSignature } from './found-signatures.js';
import { appendRevision, type NewObject, openToAppend } from './incremental.js';
import { contentOf, entry, type PdfObject, stateAfter } from './pdf-file.js';
import { type PdfDict, PdfName, PdfRef, type PdfValue } from './pdf-syntax.js';
import { readCms } from './signature-check.js';

/** What whoever checks a document later will need, and may not find any more. */
export interface ValidationData {
  certificates: readonly Uint8Array[];
  /** Revocation lists, DER. */
  crls: readonly Uint8Array[];
}

/** No certificate and hardly any list is larger; it only stops what inflates without end. */
const mostBytes = 16 * 1024 * 1024;

/**
 * The file with a security store (DSS, ETSI EN 319 142-1 §5.4.2) in a revision of its own: what earlier ones held, the
 * chains of all signatures and time stamps, and what is given. Each signature has its entry (VRI).
 */
export function appendSecurityStore(pdf: Buffer, { certificates, crls }: ValidationData): Buffer {
  const file = openToAppend(pdf);
  const state = stateAfter(file.revisions);
  const root = file.revisions.at(-1)!.trailer.get('Root');
  const catalog = root instanceof PdfRef ? state.get(root.number)?.value : undefined;
  if (!(root instanceof PdfRef) || !(catalog instanceof Map)) throw new Error('There is no catalog');

  const added: Uint8Array[] = [];
  const add = (bytes: Uint8Array): PdfRef => new PdfRef(file.free + added.push(bytes) - 1);
  const shelves = ['Certs', 'CRLs'].map((key) => shelf(state, entry(state, catalog, 'DSS', key), add));
  const [certs, lists] = shelves as [Shelf, Shelf];
  certificates.forEach(certs.keep);
  crls.forEach(lists.keep);
  const perSignature = findSignatures(file).map((signature): [string, PdfValue] => {
    const chain: [string, PdfValue] = ['Cert', certificatesIn(signature).map(certs.keep)];
    const entries: PdfDict = new Map(crls.length > 0 ? [chain, ['CRL', crls.map(lists.keep)]] : [chain]);
    return [digestOf('sha1', signature.contents.bytes).toUpperCase(), entries];
  });
  const store: PdfDict = new Map<string, PdfValue>([
    ['Type', new PdfName('DSS')],
    ['Certs', certs.all()],
    ['VRI', new Map(perSignature)],
  ]);
  if (lists.all().length > 0) store.set('CRLs', lists.all());
  const number = file.free + added.length;
  return appendRevision(
    pdf,
    file,
    new Map<number, NewObject>([
      ...added.map((bytes, i): [number, NewObject] => [file.free + i, { dict: new Map(), stream: bytes }]),
      [number, store],
      [root.number, new Map([...catalog, ['DSS', new PdfRef(number)]])],
    ]),
  );
}

/** Streams of one kind, each once. */
interface Shelf {
  keep: (bytes: Uint8Array) => PdfRef;
  all: () => PdfRef[];
}

function shelf(state: Map<number, PdfObject>, held: PdfValue | undefined, add: (bytes: Uint8Array) => PdfRef): Shelf {
  const known = new Map<string, PdfRef>();
  for (const reference of Array.isArray(held) ? held : []) {
    const object = reference instanceof PdfRef ? state.get(reference.number) : undefined;
    if (object) known.set(digestOf('sha256', contentOf(object, mostBytes)), reference as PdfRef);
  }
  const keep = (bytes: Uint8Array): PdfRef => {
    const digest = digestOf('sha256', bytes);
    const reference = known.get(digest) ?? add(bytes);
    known.set(digest, reference);
    return reference;
  };
  return { keep, all: () => [...known.values()] };
}

/** Those of the signature, and those of the time stamp it carries. */
function certificatesIn({ contents }: FoundSignature): Buffer[] {
  const cms = readCms(contents.bytes);
  return [...cms.certificates, ...(cms.timeStamp ? readCms(cms.timeStamp).certificates : [])];
}

const digestOf = (algorithm: 'sha1' | 'sha256', bytes: Uint8Array): string =>
  createHash(algorithm).update(bytes).digest('hex');
