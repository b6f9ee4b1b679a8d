import { fileTypeFromBuffer } from 'file-type';

/** How many of the first bytes decide what a file is. */
export const sniffedBytes = 64 * 1024;

/** The media type of a file by its first bytes; `application/octet-stream` when they say nothing. */
export async function sniffMediaType(head: Uint8Array): Promise<string> {
  const known = await fileTypeFromBuffer(head).catch(() => undefined);
  if (known) return known.mime === 'application/xml' ? 'text/plain' : known.mime;
  return isText(head) ? 'text/plain' : 'application/octet-stream';
}

/** Text in any encoding people use (UTF-8, Big5, UTF-16 with its mark) has none of the control bytes binaries are full of. */
function isText(head: Uint8Array): boolean {
  const wide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  return wide || head.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0x1b);
}
