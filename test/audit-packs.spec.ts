import { createHash, randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Test } from 'supertest';
import { canonicalSha256 } from '../src/documents/record.js';
import { entryHash } from '../src/audit/audit.js';
import { AuditEntry } from '../src/audit/audit-entry.entity.js';
import { Packer } from '../src/audit-packs/packer.js';
import { Database } from '../src/database/database.js';
import { EvidenceAccess } from '../src/evidence/evidence-access.entity.js';
import { isSpokenOf } from '../src/integrity/file-rows.js';
import { verifyPdf } from '../src/signing/verify.js';
import { assessmentWith } from './factories/assessment.js';
import { enrolled, type Enrolled } from './factories/enrolled.js';
import { openPack } from './support/audit-pack.js';
import { type Persona, World } from './world.js';

const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');
const bytesOf = (call: Test): Test =>
  call.buffer(true).parse((response, done) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('end', () => done(null, Buffer.concat(chunks)));
  });
const spring = { from: '2026-03-01', to: '2026-03-31' };
const evidence = Buffer.from('受理紀錄：一號客訴，已結案。');

describe('audit packs', () => {
  let world: World;
  let people: Enrolled;
  let verifier: Persona;
  let draftId: string;
  const path = () => `/training-bodies/${world.bodyId}/audit-packs`;
  const order = async (criteria: object, by = world.operator) =>
    (await by.post(path(), { ...spring, ...criteria }).expect(201)).body;
  const ended = async (id: string, by = world.operator) => {
    for (;;) {
      const { body } = await by.get(`/audit-packs/${id}`).expect(200);
      if (!['waiting', 'running'].includes(body.state)) return body;
      await sleep(20);
    }
  };
  const content = (id: string, by = world.operator) => bytesOf(by.get(`/audit-packs/${id}/content`));
  const made = async (criteria: object, by = world.operator) => {
    const pack = await ended((await order(criteria, by)).id, by);
    expect(pack).toMatchObject({ state: 'done', error: null });
    const { body } = await content(pack.id, by).expect(200);
    expect(pack.archive).toEqual({ size: body.length, sha256: sha256(body) });
    return { pack, files: await openPack(body) };
  };
  const only = (files: Map<string, Buffer>, ending: string): string => {
    const found = [...files.keys()].filter((name) => name.endsWith(ending));
    expect(found).toHaveLength(1);
    return files.get(found[0]!)!.toString();
  };

  beforeAll(async () => {
    world = await World.open();
    people = await enrolled(world);
    verifier = await world.person('稽查員', ['verifier']);
    const { candidate, assessor, assessmentId } = people;
    const upload = candidate.upload(`/assessments/${assessmentId}/evidence`).field('title', '=HYPERLINK("http://x")');
    await upload.field('producedOn', '2026-02-01').attach('files', evidence, '../../𠮷田:記錄.txt').expect(201);
    draftId = randomUUID();
    const observed = { title: '草稿', startedAt: '2026-02-20T09:00:00+08:00', place: '門市', present: '兩人' };
    const record = {
      ...observed,
      context: '日常',
      notes: '尚未簽署的內容',
      outcomes: [{ ref: '1.1', outcome: 'shown' }],
    };
    await assessor.put(`/assessments/${assessmentId}/observations/${draftId}`, record).expect(201);
    const decision = {
      outcome: 'not_yet_competent',
      reasons: '證據不足。',
      gaps: [{ targetRef: '1.1', text: '未觀察' }],
    };
    const words = { feedback: '已有進展。', nextStep: '補上觀察。' };
    await assessor.post(`/assessments/${assessmentId}/verdicts`, { ...decision, ...words }).expect(201);
  });
  afterAll(() => world?.close());

  it('hold everything of an assessment, each file as its manifest and sums say', async () => {
    const { pack, files } = await made({ withFiles: true });
    expect(pack).toMatchObject({ faults: 0, progress: { assessments: { done: 1, of: 1 } } });
    const folder = 'assessments/-/0001-KMM5R0915v2';
    const inFolder = [...files.keys()].filter((name) => name.startsWith(`${folder}/`));
    expect(inFolder.map((name) => name.slice(folder.length + 1))).toEqual(
      expect.arrayContaining([
        'assessment.json',
        'verdict.pdf',
        'verdict.json',
        'notifications.json',
        'receipts.json',
        'settings.json',
        'matrix.csv',
        'matrix.json',
        'claims.csv',
        'judgements.csv',
        'evidence.csv',
        'people.csv',
        'evidence/001-1 𠮷田_記錄.txt',
      ]),
    );
    expect(files.get(`${folder}/evidence/001-1 𠮷田_記錄.txt`)).toEqual(evidence);
    for (const name of [
      'body/register.csv',
      'body/settings.json',
      'body/sampling.json',
      'index.csv',
      'audit/head.json',
    ]) {
      expect(files.has(name)).toBe(true);
    }
    const readme = files.get('README.txt')!.toString();
    expect(readme).toContain('sha256sum -c SHA256SUMS');
    expect(readme).toContain('評量件數：1');
    expect(readme).toContain('Assessments: 1');
    expect(only(files, 'people.csv')).toContain('林小美');
    expect(only(files, 'register.csv')).toContain('職能評量師');
    expect(JSON.parse(only(files, 'agreement.json')).units).toEqual([]);
  });

  it('prove themselves: the record’s hash, the signature by the certificate inside, and the log’s own hashes', async () => {
    const { files } = await made({});
    const record = JSON.parse(only(files, 'verdict.json'));
    const line = only(files, 'index.csv');
    expect(line).toContain(canonicalSha256(record));
    const pdf = files.get([...files.keys()].find((name) => name.endsWith('verdict.pdf'))!)!;
    const trust = files.get('body/certificates/root-1.pem')!.toString();
    expect(await verifyPdf(pdf, { trust })).toMatchObject({ outcome: 'valid' });
    const entries = only(files, 'entries.jsonl')
      .trim()
      .split('\n')
      .map((one) => JSON.parse(one) as AuditEntry);
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['assessment.enrolled', 'verdict.given']),
    );
    for (const entry of entries) expect(entryHash(entry)).toBe(entry.hash);
    const head = JSON.parse(only(files, 'head.json')) as AuditEntry;
    expect(head.seq).toBeGreaterThanOrEqual(entries.at(-1)!.seq);
  });

  it('leave out the files of the evidence unless asked, and still tell their hashes', async () => {
    const { files } = await made({});
    expect([...files.keys()].filter((name) => name.includes('/evidence/'))).toEqual([]);
    expect(only(files, 'evidence.csv')).toContain(sha256(evidence));
  });

  it('run nothing in a spreadsheet', async () => {
    const { files } = await made({});
    expect(only(files, 'evidence.csv')).toContain(`"'=HYPERLINK(""http://x"")"`);
  });

  it('hold no draft, and no secret', async () => {
    const { files } = await made({ withFiles: true });
    for (const [name, bytes] of files) {
      if (name.startsWith('audit/')) continue;
      expect({ name, draft: bytes.includes('尚未簽署的內容') || bytes.includes(draftId) }).toEqual({
        name,
        draft: false,
      });
      expect({ name, secret: /secretHash|passwordHash/.test(bytes.toString()) }).toEqual({ name, secret: false });
    }
  });

  it('tell whose order took the files of the evidence, once', async () => {
    const { pack } = await made({ withFiles: true }, verifier);
    const via = `audit_pack/${pack.id}`;
    await content(pack.id).expect(200);
    const db = world.app.get(Database);
    const told = await db.read.findBy(EvidenceAccess, { assessmentId: people.assessmentId, via });
    expect(told).toMatchObject([{ kind: 'download', userId: verifier.id }]);
    const opened = await db.read.findBy(AuditEntry, { action: 'audit_pack.opened', subjectId: pack.id });
    expect(opened.map(({ actorId }) => actorId)).toEqual([verifier.id, world.operator.id]);
  });

  it('never hold another body’s assessment', async () => {
    const { body: other } = await world.operator.post('/training-bodies', { name: '別的機構' }).expect(201);
    const away = await world.person('別處的人', ['candidate', 'assessor'], other.id);
    const db = world.app.get(Database);
    const shape = {
      documentId: people.documentId,
      candidateId: away.id,
      leadId: away.id,
      judgedAt: '2026-04-06T00:00:00.000Z',
    };
    const { id } = await assessmentWith(db, { ...shape, bodyId: other.id });
    const { files } = await made({ withFiles: true });
    for (const [name, bytes] of files) expect({ name, found: bytes.includes(id) }).toEqual({ name, found: false });
    await away.get(path()).expect(404);
  });

  it('choose by cohort, document and day, and say so where there is nothing', async () => {
    const { files, pack } = await made({ cohort: '沒有這一梯' });
    expect(pack.progress.assessments).toEqual({ done: 0, of: 0 });
    expect(files.get('README.txt')!.toString()).toContain('期間內沒有符合條件的評量');
    expect([...files.keys()].filter((name) => name.startsWith('assessments/'))).toEqual([]);
    const of = async (criteria: object) => (await made(criteria)).pack.progress.assessments.of;
    expect(await of({ documentId: people.documentId })).toBe(1);
    // Enrolled and decided at nine in the morning of 2 March in Taiwan.
    expect(await of({ from: '2026-03-02', to: '2026-03-02' })).toBe(1);
    expect(await of({ from: '2026-02-01', to: '2026-03-01' })).toBe(0);
  });

  it('tell of files that are missing or damaged, and hold the rest', async () => {
    const own = await World.open();
    try {
      const { candidate, assessmentId } = await enrolled(own);
      const { body: item } = await candidate
        .upload(`/assessments/${assessmentId}/evidence`)
        .field('title', '作品')
        .attach('files', evidence, '作品.txt')
        .expect(201);
      const { sha256: hash } = item.files[0];
      appendFileSync(join(own.config.uploadsDir, hash.slice(0, 2), hash), 'x');
      const { body } = await own.operator
        .post(`/training-bodies/${own.bodyId}/audit-packs`, { ...spring, withFiles: true })
        .expect(201);
      await own.app.get(Packer).work();
      const { body: pack } = await own.operator.get(`/audit-packs/${body.id}`).expect(200);
      expect(pack).toMatchObject({ state: 'done', faults: 1 });
      const files = await openPack((await bytesOf(own.operator.get(`/audit-packs/${body.id}/content`))).body);
      expect(files.get('FAULTS.csv')!.toString()).toContain(hash);
    } finally {
      await own.close();
    }
  });

  it('are ordered once under one id, and not under another’s', async () => {
    const id = randomUUID();
    const first = await order({ id, cohort: '甲' });
    const { body: again } = await world.operator
      .post(path(), { ...spring, id: id.toUpperCase(), cohort: '甲' })
      .expect(200);
    expect(again.id).toBe(first.id);
    await world.operator.post(path(), { ...spring, id, cohort: '乙' }).expect(409);
    await verifier.post(path(), { ...spring, id, cohort: '甲' }).expect(409);
    await ended(id);
  });

  it.each([
    [{ from: '2026-03-31', to: '2026-03-01' }, 'to'],
    [{ from: '2026-02-30', to: '2026-03-01' }, 'from'],
    [{ from: '2999-01-01', to: '2999-01-02' }, 'from'],
    [{ ...spring, cohort: 'x'.repeat(101) }, 'cohort'],
    [{ ...spring, documentId: 'no id' }, 'documentId'],
    [{ ...spring, withFiles: 'yes' }, 'withFiles'],
  ])('are refused for %j', async (input, field) => {
    const { body } = await world.operator.post(path(), input).expect(400);
    expect(body.errors[0].field).toBe(field);
  });

  it('are refused for a document nobody has', async () => {
    await world.operator.post(path(), { ...spring, documentId: randomUUID() }).expect(404);
  });

  it('go on where a download was cut, and start anew when it is another archive', async () => {
    const { id, archive } = await ended((await order({ withFiles: true }, verifier)).id);
    const whole = (await content(id, verifier).expect(200)).body as Buffer;
    const etag = `"${archive.sha256}"`;
    const half = Math.floor(archive.size / 2);
    const range = (from: string, condition = etag) =>
      content(id, verifier).set('Range', `bytes=${from}`).set('If-Range', condition);
    const first = await range(`0-${half - 1}`).expect(206);
    const rest = await range(`${half}-`).expect(206);
    expect(rest.headers).toMatchObject({ etag, 'content-range': `bytes ${half}-${archive.size - 1}/${archive.size}` });
    expect(Buffer.concat([first.body, rest.body]).equals(whole)).toBe(true);
    expect((await range(`${half}-`, '"another"').expect(200)).body.length).toBe(archive.size);
    await range(`${archive.size}-`).expect(416);
  });

  it('are listed newest first', async () => {
    const { body } = await verifier.get(`${path()}?limit=2`).expect(200);
    expect(body.items).toHaveLength(2);
    expect(body.items[0].id > body.items[1].id).toBe(true);
    const { body: next } = await verifier.get(`${path()}?limit=2&cursor=${body.next}`).expect(200);
    expect(next.items[0].id < body.items[1].id).toBe(true);
  });

  it('are nothing for who would read of themselves in them', async () => {
    const { body: added } = await world.operator.get('/me').expect(200);
    expect(added.id).toBe(world.operator.id);
    const officer = await world.person('承辦人', ['officer', 'candidate']);
    const db = world.app.get(Database);
    const shape = { bodyId: world.bodyId, documentId: people.documentId, leadId: people.assessor.id, cohort: '自己' };
    await assessmentWith(db, { ...shape, candidateId: officer.id, judgedAt: '2026-04-10T00:00:00.000Z' });
    const { body } = await officer.post(path(), { ...spring, cohort: '自己' }).expect(403);
    expect(body.code).toBe('audit_pack_concerns_you');
    const { id } = await ended((await order({ cohort: '自己' })).id);
    await content(id).expect(200);
    await officer.get(`/audit-packs/${id}/content`).expect(403);
  });

  it('can be cancelled until they are made, and are not downloaded before', async () => {
    const { id } = await order({ cohort: '丙' });
    const { body, status } = await world.operator.post(`/audit-packs/${id}/cancellation`, {});
    if (status === 200) {
      expect(body.state).toBe('cancelled');
      expect((await world.operator.post(`/audit-packs/${id}/cancellation`, {}).expect(200)).body).toEqual(body);
      expect((await world.operator.get(`/audit-packs/${id}/content`).expect(409)).body.code).toBe(
        'audit_pack_unfinished',
      );
    } else expect(body.code).toBe('audit_pack_finished');
    await world.app.get(Packer).work();
    expect((await world.operator.get(`/audit-packs/${id}`)).body.state).toBe(status === 200 ? 'cancelled' : 'done');
    const done = await ended((await order({ cohort: '丁' })).id);
    expect((await world.operator.post(`/audit-packs/${done.id}/cancellation`, {}).expect(409)).body.code).toBe(
      'audit_pack_finished',
    );
  });

  it('are kept a week, and left to the sweep of the store afterwards', async () => {
    const { id, archive } = await ended((await order({})).id);
    const spokenOf = () => isSpokenOf(world.app.get(Database).read, archive.sha256);
    expect(await spokenOf()).toBe(true);
    world.clock.pass(7.1);
    expect((await world.operator.get(`/audit-packs/${id}/content`).expect(410)).body.code).toBe('audit_pack_expired');
    await world.app.get(Packer).work();
    const { body } = await world.operator.get(`/audit-packs/${id}`).expect(200);
    expect(body).toMatchObject({ state: 'expired', archive });
    expect(await spokenOf()).toBe(false);
  });
});
