import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto';
import { readdirSync, utimesSync } from 'node:fs';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { Caller } from './support/caller.js';
import { type Played, playedAssessments } from './support/played-assessments.js';
import { build, Installation, type ServerProcess } from './support/server-process.js';

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** What a client sent under an id of its own, until it knows what became of it. */
interface Sent {
  id: string;
  hashes: string[];
  form: () => FormData;
}

interface Item {
  id: string;
  files: { id: string; sha256: string; size: number }[];
}

type Readers = Pick<Played, 'candidate' | 'assessor'>;

const boundary = 'half';

function newEvidence(): Sent {
  const id = randomUUID();
  // Chinese first: by chance alone the other letters begin like a program or an archive, once in a few runs.
  const files = Array.from({ length: randomInt(1, 4) }, () =>
    Buffer.from(`證據${randomBytes(randomInt(500, 300_000)).toString('base64')}`),
  );
  const form = (): FormData => {
    const fields = new FormData();
    fields.set('id', id);
    fields.set('title', `證據 ${id}`);
    for (const [i, bytes] of files.entries()) fields.append('files', new Blob([bytes]), `檔案${i}.txt`);
    return fields;
  };
  return { id, hashes: files.map(sha256), form };
}

const refusal = {
  outcome: 'not_yet_competent',
  reasons: '證據尚不足以證明各項行為指標。',
  gaps: [{ text: '尚未提出任何證據。' }],
  feedback: '請依評量計畫準備證據。',
  nextStep: '三十日內補件後再評量。',
};

