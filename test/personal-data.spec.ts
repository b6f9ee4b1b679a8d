import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { type Response } from 'supertest';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { enrolled, type Enrolled } from './factories/enrolled.js';
import { type Persona, World } from './world.js';

let world: World;
let people: Enrolled;
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** The bytes of an answer that is no text. */
const bytes = (call: ReturnType<Persona['post']>): Promise<Response> =>
  call.buffer(true).parse((answer, done) => {
    void buffer(answer as never).then((all) => done(null, all));
  });

async function unpacked(archive: Buffer): Promise<Map<string, Buffer>> {
  const zip = await new Promise<ZipFile>((resolve, reject) =>
    fromBuffer(archive, { lazyEntries: true }, (error, opened) => (error ? reject(error) : resolve(opened))),
  );
  const files = new Map<string, Buffer>();
  await new Promise<void>((resolve, reject) => {
    zip.on('error', reject).on('end', resolve);
    zip.on('entry', (entry: Entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        void buffer(stream).then((content) => {
          files.set(entry.fileName, content);
          zip.readEntry();
        }, reject);
      });
    });
    zip.readEntry();
  });
  return files;
}

async function exported(by: Persona, path = '/me/export'): Promise<Map<string, Buffer>> {
  const answer = await bytes(by.get(path));
  expect(answer.status).toBe(200);
  expect(answer.headers).toMatchObject({ 'content-type': 'application/zip', 'cache-control': 'private, no-store' });
  return unpacked(answer.body as Buffer);
}

const json = (files: Map<string, Buffer>, ending: string) =>
  JSON.parse([...files].find(([name]) => name.endsWith(ending))![1].toString());

beforeAll(async () => {
  world = await World.open();
  people = await enrolled(world);
  const call = people.candidate.upload(`/assessments/${people.assessmentId}/evidence`).field('title', '作品');
  const { body } = await call.attach('files', Buffer.from('作品的內容'), '../../報告.txt').expect(201);
  await people.candidate.post(`/evidence/${body.id}/declaration`).expect(201);
  const observation = { title: '觀察', startedAt: '2026-02-20T09:00:00+08:00', place: '門市', present: '主管', context: '尖峰', notes: '祕密的草稿', outcomes: [] }; // prettier-ignore
  const draft = '0198a000-0000-7000-8000-000000000001';
  await people.assessor
    .put(`/assessments/${people.assessmentId}/observations/${draft}`, { ...observation, form: 'observation' })
    .expect((answer) => expect(answer.status).toBeLessThan(300));
});
afterAll(() => world?.close());

describe('the export of everything about a person', () => {
  it('holds their account, assessments and files, with an index in their language and hashes that agree', async () => {
    const files = await exported(people.candidate);
    expect([...files.keys()]).toEqual([
      'person.json',
      expect.stringMatching(/^assessments\/KMM5R0915v2-1-.{4}\/assessment\.json$/),
      expect.stringMatching(/\/evidence\/001-報告\.txt$/),
      '請先看這裡.txt',
      'manifest.json',
    ]);
    expect(files.get('請先看這裡.txt')!.toString()).toContain('關於林小美的個人資料');
    const { entries } = JSON.parse(files.get('manifest.json')!.toString());
    for (const { name, sha256: said } of entries) expect(sha256(files.get(name)!)).toBe(said);
    expect(json(files, 'person.json').account).toEqual([
      expect.objectContaining({ name: '林小美', email: people.candidate.email }),
    ]);
    const { evidence, declarations, assessment } = json(files, 'assessment.json');
    expect(evidence).toEqual([expect.objectContaining({ title: '作品', submittedBy: '林小美' })]);
    expect(declarations).toHaveLength(1);
    expect(assessment[0]).toMatchObject({ attempt: 1, enrolledBy: '系統管理者' });
  });

  it('holds no secret, no address of anybody else, and no draft of an assessor’s', async () => {
    const text = Buffer.concat([...(await exported(people.candidate)).values()]).toString();
    expect(text).toContain('陳評量');
    for (const hidden of [people.assessor.email, '祕密的草稿', 'password', 'secret', 'argon2']) {
      expect(text).not.toContain(hidden);
    }
  });

  it('gives a body only what it may know, and tells the person that their evidence was taken', async () => {
    const path = `/training-bodies/${world.bodyId}/people/${people.candidate.id}/export`;
    const files = await exported(world.operator, path);
    const person = json(files, 'person.json');
    expect(person.memberships).toHaveLength(1);
    expect(Object.keys(person)).not.toEqual(expect.arrayContaining(['sessions', 'apiTokens', 'evidenceLookedAt']));
    const { lookedAtBy } = json(await exported(people.candidate), 'assessment.json');
    expect(lookedAtBy).toContainEqual(
      expect.objectContaining({ userId: '系統管理者', kind: 'download', via: 'export' }),
    );
    await people.assessor.get(path).expect(403);
  });

  it('is there for somebody who has done nothing yet', async () => {
    const nobody = await world.person('新人', ['officer']);
    expect([...(await exported(nobody)).keys()]).toEqual(['person.json', '請先看這裡.txt', 'manifest.json']);
  });
});

