import { gunzipSync, gzipSync } from 'node:zlib';

/** The least that the standard allows, so that one credential is hidden among many: 16 KB of bits. */
export const listLength = 131_072;

/** A list from outside may be longer than ours, but what inflates beyond a million bytes is a bomb. */
const mostBytes = 1_048_576;

/**
 * Bits as they are published: gzip, then multibase base64url. Bit 0 is the leftmost of the first byte.
 * Source: W3C Bitstring Status List v1.0, "Bitstring Generation Algorithm".
 */
export function encodeBits(set: Iterable<number>): string {
  const bytes = Buffer.alloc(listLength / 8);
  for (const position of set) bytes[position >> 3]! |= 0x80 >> (position & 7);
  return `u${gzipSync(bytes).toString('base64url')}`;
}

/** The reverse. Throws for what is no list, or is shorter than the standard allows. */
export function decodeBits(encoded: string): Uint8Array {
  if (!/^u[\w-]+$/.test(encoded)) throw new Error('The list is not multibase base64url');
  const bytes = gunzipSync(Buffer.from(encoded.slice(1), 'base64url'), { maxOutputLength: mostBytes });
  if (bytes.length * 8 < listLength) throw new Error('The list is too short');
  return bytes;
}

/** Whether a bit is set. Throws if the list does not reach so far. */
export function bitAt(bytes: Uint8Array, position: number): boolean {
  const byte = bytes[position >> 3];
  if (byte === undefined) throw new Error('The list ends before this place');
  return (byte & (0x80 >> (position & 7))) !== 0;
}
