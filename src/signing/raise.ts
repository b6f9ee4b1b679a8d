import { type SignatureLevel } from '../i18n/signing.js';
import { appendDocumentTimeStamp, type Stamp } from './document-time-stamp.js';
import { findSignatures } from './found-signatures.js';
import { entry, type PdfFile, readPdf, type Revision, stateAfter } from './pdf-file.js';
import { appendSecurityStore, type ValidationData } from './security-store.js';
import { readCms } from './signature-check.js';
import { readTimeStamp } from './time-stamp-token.js';

/** How far a file has come. */
export interface Standing {
  level: SignatureLevel;
  /** When the certificate of the newest time stamp ends, and with it what that is good for. */
  stampedUntil: Date | undefined;
  /** When the first certificate ends of a signature that nobody has time-stamped; a stamp after that proves nothing. */
  signersUntil: Date | undefined;
}

/**
 * The file at B-LTA, or there once more: a time stamp over what has none yet, what is needed to check it later, and a
 * time stamp over both. Only appends. Throws what `stamp` throws.
 */
export async function raise(pdf: Buffer, stamp: Stamp, data: ValidationData): Promise<Buffer> {
  const stamped = standingOf(readPdf(pdf)).level === 'B-B' ? await appendDocumentTimeStamp(pdf, stamp) : pdf;
  return appendDocumentTimeStamp(appendSecurityStore(stamped, data), stamp);
}

/** How far one of our own files has come. It says nothing of whether any of it is genuine: `verifyPdf` does. */
export function standingOf(file: PdfFile): Standing {
  const found = findSignatures(file);
  const stamps = found.filter(({ timeStamp }) => timeStamp);
  const newest = stamps.at(-1);
  const signatures = found.filter(({ timeStamp }) => !timeStamp);
  const read = signatures.map(({ contents }) => readCms(contents.bytes));
  const tokens = read.map(({ timeStamp }) => timeStamp);
  const token = newest?.contents.bytes ?? tokens.at(-1);
  const covered = (revision: number): boolean => stamps.some((stamp) => stamp.revision > revision);
  const untimed = read.filter((_, i) => tokens[i] === undefined && !covered(signatures[i]!.revision));
  const ends = untimed.map(({ signer }) => (signer ? Date.parse(signer.validTo) : 0));
  return {
    level: untimed.length > 0 ? 'B-B' : levelOf(file.revisions, newest?.revision ?? -1),
    stampedUntil: token && new Date(readTimeStamp(token).signer.validTo),
    signersUntil: ends.length > 0 ? new Date(Math.min(...ends)) : undefined,
  };
}

/** The store that counts is one that a later time stamp covers. */
function levelOf(revisions: Revision[], newestStamp: number): SignatureLevel {
  const hasStore = (count: number): boolean =>
    entry(stateAfter(revisions, count), revisions[0]!.trailer.get('Root'), 'DSS') !== undefined;
  if (newestStamp >= 0 && hasStore(newestStamp)) return 'B-LTA';
  return hasStore(revisions.length) ? 'B-LT' : 'B-T';
}