describe('a correction', () => {
  const path = (id: string, more = '') => `/training-bodies/${world.bodyId}/people/${id}${more}`;

  it('keeps what it was, what it is, why and by whom, for the administrators and the person', async () => {
    const person = await world.person('王曉明', ['candidate']);
    const correction = { name: '王小明', email: 'Xiao.Ming@Example.tw', reason: '依身分證' };
    const { body: made } = await world.operator.patch(path(person.id), correction).expect(200);
    expect(made).toMatchObject([
      { field: 'name', oldValue: '王曉明', newValue: '王小明', reason: '依身分證', correctedBy: world.operator.id },
      { field: 'email', oldValue: person.email, newValue: 'xiao.ming@example.tw' },
    ]);
    expect((await world.operator.patch(path(person.id), correction).expect(200)).body).toEqual([]);
    const { body: log } = await person.get(path(person.id, '/corrections?limit=1')).expect(200);
    expect(log.items).toEqual([made[1]]);
    const { body: rest } = await person.get(path(person.id, `/corrections?limit=1&cursor=${log.next}`)).expect(200);
    expect(rest).toEqual({ items: [made[0]], next: null });
    expect((await person.get('/me').expect(200)).body).toMatchObject({ name: '王小明', email: 'xiao.ming@example.tw' });
    await people.assessor.get(path(person.id, '/corrections')).expect(403);
  });

  it('needs a reason, and an address that nobody else has', async () => {
    const person = await world.person('李四', ['candidate']);
    await world.operator.patch(path(person.id), { name: '李思' }).expect(400);
    await world.operator.patch(path(person.id), { name: '\u0000 ', reason: '改' }).expect(400);
    const taken = { email: people.candidate.email.toUpperCase(), reason: '改' };
    expect((await world.operator.patch(path(person.id), taken).expect(409)).body.code).toBe('email_taken');
    expect((await person.get('/me').expect(200)).body.email).toBe(person.email);
  });

  it('leaves issued documents as they were', async () => {
    const { candidate, assessor, assessmentId } = await enrolled(world);
    const verdict = { outcome: 'not_yet_competent', reasons: '無證據', gaps: [{ targetRef: null, text: '無' }], feedback: '無', nextStep: '補評' }; // prettier-ignore
    const { body: given } = await assessor.post(`/assessments/${assessmentId}/verdicts`, verdict).expect(201);
    await world.operator.patch(path(candidate.id), { name: '林大美', reason: '改名' }).expect(200);
    const { body: record } = await assessor.get(`/verdicts/${given.id}/record`).expect(200);
    expect(record.candidate.name).toBe('林小美');
    expect((await assessor.get(`/assessments/${assessmentId}`).expect(200)).body.candidate.name).toBe('林大美');
  });

  it('can be asked for: the body’s administrators are told what and why', async () => {
    const asked = { field: 'name', value: '林曉美', reason: '身分證上是曉' };
    for (let i = 0; i < 2; i += 1) await people.candidate.post('/me/correction-requests', asked).expect(204);
    const { body } = await world.operator.get(`/training-bodies/${world.bodyId}/notices?limit=200`).expect(200);
    const notices = body.items.filter(({ kind }: { kind: string }) => kind === 'correction_requested');
    expect(notices.length).toBeGreaterThan(0);
    const { body: letter } = await world.operator.get(`/notices/${notices[0].id}`).expect(200);
    expect(letter.subject).not.toContain('林');
    expect(letter.text).toContain('林小美請求更正個人資料');
    expect(letter.text).toContain('項目：姓名\n應為：林曉美\n理由：身分證上是曉');
    await people.candidate.post('/me/correction-requests', { field: 'password_hash', value: 'x' }).expect(400);
  });
});
