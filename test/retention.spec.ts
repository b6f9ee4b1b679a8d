import { createHash } from 'node:crypto';
import { existsSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { verifyChain } from '../src/audit/audit.js';
import { newId } from '../src/common/ids.js';
import { Database } from '../src/database/database.js';
import { UnusedFiles } from '../src/files/unused-files.js';
import { checkIntegrity } from '../src/integrity/check.js';
import { looking } from '../src/integrity/open.js';
import { Sweeper } from '../src/integrity/sweeper.js';
import { enrolled, type Enrolled } from './factories/enrolled.js';
import { type Due, dueOf, recordsIn } from './support/due.js';
import { type Persona, World } from './world.js';

let world: World;
let people: Enrolled;
let crash = false;

/** Removes bytes, unless the power fails between the commit and the removal. */
let unused: UnusedFiles;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const pathOf = (hash: string) => join(world.config.uploadsDir, hash.slice(0, 2), hash);
const retention = (query = '') => `/training-bodies/${world.bodyId}/retention${query}`;
const path = () => `/assessments/${people.assessmentId}`;
const problems = async () => (await looking(world.config, checkIntegrity)).problems;

const due = (query?: string): Promise<Due[]> => dueOf(world, people.assessmentId, query);

/** Deletes kinds of the assessment as they are listed now. */
async function remove(kinds: string[], by: Persona = world.operator) {
  const listed = await due();
  const items = kinds.map((kind) => listed.find((item) => item.kind === kind)!);
  const confirm = sha256(items.map(({ fingerprint }) => fingerprint).join('\n'));
  const body = { items: items.map(({ assessmentId, kind }) => ({ assessmentId, kind })), confirm };
  return { body, answer: () => by.post(`${retention()}/deletions`, body) };
}

/** As old as it is said to be: the sweep leaves alone what has just come. */
function age(hash: string): void {
  const longAgo = new Date(Date.now() - 3 * 86_400_000);
  utimesSync(pathOf(hash), longAgo, longAgo);
}

async function handIn(
  text: string,
  by = people.candidate,
  id = people.assessmentId,
): Promise<{ id: string; file: { id: string; sha256: string } }> {
  const call = by
    .upload(`/assessments/${id}/evidence`)
    .field('title', '客訴處理紀錄')
    .field('statement', '本人親自處理。');
  const { body } = await call.attach('files', Buffer.from(text), '王大明的申訴.txt').expect(201);
  age(body.files[0].sha256);
  return { id: body.id, file: body.files[0] };
}

/** Evidence, a signed observation with a claim, and a verdict. */
async function decide(text = `內容 ${Math.random()}`) {
  const item = await handIn(text);
  await people.candidate.post(`/evidence/${item.id}/declaration`).expect(201);
  const claims = [{ itemId: item.id, targetRef: '1.1' }];
  const { body: made } = await people.candidate.post(`${path()}/claims`, { claims }).expect(201);
  const rules = { validity: true, sufficiency: true, authenticity: true, currency: true };
  const judgements = [{ claimId: made[0].id, decision: 'accepted', rules }];
  await people.assessor.post(`${path()}/judgements`, { judgements }).expect(201);
  const verdict = {
    outcome: 'not_yet_competent',
    reasons: '證據不足。',
    gaps: [{ targetRef: '1.2', text: '尚無證據' }],
    feedback: '請補充。',
    nextStep: '三個月內補評。',
  };
  const { body } = await people.assessor.post(`${path()}/verdicts`, verdict).expect(201);
  age(body.pdfSha256);
  return { item, verdict: body, claimId: made[0].id };
}

beforeAll(async () => {
  world = await World.open();
});
beforeEach(async () => {
  world.clock.set('2026-03-02T01:00:00.000Z');
  people = await enrolled(world);
  unused = world.app.get(UnusedFiles);
  crash = false;
  const removing = unused.remove.bind(unused);
  jest
    .spyOn(unused, 'remove')
    .mockImplementation((hashes) => (crash ? Promise.reject(new Error('power')) : removing(hashes)));
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => world?.close());

describe('the due list', () => {
  it('gives each kind of record the latest of its dates, and why, in both languages', async () => {
    await decide();
    expect((await due()).map(({ kind, dueOn, because }) => [kind, dueOn, because])).toEqual([
      ['evidence', '2029-03-02', 'policy'],
      ['judgements', '2031-03-02', 'policy'],
      ['register', '2031-03-02', 'policy'],
    ]);
    const { body } = await world.operator.get(retention('?limit=200')).set('Accept-Language', 'en').expect(200);
    const listed = body.items.filter((item: Due) => item.assessmentId === people.assessmentId);
    expect(listed).toMatchObject([{ candidateName: '林小美', documentCode: 'KMM5R0915v2', attempt: 1 }]);
    expect([(await due())[0]!.reason, listed[0].records[0].reason]).toEqual([
      '依機構的保存年限',
      'The body’s retention period',
    ]);
  });

  it('lists by the day only what is due before it, in pages', async () => {
    await decide();
    expect((await due('?dueBefore=2029-03-02&limit=200')).map(({ kind }) => kind)).toEqual([]);
    expect((await due('?dueBefore=2029-03-03&limit=200')).map(({ kind }) => kind)).toEqual(['evidence']);
    const seen: Due[] = [];
    const assessments: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await world.operator.get(retention(`?limit=2${cursor}`)).expect(200);
      seen.push(...recordsIn(body.items));
      assessments.push(...body.items.map(({ assessmentId }: Due) => assessmentId));
      if (!body.next) break;
      cursor = `&cursor=${body.next}`;
    }
    expect(new Set(assessments).size).toBe(assessments.length);
    const first = assessments.map((id) => seen.find(({ assessmentId }) => assessmentId === id)!.dueOn ?? '9999');
    expect(first).toEqual([...first].sort());
    expect(new Set(seen.map(({ fingerprint }) => fingerprint)).size).toBe(seen.length);
    await world.operator.get(retention('?dueBefore=2029-02-30')).expect(400);
  });

  it('counts an assessment that nobody decided from its last activity', async () => {
    world.clock.pass(10);
    await handIn('晚一點的證據');
    expect((await due()).map(({ kind, dueOn, because }) => [kind, dueOn, because])).toEqual([
      ['evidence', '2029-03-12', 'undecided'],
      ['judgements', '2031-03-12', 'undecided'],
    ]);
  });
});

describe('a hold', () => {
  it('keeps everything until it is released, says why, and is placed once', async () => {
    const { verdict } = await decide();
    expect(verdict.id).toBeDefined();
    const id = newId();
    const body = { id, reason: '調查中' };
    const first = await world.operator.post(`${path()}/holds`, body).expect(201);
    expect((await world.operator.post(`${path()}/holds`, body).expect(201)).body).toEqual(first.body);
    expect((await due())[0]).toMatchObject({ dueOn: null, because: 'hold', holds: [{ id, reason: '調查中' }] });
    world.clock.set('2040-01-01T00:00:00.000Z');
    const held = await (await remove(['evidence'])).answer().expect(409);
    expect(held.body).toMatchObject({ code: 'deletion_refused', details: [{ kind: 'evidence', because: 'hold' }] });
    const { body: released } = await world.operator.post(`/holds/${id}/release`).expect(200);
    expect((await world.operator.post(`/holds/${id}/release`).expect(200)).body).toEqual(released);
    await (await remove(['evidence'])).answer().expect(201);
  });
});

describe('deletion', () => {
  it('is refused whole before its day, and while an appeal is open', async () => {
    const { verdict, item } = await decide();
    const early = await (await remove(['evidence', 'judgements'])).answer().expect(409);
    expect(early.body.details).toHaveLength(2);
    await people.assessor.post(`/verdicts/${verdict.id}/notification`, { channel: 'in_app' }).expect(201);
    await people.candidate.post(`/verdicts/${verdict.id}/appeal`, { grounds: '觀察時間太短' }).expect(201);
    world.clock.set('2040-01-01T00:00:00.000Z');
    const [listed] = await due();
    expect(listed).toMatchObject({
      dueOn: null,
      because: 'open_appeal',
      openAppeals: [{ assessmentId: people.assessmentId }],
    });
    await (await remove(['evidence'])).answer().expect(409);
    await people.candidate.get(`/evidence/${item.id}/files/${item.file.id}/content`).expect(200);
  });

  it('takes the words and the bytes of evidence, and leaves who, when, why and the hash in their place', async () => {
    const { item } = await decide();
    world.clock.set('2029-04-01T00:00:00.000Z');
    const { body: request, answer } = await remove(['evidence']);
    const {
      body: [tombstone],
    } = await answer().expect(201);
    expect(tombstone).toMatchObject({
      kind: 'evidence',
      why: 'policy',
      rule: 'R1',
      dueOn: '2029-03-02',
      deletedBy: world.operator.id,
      what: { evidence_items: 1, evidence_files: 1 },
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect((await answer().expect(200)).body).toEqual([tombstone]);
    expect(request.items).toHaveLength(1);
    expect(existsSync(pathOf(item.file.sha256))).toBe(false);
    const { body: list } = await people.candidate.get(`${path()}/evidence`).expect(200);
    expect(list.items[0]).toMatchObject({
      title: '（已刪除）',
      statement: null,
      files: [],
      deletion: { kind: 'evidence', why: 'policy', deletedBy: { name: '系統管理者' }, sha256: tombstone.sha256 },
    });
    const gone = await people.candidate.get(`/evidence/${item.id}/files/${item.file.id}/content`).expect(410);
    expect(gone.body).toMatchObject({ code: 'deleted', details: [{ sha256: tombstone.sha256 }] });
    expect((await people.assessor.get(`${path()}/coverage`).expect(410)).body.code).toBe('deleted');
    await people.candidate.get(`${path()}/verdict`).expect(200);
    expect((await due()).map(({ kind }) => kind)).toEqual(['judgements', 'register']);
    expect(await problems()).toEqual([]);
    expect(await verifyChain(world.app.get(Database).read)).toMatchObject({ broken: [] });
  });

  it('shows before what would go, exactly as its tombstone will keep it, and lists the tombstone after', async () => {
    const { item } = await decide();
    const items = [{ assessmentId: people.assessmentId, kind: 'evidence' }];
    const preview = `${retention()}/deletions/preview`;
    const early = await world.operator.post(preview, { items }).expect(409);
    expect(early.body.code).toBe('deletion_refused');
    world.clock.set('2030-01-01T00:00:00.000Z');
    const { body: shown } = await world.operator.post(preview, { items }).expect(200);
    expect(shown.items).toMatchObject([{ ...items[0], dueOn: '2029-03-02', what: { evidence_items: 1 } }]);
    expect(JSON.stringify(shown)).not.toContain('客訴');
    await world.operator.get(`/evidence/${item.id}`).expect(200);
    const { confirm } = shown;
    const { body: made } = await world.operator.post(`${retention()}/deletions`, { items, confirm }).expect(201);
    expect(made[0]).toMatchObject({ what: shown.items[0].what, sha256: shown.items[0].sha256 });
    const { body: page } = await world.operator.get(`/training-bodies/${world.bodyId}/tombstones?limit=1`).expect(200);
    expect(page.items).toEqual(made);
  });

  it('takes judgements and the register too, and the public page says that the entry was deleted', async () => {
    const { verdict } = await decide();
    // Past midnight in Taiwan, and the day before by UTC.
    world.clock.set('2031-03-31T16:30:00.000Z');
    await (await remove(['evidence', 'judgements', 'register'])).answer().expect(201);
    expect(await due()).toEqual([]);
    expect((await people.assessor.get(`${path()}/claims`).expect(200)).body.items).toEqual([]);
    for (const asked of [`${path()}/verdict`, `/verdicts/${verdict.id}/document`, `/verdicts/${verdict.id}/record`]) {
      const { body } = await people.candidate.get(asked).expect(410);
      expect(body).toMatchObject({ code: 'deleted', title: expect.stringContaining('2031-04-01') });
    }
    expect(existsSync(pathOf(verdict.pdfSha256))).toBe(false);
    const url = `${world.server}/verify/${verdict.documentNumber}`;
    const json = await (await fetch(url, { headers: { accept: 'application/json' } })).json();
    expect(json).toMatchObject({
      outcome: null,
      pdfSha256: verdict.pdfSha256,
      deletion: { on: '2031-04-01', rule: 'R1' },
    });
    const page = await (await fetch(url, { headers: { accept: 'text/html' } })).text();
    expect(page).toContain('2031-04-01');
    expect(page).not.toContain('尚未具備');
    expect(await problems()).toEqual([]);
  });

  it('keeps bytes that somebody else handed in as well', async () => {
    const text = `同樣的內容 ${Math.random()}`;
    const { item } = await decide(text);
    const mine = people;
    people = await enrolled(world);
    world.clock.set('2029-01-01T00:00:00.000Z');
    const other = await handIn(text);
    people = mine;
    world.clock.set('2029-04-01T00:00:00.000Z');
    await (await remove(['evidence'])).answer().expect(201);
    expect(other.file.sha256).toBe(item.file.sha256);
    expect(existsSync(pathOf(item.file.sha256))).toBe(true);
    expect(await problems()).toEqual([]);
  });

  it('leaves to the sweep the bytes that a crash after the commit left', async () => {
    const { item } = await decide();
    world.clock.set('2029-04-01T00:00:00.000Z');
    crash = true;
    await (await remove(['evidence'])).answer().expect(201);
    expect(existsSync(pathOf(item.file.sha256))).toBe(true);
    expect(await problems()).toEqual([]);
    crash = false;
    await world.app.get(Sweeper).sweep();
    expect(existsSync(pathOf(item.file.sha256))).toBe(false);
  });

  it('is refused when anything has changed since it was confirmed, and for one’s own records', async () => {
    await decide();
    world.clock.set('2029-04-01T00:00:00.000Z');
    const { body } = await remove(['evidence']);
    const wrong = { ...body, confirm: sha256('something else') };
    expect((await world.operator.post(`${retention()}/deletions`, wrong).expect(409)).body.code).toBe(
      'deletion_changed',
    );
    for (const items of [
      [],
      [...body.items, ...body.items],
      [{ assessmentId: 'x', kind: 'evidence' }],
      'all',
      [null],
    ]) {
      await world.operator.post(`${retention()}/deletions`, { items, confirm: body.confirm }).expect(400);
    }
    await world.operator
      .post(`/training-bodies/${world.bodyId}/memberships`, { userId: people.candidate.id, role: 'administrator' })
      .expect(201);
    await people.candidate.post(`${retention()}/deletions`, body).expect(403);
    await world.operator.post(`${retention()}/deletions`, body).expect(201);
  });

  it('closes an assessment that nobody decided', async () => {
    const item = await handIn('無下文');
    world.clock.set('2029-04-01T00:00:00.000Z');
    await (await remove(['evidence'])).answer().expect(201);
    const { body } = await people.candidate.get(path()).expect(200);
    expect(body.withdrawnAt).not.toBeNull();
    expect((await people.candidate.get(`/evidence/${item.id}`).expect(200)).body.deletion.kind).toBe('evidence');
    const late = people.candidate.upload(`${path()}/evidence`).field('title', '太晚').field('statement', '內容');
    expect((await late.expect(409)).body.code).toBe('assessment_withdrawn');
  });
});

describe('the database', () => {
  const rows = () => ({
    judgements: `DELETE FROM judgements WHERE assessment_id = '${people.assessmentId}'`,
    declarations: `DELETE FROM declarations WHERE item_id IN (SELECT id FROM evidence_items WHERE assessment_id = '${people.assessmentId}')`,
    verdicts: `UPDATE verdicts SET record = '' WHERE assessment_id = '${people.assessmentId}'`,
  });

  it('lets append-only rows go only with their tombstone, and then nothing but what is to go', async () => {
    const { verdict, claimId } = await decide();
    const source = world.app.get(DataSource);
    for (const statement of Object.values(rows())) await expect(source.query(statement)).rejects.toThrow('append-only');
    world.clock.set('2031-04-01T00:00:00.000Z');
    await (await remove(['register'])).answer().expect(201);
    for (const table of ['judgements', 'declarations'] as const) {
      await expect(source.query(rows()[table])).rejects.toThrow('append-only');
    }
    for (const change of [`outcome = 'competent'`, `record = '{}'`, `record = '', pdf_sha256 = ''`]) {
      const statement = `UPDATE verdicts SET ${change} WHERE id = '${verdict.id}'`;
      await expect(source.query(statement)).rejects.toThrow('append-only');
    }
    await expect(source.query(`DELETE FROM verdicts WHERE id = '${verdict.id}'`)).rejects.toThrow();
    await (await remove(['judgements'])).answer().expect(201);
    await expect(
      source.query(`UPDATE judgements SET reason = 'x' WHERE claim_id = '${claimId}'`),
    ).resolves.toBeDefined();
    await expect(source.query('DELETE FROM tombstones')).rejects.toThrow('append-only');
  });

  it('lets no other assessment’s rows go with it', async () => {
    await decide();
    const mine = people;
    people = await enrolled(world);
    await decide();
    const theirs = rows();
    people = mine;
    world.clock.set('2031-04-01T00:00:00.000Z');
    await (await remove(['evidence', 'judgements', 'register'])).answer().expect(201);
    const source = world.app.get(DataSource);
    for (const statement of Object.values(theirs)) await expect(source.query(statement)).rejects.toThrow('append-only');
  });
});
