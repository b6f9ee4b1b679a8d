import { type Locale } from '../i18n/i18n.js';
import { parseIcapFile } from './icap/parse.js';
import { importRefused } from './remarks.js';

/**
 * A source file as text: UTF-8, or UTF-16 with its byte order mark, which is no part of the text.
 * Any other bytes are refused as the reader refuses them.
 */
export function sourceText(bytes: Uint8Array, locale: Locale): string {
  const [first, second] = bytes;
  const marked = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  try {
    return new TextDecoder(marked ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    const result = parseIcapFile(bytes);
    throw importRefused(result.ok ? [] : result.faults, locale);
  }
}
