import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';

export interface Answer {
  status: number;
  body: Buffer;
}

/** What is sent: bytes in memory, or pieces made on the way with their total size. */
export type Body = { type: string; bytes: Buffer } | { type: string; size: number; pieces: Iterable<Buffer> };

/** Speaks HTTP to one server over connections that are kept open, as one person's browser or machine. */
export interface Client {
  get(path: string): Promise<Answer>;
  post(path: string, body: Body): Promise<Answer>;
  /** Throws unless the answer is 200 or 201. */
  postJson(path: string, body: object): Promise<Answer>;
  close(): void;
}

const timeout = 120_000;

/** A client that fails on every answer but 200 and 201, so that no figure is of refusals. */
export function makeClient(url: string, token = ''): Client {
  const agent = new Agent({ keepAlive: true });
  const headers = token ? { authorization: `Bearer ${token}` } : {};
  const send = async (method: string, path: string, body?: Body): Promise<Answer> => {
    const size = body && ('bytes' in body ? body.bytes.length : body.size);
    const sent = body ? { 'content-type': body.type, 'content-length': size } : {};
    const call = request(`${url}${path}`, { method, agent, timeout, headers: { ...headers, ...sent } });
    call.on('error', () => undefined); // told by the answer that does not come
    call.on('timeout', () => call.destroy(new Error(`${method} ${path} took longer than ${timeout} ms`)));
    const answered = once(call, 'response') as Promise<[IncomingMessage]>;
    answered.catch(() => undefined);
    if (body && 'pieces' in body) await sendPieces(call, body.pieces);
    call.end(body && 'bytes' in body ? body.bytes : undefined);
    const [response] = await answered;
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk as Buffer);
    const answer = { status: response.statusCode ?? 0, body: Buffer.concat(chunks) };
    if (answer.status !== 200 && answer.status !== 201) {
      throw new Error(`${method} ${path}: ${answer.status} ${answer.body.toString('utf8', 0, 500)}`);
    }
    return answer;
  };
  return {
    get: (path) => send('GET', path),
    post: (path, body) => send('POST', path, body),
    postJson: (path, body) =>
      send('POST', path, { type: 'application/json', bytes: Buffer.from(JSON.stringify(body)) }),
    close: () => agent.destroy(),
  };
}

async function sendPieces(call: ReturnType<typeof request>, pieces: Iterable<Buffer>): Promise<void> {
  for (const piece of pieces) {
    if (call.destroyed) return;
    if (!call.write(piece)) await Promise.race([once(call, 'drain'), once(call, 'close')]);
  }
}
