import { createHash, randomBytes } from 'node:crypto';
import { oids } from './cms.js';
import { children, der, integer, nothing, octets, oid, readInteger, readWhole, sequence, tags } from './der.js';
import { readTimeStamp } from './time-stamp-token.js';

/** Why no time stamp was to be had. */
export type TimeStampProblem = 'unreachable' | 'refused' | 'wrong_answer' | 'not_trusted';

export class TimeStampError extends Error {
  constructor(
    readonly code: TimeStampProblem,
    message: string,
  ) {
    super(message);
    this.name = 'TimeStampError';
  }
}

/** A time stamp with its chain takes some kilobytes. */
const mostBytes = 64 * 1024;
const wanted = 'application/timestamp-reply';

/**
 * Asks an authority for a time stamp over these bytes (RFC 3161 over HTTP), whose hash is all it is shown, and gives
 * the token byte for byte. Throws `TimeStampError`.
 */
export async function requestTimeStamp(url: string, parts: readonly Uint8Array[], patienceMs: number): Promise<Buffer> {
  const nonce = newNonce();
  const answer = await send(url, writeRequest(parts, nonce), patienceMs);
  try {
    const token = readAnswer(answer);
    if (readTimeStamp(token).nonce?.equals(nonce)) return token;
  } catch (error) {
    throw error instanceof TimeStampError ? error : new TimeStampError('wrong_answer', (error as Error).message);
  }
  throw new TimeStampError('wrong_answer', 'The time stamp answers another request');
}

function writeRequest(parts: readonly Uint8Array[], nonce: Buffer): Buffer {
  const hash = createHash('sha256');
  parts.forEach((part) => hash.update(part));
  const imprint = sequence(sequence(oid(oids.sha256), nothing()), octets(hash.digest()));
  const withCertificates = der(0x01, Buffer.of(0xff));
  return sequence(integer(1), imprint, nonce, withCertificates);
}

/** Positive, and as short as DER wants it. */
function newNonce(): Buffer {
  const bytes = randomBytes(16);
  bytes[0] = (bytes[0]! & 0x3f) | 0x40;
  return der(tags.integer, bytes);
}

async function send(address: string, request: Buffer, patienceMs: number): Promise<Buffer> {
  const url = new URL(address);
  // On a line of its own: one that was kept may be closed by the authority just as it is used again.
  const headers: Record<string, string> = {
    'Content-Type': 'application/timestamp-query',
    Accept: wanted,
    Connection: 'close',
  };
  const credentials = [url.username, url.password].map(decodeURIComponent).join(':');
  if (url.username) headers.Authorization = `Basic ${Buffer.from(credentials).toString('base64')}`;
  url.username = url.password = '';
  const signal = AbortSignal.timeout(patienceMs);
  const unreachable = (error: Error): never => {
    if (error instanceof TimeStampError) throw error;
    const { code, message } = (error.cause ?? error) as NodeJS.ErrnoException;
    throw new TimeStampError('unreachable', code ? `${code} ${message}` : message);
  };
  const options: RequestInit = { method: 'POST', headers, body: new Uint8Array(request), redirect: 'error', signal };
  const response = await fetch(url, options).catch(unreachable);
  const type = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (response.status === 200 && type === wanted) return readBody(response).catch(unreachable);
  await response.body?.cancel().catch(() => undefined);
  if (response.status >= 500) throw new TimeStampError('unreachable', `It answered ${response.status}`);
  throw new TimeStampError('wrong_answer', `It answered ${response.status}, ${type ?? 'of no type'}`);
}

async function readBody(response: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += (chunk as Uint8Array).length;
    if (size > mostBytes) throw new TimeStampError('wrong_answer', `It answered more than ${mostBytes} bytes`);
    chunks.push(chunk as Uint8Array);
  }
  return Buffer.concat(chunks);
}

/** TimeStampResp: a status, and the token only if that is one of the two that grant it. */
function readAnswer(answer: Buffer): Buffer {
  const [info, token] = children(readWhole(answer));
  const status = readInteger(children(info)[0]);
  if (status > 1) throw new TimeStampError('refused', `It refused with status ${status}`);
  if (!token) throw new TimeStampError('wrong_answer', 'There is no time stamp in the answer');
  return token.raw;
}
