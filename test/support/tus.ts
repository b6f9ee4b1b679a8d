import { randomBytes } from 'node:crypto';
import { type ClientRequest, request } from 'node:http';
import { type Caller } from './caller.js';

export interface TusAnswer {
  status: number;
  code: string | null;
  headers: Headers;
}

/** Bytes that are text by their content, and no two alike. */
export const textOf = (size: number): Buffer =>
  Buffer.from(`證據${randomBytes(size).toString('base64')}`).subarray(0, size);

export const metadataOf = (fields: Record<string, string>): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
    .join(',');

/** One request of the protocol, as a client would make it. */
export async function tus(
  caller: Caller,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: Buffer,
): Promise<TusAnswer> {
  const answer = await fetch(`${caller.at}/api${path}`, {
    method,
    headers: { 'tus-resumable': '1.0.0', ...caller.headers, ...headers },
    ...(body && { body }),
  });
  const text = await answer.text();
  const said = text ? (JSON.parse(text) as { code?: string }) : {};
  return { status: answer.status, code: said.code ?? null, headers: answer.headers };
}

/** Begins an upload and answers its path. */
export async function begin(
  caller: Caller,
  assessmentId: string,
  size: number,
  filename = '作業流程.txt',
): Promise<string> {
  const headers = { 'upload-length': String(size), 'upload-metadata': metadataOf({ filename, assessmentId }) };
  const made = await tus(caller, 'POST', '/uploads', headers);
  if (made.status !== 201) throw new Error(`${made.status} ${made.code}`);
  return made.headers.get('location')!.replace('/api', '');
}

export const idOf = (path: string): string => path.split('/').at(-1)!;

const piece = (offset: number) => ({ 'content-type': 'application/offset+octet-stream', 'upload-offset': `${offset}` });

export const append = (caller: Caller, path: string, offset: number, bytes: Buffer): Promise<TusAnswer> =>
  tus(caller, 'PATCH', path, piece(offset), bytes);

/** Where the server says that the upload is. */
export async function offsetOf(caller: Caller, path: string): Promise<number> {
  return Number((await tus(caller, 'HEAD', path)).headers.get('upload-offset'));
}

/** Announces all these bytes and sends the first of them; the caller breaks the line. */
export function beginPiece(caller: Caller, path: string, bytes: Buffer, sent: number): Promise<ClientRequest> {
  const going = request(`${caller.at}/api${path}`, {
    method: 'PATCH',
    headers: { 'tus-resumable': '1.0.0', ...caller.headers, ...piece(0), 'content-length': bytes.length },
  });
  going.on('error', () => undefined);
  return new Promise((resolve) => going.write(bytes.subarray(0, sent), () => resolve(going)));
}
