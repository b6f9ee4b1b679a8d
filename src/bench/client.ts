import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { Readable } from 'node:stream';

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
  // Given up before a server would: a connection that it closes at that very moment would fail a request.
  const agent = new Agent({ keepAlive: true, timeout: 2500 });
  const headers = token ? { authorization: `Bearer ${token}` } : {};
  const send = async (method: string, path: string, body?: Body): Promise<Answer> => {
    const size = body && ('bytes' in body ? body.bytes.length : body.size);
    const sent = body ? { 'content-type': body.type, 'content-length': size } : {};
    const call = request(`${url}${path}`, { method, agent, timeout, headers: { ...headers, ...sent } });
    call.on('error', () => undefined); // told by the answer that does not come
    call.on('timeout', () => call.destroy(new Error(`${method} ${path} took longer than ${timeout} ms`)));
    if (body && 'pieces' in body) Readable.from(body.pieces).pipe(call);
    else call.end(body?.bytes);
    const [response] = (await once(call, 'response')) as [IncomingMessage];
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
