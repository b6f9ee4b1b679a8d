import { pipeline } from 'node:stream/promises';
import contentDisposition from 'content-disposition';
import { type Request, type Response } from 'express';
import { DomainError } from '../common/errors.js';
import { type FileStore } from './file-store.js';
import { mayShowInline } from './media-types.js';

export interface Sendable {
  sha256: string;
  size: number;
  mediaType: string;
  name: string;
}

/**
 * Answers with a stored file, whole or the one range asked for. Whatever it is, a browser may neither run it nor guess
 * its type; it shows it in place only when asked to and when the type is harmless there. `beforeBytes` runs first where
 * any are sent at all.
 */
export async function sendFile(
  request: Request,
  response: Response,
  store: FileStore,
  file: Sendable,
  options: { inline?: boolean; beforeBytes?: () => Promise<void> } = {},
): Promise<void> {
  const inline = options.inline === true && mayShowInline(file.mediaType);
  const etag = `"${file.sha256}"`;
  response.setHeader(
    'Content-Disposition',
    contentDisposition.create(file.name, { type: inline ? 'inline' : 'attachment' }),
  );
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  response.setHeader('Cache-Control', 'private, no-cache');
  response.setHeader('Accept-Ranges', 'bytes');
  response.setHeader('ETag', etag);
  if (request.get('if-none-match') === etag) {
    response.status(304).end();
    return;
  }
  const range = wantedRange(request, file.size, etag);
  if (range === 'unsatisfiable') {
    response.setHeader('Content-Range', `bytes */${file.size}`);
    throw new DomainError('range_not_satisfiable');
  }
  if (request.method !== 'HEAD') await options.beforeBytes?.();
  response.setHeader('Content-Type', file.mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : file.mediaType);
  response.setHeader('Content-Length', range ? range.end - range.start + 1 : file.size);
  if (range) response.status(206).setHeader('Content-Range', `bytes ${range.start}-${range.end}/${file.size}`);
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  // A reader who leaves early is no error of ours.
  await pipeline(store.open(file.sha256, range ?? undefined), response).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
}

/** One satisfiable range, or null for the whole file. Several ranges at once are answered with the whole (RFC 9110). */
function wantedRange(
  request: Request,
  size: number,
  etag: string,
): { start: number; end: number } | 'unsatisfiable' | null {
  const condition = request.get('if-range');
  if (condition && condition !== etag) return null;
  const ranges = request.range(size);
  if (ranges === -1) return 'unsatisfiable';
  if (!Array.isArray(ranges) || ranges.type !== 'bytes' || ranges.length !== 1) return null;
  return { start: ranges[0]!.start, end: ranges[0]!.end };
}
