import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { dateIn } from '../src/common/clock.js';
import { openPack } from './support/audit-pack.js';
import { type Played, playedAssessments } from './support/played-assessments.js';
import { build, Installation, type ServerProcess } from './support/server-process.js';

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

interface Pack {
  id: string;
  state: string;
  archive: { size: number; sha256: string };
}

describe('an audit pack whose server is killed', () => {
  const installation = new Installation();
  const big = Buffer.alloc(80 * 1024 * 1024, '證據');
  let server: ServerProcess;
  let played: Played;
  let bodyId: string;

  beforeAll(async () => {
    await build();
    server = await installation.start();
    played = await playedAssessments(server, 5);
    bodyId = (await played.operator.call('GET', '/training-bodies')).body[0].id;
    for (const title of ['一', '二']) {
      const form = new FormData();
      form.set('title', title);
      // By such a name it is not compressed, so that there is time to be killed in.
      form.append('files', new Blob([title, big]), `${title}.dat`);
      await played.candidate.call('POST', `/assessments/${played.assessmentId}/evidence`, form);
    }
  }, 600_000);
  afterAll(() => installation.close());

  const find = async (id: string): Promise<Pack> => (await played.operator.call('GET', `/audit-packs/${id}`)).body;
  const staged = (): number => {
    const folder = join(installation.folder, 'uploads', 'staging');
    return readdirSync(folder).reduce((sum, name) => {
      return sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0);
    }, 0);
  };
  /** Orders a pack and kills the server over it. Answers null if the server was sooner done than killed. */
  const interrupted = async (): Promise<string | null> => {
    const order = { from: '2020-01-01', to: dateIn(new Date()), withFiles: true };
    const { id } = (await played.operator.call('POST', `/training-bodies/${bodyId}/audit-packs`, order)).body;
    for (const end = Date.now() + 30_000; staged() < 1024 * 1024 && Date.now() < end;) await sleep(2);
    await installation.kill(server);
    const unfinished = staged() > 0;
    server = await installation.start();
    played.operator.at = server.url;
    return unfinished ? id : null;
  };
  const download = (id: string, headers: Record<string, string> = {}): Promise<IncomingMessage> =>
    new Promise((answered, failed) => {
      const url = `${server.url}/api/audit-packs/${id}/content`;
      get(url, { headers: { ...played.operator.headers, ...headers } }, answered).once('error', failed);
    });

  it('is made after the restart, whole, and a download that was cut goes on', async () => {
    let id: string | null = null;
    for (let attempt = 0; attempt < 5 && !id; attempt += 1) id = await interrupted();
    let pack = await find(id!);
    for (const end = Date.now() + 60_000; pack.state !== 'done' && Date.now() < end; pack = await find(id!))
      await sleep(200);
    expect(pack).toMatchObject({ state: 'done', faults: 0, progress: { assessments: { of: 6, done: 6 } } });

    const cut = await download(id!);
    const pieces: Buffer[] = [];
    for await (const piece of cut.iterator({ destroyOnReturn: true }) as AsyncIterable<Buffer>) {
      pieces.push(piece);
      if (pieces.length === 20) break;
    }
    const { length } = Buffer.concat(pieces);
    expect(length).toBeLessThan(pack.archive.size);
    const rest = await download(id!, { range: `bytes=${length}-`, 'if-range': cut.headers.etag! });
    expect(rest.statusCode).toBe(206);
    const whole = Buffer.concat([...pieces, await buffer(rest)]);
    expect(sha256(whole)).toBe(pack.archive.sha256);
    const files = await openPack(whole);
    expect([...files.keys()].filter((name) => name.includes('/evidence/'))).toHaveLength(2);

    const fsck = await installation.command('fsck');
    expect(fsck.code).toBe(0);
  }, 600_000);
});
