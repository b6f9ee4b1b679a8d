import { type Signer } from './signer.js';

/**
 * Fills the one signature placeholder of a rendered document and gives the signed file (PAdES B-B).
 * The claimed time is the `/M` already in the document. Throws if there is no placeholder or the signature does not fit.
 */
export async function signPdf(_unsigned: Uint8Array, _signer: Signer): Promise<Buffer> {
  throw new Error('not written yet');
}
