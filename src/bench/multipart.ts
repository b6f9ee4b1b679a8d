import { randomBytes } from 'node:crypto';
import { type Body } from './client.js';

const boundary = 'touchstone-bench-4f6d2c';
const type = `multipart/form-data; boundary=${boundary}`;
const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
const pieceSize = 256 * 1024;

/** A form with text fields and one file, whose bytes are given. */
export function form(fields: Record<string, string>, file: { field: string; name: string; bytes: Buffer }): Body {
  return { type, bytes: Buffer.concat([head(fields, file.field, file.name), file.bytes, tail]) };
}

/** A form with one file of that size that is made while it is sent. */
export function streamedForm(fields: Record<string, string>, field: string, size: number): Body {
  const start = head(fields, field, 'evidence.pdf');
  return { type, size: start.length + size + tail.length, pieces: pieces(start, size) };
}

/** New bytes that are taken for a PDF: what the rest of them is makes no difference to anybody here. */
export function newBytes(size: number): Buffer {
  const bytes = randomBytes(size);
  bytes.write('%PDF-1.7\n', 'latin1');
  return bytes;
}

/** One random piece over and over, its first bytes new each time: new content, at hardly any cost to the sender. */
function* pieces(start: Buffer, size: number): Iterable<Buffer> {
  yield start;
  const first = newBytes(pieceSize);
  for (let sent = 0; sent < size; sent += pieceSize) {
    const piece = sent === 0 ? first : Buffer.from(first);
    if (sent > 0) piece.writeDoubleLE(sent);
    yield piece.subarray(0, Math.min(pieceSize, size - sent));
  }
  yield tail;
}

function head(fields: Record<string, string>, field: string, name: string): Buffer {
  const parts = Object.entries(fields).map(
    ([key, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`,
  );
  const file = `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  return Buffer.from(parts.join('') + file);
}
