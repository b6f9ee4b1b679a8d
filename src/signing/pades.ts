import { createHash } from 'node:crypto';
import { signDetached } from './cms.js';
import { emptyByteRange, emptyContents, reservedBytes } from './placeholder.js';
import { type Signer } from './signer.js';

/**
 * Fills the one signature placeholder of a rendered document and gives the signed file (PAdES B-B, or B-T by a signer
 * that has its signatures time-stamped). The claimed time is the `/M` already in the document. Throws if there is no
 * placeholder or the signature does not fit.
 */
export function signPdf(unsigned: Uint8Array, signer: Signer): Promise<Buffer> {
  return fillPlaceholder(unsigned, (covered) => {
    const hash = createHash('sha256');
    covered.forEach((part) => hash.update(part));
    return signDetached(hash.digest(), signer);
  });
}

/** Fills the placeholder with what `make` makes of the bytes around it. */
export async function fillPlaceholder(
  unsigned: Uint8Array,
  make: (covered: Buffer[]) => Promise<Uint8Array>,
): Promise<Buffer> {
  const pdf = Buffer.from(unsigned);
  const { range, start, end } = findPlaceholder(pdf);
  const byteRange = `[0 ${start} ${end} ${pdf.length - end}]`;
  pdf.write(byteRange.padEnd(emptyByteRange.length), range, 'latin1');
  const signature = Buffer.from(await make([pdf.subarray(0, start), pdf.subarray(end)]));
  if (signature.length > reservedBytes) {
    throw new Error(`The signature takes ${signature.length} bytes and only ${reservedBytes} are reserved`);
  }
  pdf.write(signature.toString('hex'), start + 1, 'latin1');
  return pdf;
}

/** Where the placeholder is. It must be unique, so that no text of the record can pose as it. */
function findPlaceholder(pdf: Buffer): { range: number; start: number; end: number } {
  const start = pdf.indexOf(emptyContents, 0, 'latin1');
  const end = start + emptyContents.length;
  const range = start < 0 ? -1 : pdf.lastIndexOf(emptyByteRange, start, 'latin1');
  if (range < 0) throw new Error('There is no signature placeholder in this document');
  if (pdf.includes(emptyContents, end, 'latin1')) throw new Error('There is more than one signature placeholder');
  return { range, start, end };
}
