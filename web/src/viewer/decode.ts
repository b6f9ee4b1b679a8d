export type Encoding = 'utf-8' | 'utf-16' | 'big5' | 'unknown';

/** Text in the encoding it seems to be in. What is cut off in the middle of a character is not a fault of it. */
export function decode(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff && 'utf-16be';
  if (wide) return { text: new TextDecoder(wide).decode(bytes, { stream: true }), encoding: 'utf-16' };
  for (const encoding of ['utf-8', 'big5'] as const) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true }), encoding };
    } catch {
      // Not this one.
    }
  }
  return { text: new TextDecoder().decode(bytes), encoding: 'unknown' };
}
