import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { type Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import busboy from 'busboy';
import { bareRows } from './bare-rows.js';

/**
 * The limit: what Node does with nothing of ours around it. An upload is taken apart by busboy, hashed, written,
 * synced and renamed; a reading selects the rows by hand-written SQL and sends them. No sign-in, rules, rows or audit.
 * `node bare-server.js PORT FOLDER [DATABASE]`
 */
function serve(port: number, folder: string, database: string | undefined): void {
  const rows = database ? bareRows(database) : null;
  const answer = async (request: IncomingMessage): Promise<unknown> => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname === '/health') return { status: 'ok' };
    if (url.pathname === '/upload') return receive(request, folder);
    if (url.pathname === '/coverage') return rows!.coverage(url.searchParams.get('id')!);
    return rows!.grid(url.searchParams.get('document')!);
  };
  const server = createServer((request, response) => {
    answer(request).then(
      (value) => send(response, 200, value),
      (error: unknown) => send(response, 500, String(error)),
    );
  });
  server.listen(port, '127.0.0.1');
  process.once('SIGTERM', () => {
    server.close();
    server.closeAllConnections();
  });
}

function send(response: ServerResponse, status: number, value: unknown): void {
  const body = Buffer.from(JSON.stringify(value));
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
}

function receive(request: IncomingMessage, folder: string): Promise<{ sha256: string; size: number }> {
  return new Promise((resolve, reject) => {
    const parser = busboy({ headers: request.headers });
    parser.on('file', (_, file) => void store(file, folder).then(resolve, reject));
    parser.on('error', reject);
    request.pipe(parser);
  });
}

async function store(file: Readable, folder: string): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256');
  const path = join(folder, randomUUID());
  const handle = await open(path, 'wx');
  const target = createWriteStream('', { fd: handle.fd, autoClose: false, highWaterMark: 1024 * 1024 });
  let size = 0;
  for await (const chunk of file as AsyncIterable<Buffer>) {
    hash.update(chunk);
    size += chunk.length;
    if (!target.write(chunk)) await once(target, 'drain');
  }
  target.end();
  await once(target, 'finish');
  await handle.datasync();
  await handle.close();
  const sha256 = hash.digest('hex');
  await rename(path, join(folder, sha256));
  return { sha256, size };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [port, folder, database] = process.argv.slice(2);
  serve(Number(port), folder!, database);
}
