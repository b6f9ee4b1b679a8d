import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto';
import { readdirSync, utimesSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Caller } from './support/caller.js';
import { type Played, playedAssessments } from './support/played-assessments.js';
import { build, Installation, type ServerProcess } from './support/server-process.js';

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** What a client sent under an id of its own, until it knows what became of it. */
interface Sent {
  id: string;
  hashes: string[];
  form: () => FormData;
}

function newEvidence(): Sent {
  const id = randomUUID();
  const files = Array.from({ length: randomInt(1, 4) }, () =>
    Buffer.from(randomBytes(randomInt(500, 300_000)).toString('base64')),
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
  const rounds = 8;
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
  }, 180_000);
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

  /** An upload that never ends, so that there is always something half-made at the end. */
  function halfAnUpload({ candidate, assessmentId }: Played): void {
    const boundary = 'half';
    const sending = request(`${candidate.at}/api/assessments/${assessmentId}/evidence`, {
      method: 'POST',
      headers: { ...candidate.headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
    });
    sending.on('error', () => undefined);
    const head = 'Content-Disposition: form-data; name="files"; filename="half.txt"';
    sending.write(`--${boundary}\r\n${head}\r\n\r\n${'half '.repeat(50_000)}`);
  }

  async function allEvidence(): Promise<{ id: string; files: { id: string; sha256: string; size: number }[] }[]> {
    const items = [];
    for (let cursor = ''; ;) {
      const path = `/assessments/${played.assessmentId}/evidence?limit=100${cursor && `&cursor=${cursor}`}`;
      const { body } = await played.candidate.call('GET', path);
      items.push(...body.items);
      if (!body.nextCursor) return items;
      cursor = encodeURIComponent(body.nextCursor);
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
    expect(evidence.acknowledged.size).toBeGreaterThan(rounds);
    expect(verdicts.acknowledged.size).toBeGreaterThan(rounds / 2);
  }, 240_000);

  async function everythingIsThere(): Promise<void> {
    const items = await allEvidence();
    const ids = items.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining([...evidence.acknowledged.keys()]));
    for (const { id, files } of items) {
      const sent = evidence.acknowledged.get(id) ?? evidence.open.get(id);
      expect(files.map((file) => file.sha256)).toEqual(sent?.hashes);
    }
    for (const [assessmentId, { id, pdfSha256 }] of verdicts.acknowledged) {
      const { body } = await played.assessor.call('GET', `/assessments/${assessmentId}/verdict`);
      expect(body).toMatchObject({ id, pdfSha256 });
    }
  }

  it('hands out every acknowledged byte', async () => {
    for (const { id, files } of await allEvidence()) {
      for (const file of files) {
        const { bytes } = await played.candidate.bytes(`/evidence/${id}/files/${file.id}/content`);
        expect(sha256(bytes)).toBe(file.sha256);
      }
    }
    for (const { id, pdfSha256 } of verdicts.acknowledged.values()) {
      const { bytes } = await played.assessor.bytes(`/verdicts/${id}/document`);
      expect(sha256(bytes)).toBe(pdfSha256);
    }
  }, 60_000);

  it('is found whole by fsck while it runs: rows, files and the audit chain', async () => {
    const { code, stdout } = await installation.command('fsck', '--json');
    const report = JSON.parse(stdout);
    expect(report.problems).toEqual([]);
    expect(code).toBe(0);
    expect(report.verdicts).toBe(verdicts.acknowledged.size);
    expect(report.auditEntries).toBeGreaterThan(evidence.acknowledged.size);
  }, 60_000);

  it('is backed up and restored elsewhere while it runs', async () => {
    const backup = join(installation.folder, 'backup');
    expect(await installation.command('backup', '--out', backup)).toMatchObject({ code: 0 });
    const refused = await installation.command('restore', '--from', backup, '--force');
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toMatch(/in use: stop the server first/);
  }, 60_000);

  it('ends by itself when asked to, and starts again', async () => {
    await installation.kill(server, 'SIGTERM');
    server = await installation.start();
    played.candidate.at = server.url;
    played.assessor.at = server.url;
    await everythingIsThere();
  }, 60_000);
});
