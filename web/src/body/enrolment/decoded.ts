/** Excel in Taiwan saves a plain “CSV” in Big5 and “Unicode text” in UTF-16. What is no text by any of them is refused. */
const encodings = ['utf-8', 'utf-16le', 'big5'] as const;

const beginsAsUtf16 = (bytes: ArrayBuffer): boolean =>
  bytes.byteLength > 1 && new DataView(bytes).getUint16(0) === 0xfffe;

/** What is written in a file, and how it was; undefined if it is no text. */
export function decoded(bytes: ArrayBuffer): { text: string; encoding: (typeof encodings)[number] } | undefined {
  for (const encoding of encodings) {
    if (encoding === 'utf-16le' && !beginsAsUtf16(bytes)) continue;
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes('\u0000')) return { text, encoding };
    } catch {
      // Then by the next.
    }
  }
  return undefined;
}