describe('a server that is killed in the middle of its work', () => {
  const rounds = 4;
  /** Small, so that every reading turns pages. */
  const pageSize = 10;
  const installation = new Installation();
  let server: ServerProcess;
  let played: Played;
  const evidence = { acknowledged: new Map<string, Sent>(), open: new Map<string, Sent>() };
  const verdicts = {
    acknowledged: new Map<string, { id: string; pdfSha256: string }>(),
    open: new Map<string, string>(),
  };
  const staged = () => readdirSync(join(installation.folder, 'uploads', 'staging'));

  beforeAll(async () => {
    await build();
    server = await installation.start();
    played = await playedAssessments(server, 40);
  }, 600_000);
  afterAll(() => installation.close());

  /** Goes on until the server is gone. */
  async function upload({ candidate, assessmentId }: Played): Promise<void> {
    for (;;) {
      const sent = newEvidence();
      evidence.open.set(sent.id, sent);
      const answer = await candidate.ask('POST', `/assessments/${assessmentId}/evidence`, sent.form());
      if (answer.status !== 201) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
      evidence.open.delete(sent.id);
      evidence.acknowledged.set(sent.id, sent);
    }
  }

  async function decide({ assessor, others }: Played): Promise<void> {
    for (;;) {
      const assessmentId = others.find((id) => !verdicts.acknowledged.has(id) && !verdicts.open.has(id));
      if (!assessmentId) return;
      const id = randomUUID();
      verdicts.open.set(assessmentId, id);
      await give(assessor, assessmentId, id);
    }
  }

  async function give(assessor: Caller, assessmentId: string, id: string): Promise<void> {
    const { status, body } = await assessor.ask('POST', `/assessments/${assessmentId}/verdicts`, { ...refusal, id });
    if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
    verdicts.open.delete(assessmentId);
    verdicts.acknowledged.set(assessmentId, { id, pdfSha256: body.pdfSha256 });
  }

  /** The beginning of an upload, so that there is always something half-made at the end. */
  function halfAnUpload({ candidate, assessmentId }: Played): ClientRequest {
    const sending = request(`${candidate.at}/api/assessments/${assessmentId}/evidence`, {
      method: 'POST',
      headers: { ...candidate.headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
    });
    sending.on('error', () => undefined);
    const part = (head: string): string => `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`;
    sending.write(`${part('name="title"')}half\r\n${part('name="files"; filename="half.txt"')}`);
    sending.write('half '.repeat(50_000));
    return sending;
  }

  async function allEvidence(candidate = played.candidate): Promise<Item[]> {
    const items = [];
    for (let cursor = ''; ;) {
      const path = `/assessments/${played.assessmentId}/evidence?limit=${pageSize}${cursor && `&cursor=${cursor}`}`;
      const { body } = await candidate.call('GET', path);
      items.push(...body.items);
      if (!body.next) return items;
      cursor = encodeURIComponent(body.next);
    }
  }

  it(`keeps everything it acknowledged, ${rounds} times`, async () => {
    for (let round = 1; round <= rounds; round += 1) {
      const work = [upload, upload, upload, upload, decide, decide].map((play) => play(played));
      halfAnUpload(played);
      const ends = Promise.allSettled(work);
      await sleep(randomInt(100, 700));
      await installation.kill(server);
      for (const end of await ends) {
        // Only the server's death may end an upload.
        if (end.status === 'rejected') expect(String(end.reason)).toMatch(/fetch failed|terminated|other side closed/);
      }
      expect(staged().length).toBeGreaterThan(0);
      for (const name of staged()) utimesSync(join(installation.folder, 'uploads/staging', name), 0, 0);

      server = await installation.start();
      for (const caller of [played.operator, played.candidate, played.assessor]) caller.at = server.url;
      expect(staged()).toEqual([]);
      await everythingIsThere();
      // Asking again for what got no answer gives it once, whether the server had written it or not.
      for (const sent of evidence.open.values()) {
        const answer = await played.candidate.ask('POST', `/assessments/${played.assessmentId}/evidence`, sent.form());
        expect([200, 201]).toContain(answer.status);
        evidence.acknowledged.set(sent.id, sent);
      }
      evidence.open.clear();
      for (const [assessmentId, id] of verdicts.open) await give(played.assessor, assessmentId, id);
      await everythingIsThere();
    }
    expect(evidence.acknowledged.size).toBeGreaterThan(pageSize);
    expect(verdicts.acknowledged.size).toBeGreaterThan(rounds / 2);
  }, 600_000);

  async function everythingIsThere({ candidate, assessor }: Readers = played): Promise<void> {
    const items = await allEvidence(candidate);
    const ids = items.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining([...evidence.acknowledged.keys()]));
    for (const { id, files } of items) {
      const sent = evidence.acknowledged.get(id) ?? evidence.open.get(id);
      expect(files.map((file) => file.sha256)).toEqual(sent?.hashes);
    }
    for (const [assessmentId, { id, pdfSha256 }] of verdicts.acknowledged) {
      const { body } = await assessor.call('GET', `/assessments/${assessmentId}/verdict`);
      expect(body).toMatchObject({ id, pdfSha256 });
    }
  }

  async function everyByteIsThere({ candidate, assessor }: Readers = played): Promise<void> {
    for (const { id, files } of await allEvidence(candidate)) {
      for (const file of files) {
        const { bytes } = await candidate.bytes(`/evidence/${id}/files/${file.id}/content`);
        expect(sha256(bytes)).toBe(file.sha256);
      }
    }
    for (const { id, pdfSha256 } of verdicts.acknowledged.values()) {
      const { bytes } = await assessor.bytes(`/verdicts/${id}/document`);
      expect(sha256(bytes)).toBe(pdfSha256);
    }
  }

  it('hands out every acknowledged byte', () => everyByteIsThere(), 60_000);

  it('is found whole by fsck while it runs: rows, files and the audit chain', async () => {
    const { code, stdout } = await installation.command('fsck', '--json');
    const report = JSON.parse(stdout);
    expect(report.problems).toEqual([]);
    expect(code).toBe(0);
    expect(report.verdicts).toBe(verdicts.acknowledged.size);
    expect(report.auditEntries).toBeGreaterThan(evidence.acknowledged.size);
  });

  it('is backed up while it runs, and restored elsewhere with all that it acknowledged', async () => {
    const backup = join(installation.folder, 'backup');
    expect(await installation.command('backup', '--out', backup)).toMatchObject({ code: 0 });
    const refused = await installation.command('restore', '--from', backup, '--force');
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toMatch(/in use: stop the server first/);

    const elsewhere = new Installation();
    try {
      const restored = await elsewhere.command('restore', '--from', backup);
      expect(restored).toMatchObject({ code: 0, stderr: '' });
      expect(restored.stdout).toMatch(/Everybody is signed out: \d+ sessions and 3 API tokens are revoked/);
      const fsck = await elsewhere.command('fsck', '--json', '--since', join(backup, 'manifest.json'));
      expect(JSON.parse(fsck.stdout)).toMatchObject({ problems: [], verdicts: verdicts.acknowledged.size });
      expect(fsck.code).toBe(0);
      const { url } = await elsewhere.start();
      expect((await played.candidate.elsewhere(url).ask('GET', '/me')).status).toBe(401);
      const candidate = await Caller.signIn(url, 'candidate@example.tw');
      const assessor = await Caller.signIn(url, 'assessor@example.tw');
      await everythingIsThere({ candidate, assessor });
      await everyByteIsThere({ candidate, assessor });
    } finally {
      await elsewhere.close();
    }
  });

  it('answers a request that is under way when it is asked to end, and ends in order', async () => {
    const before = staged().length;
    const upload = halfAnUpload(played);
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      upload.once('response', resolve).once('error', reject);
    });
    for (let i = 0; i < 500 && staged().length === before; i += 1) await sleep(10);
    const ending = installation.kill(server, 'SIGTERM');
    await sleep(300);
    upload.end(`the other half\r\n--${boundary}--\r\n`);
    const answer = await answered;
    expect(answer.statusCode).toBe(201);
    const { id, files } = JSON.parse(await text(answer)) as Item;
    expect(await ending).toEqual({ code: 0, signal: null });
    evidence.acknowledged.set(id, { id, hashes: files.map((file) => file.sha256), form: () => new FormData() });

    server = await installation.start();
    for (const caller of [played.operator, played.candidate, played.assessor]) caller.at = server.url;
    await everythingIsThere();
    await everyByteIsThere();
  });
});
