import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { buffer } from 'node:stream/consumers';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { decided } from './factories/decided.js';
import { enrolled } from './factories/enrolled.js';
import { type Persona, World } from './world.js';

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const period = { periodFrom: '2026-03-01', periodTo: '2026-12-31' };
const risk = { newAssessor: 0, newUnit: 0, complaint: 0, firstVerdicts: 0 };

let world: World;
let officer: Persona;
beforeAll(async () => {
  world = await World.open();
  officer = await world.person('王承辦', ['officer']);
});
afterAll(() => world?.close());

/** The hashes of everything in an archive. */
async function hashesIn(call: ReturnType<Persona['post']>): Promise<Set<string>> {
  const answer = await call.buffer(true).parse((response, done) => {
    void buffer(response as never).then((all) => done(null, all));
  });
  expect(answer.status).toBe(200);
  const zip = await new Promise<ZipFile>((resolve, reject) =>
    fromBuffer(answer.body as Buffer, { lazyEntries: true }, (error, opened) =>
      error ? reject(error) : resolve(opened),
    ),
  );
  const hashes = new Set<string>();
  await new Promise<void>((resolve, reject) => {
    zip.on('error', reject).on('end', resolve);
    zip.on('entry', (entry: Entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        void buffer(stream).then((content) => {
          hashes.add(sha256(content));
          zip.readEntry();
        }, reject);
      });
    });
    zip.readEntry();
  });
  return hashes;
}

/** Has this verifier judge the assessment, which somebody decided, blind. */
async function blind(assessmentId: string, verifierId: string): Promise<void> {
  const plans = `/training-bodies/${world.bodyId}/sampling-plans`;
  const plan = await officer.post(plans, { ...period, basePercent: 100, risk, blind: true }).expect(201);
  await officer.post(`${plans}/${plan.body.id}/draws`).expect(200);
  const { body } = await officer.get(`${plans}/${plan.body.id}/samples?limit=200`).expect(200);
  const sample = body.items.find((one: { assessmentId: string }) => one.assessmentId === assessmentId);
  await officer.post(`/samples/${sample.id}/assignment`, { verifierId }).expect(201);
}

describe('an original of which there is a redacted copy', () => {
  const original = Buffer.from('王太太的電話是 0912-345-678。');
  const copy = Buffer.from('顧客的電話是 ██████。');
  let candidate: Persona;
  beforeAll(async () => {
    const people = await enrolled(world);
    candidate = people.candidate;
    const call = candidate.upload(`/assessments/${people.assessmentId}/evidence`).field('title', '處理紀錄');
    const { body } = await call.attach('files', original, '紀錄.txt').expect(201);
    await candidate
      .upload(`/evidence/${body.id}/files/${body.files[0].id}/redaction`)
      .field('reason', '遮去姓名與電話')
      .attach('files', copy, '遮蔽版.txt')
      .expect(201);
  });

  it('goes to the person themselves, and into no archive that a body makes of them', async () => {
    const own = await hashesIn(candidate.get('/me/export'));
    expect([own.has(sha256(original)), own.has(sha256(copy))]).toEqual([true, true]);
    const path = `/training-bodies/${world.bodyId}/people/${candidate.id}/export`;
    const theirs = await hashesIn(world.operator.get(path));
    expect([theirs.has(sha256(original)), theirs.has(sha256(copy))]).toEqual([false, true]);
  });

  it('is in an audit pack with its hash alone', async () => {
    const wanted = { from: '2026-03-01', to: '2026-03-31', withFiles: true };
    const { body: ordered } = await officer.post(`/training-bodies/${world.bodyId}/audit-packs`, wanted).expect(201);
    for (let state = 'waiting'; state !== 'done'; await sleep(20))
      ({ state } = (await officer.get(`/audit-packs/${ordered.id}`).expect(200)).body);
    const packed = await hashesIn(officer.get(`/audit-packs/${ordered.id}/content`));
    expect([packed.has(sha256(original)), packed.has(sha256(copy))]).toEqual([false, true]);
  });
});

describe('a verifier who is yet to judge blind', () => {
  it('learns nothing from the export of the person they are to judge, though they run the body', async () => {
    const { candidate, assessmentId } = await decided(world);
    const both = await world.person('周主任', ['administrator', 'verifier']);
    const path = `/training-bodies/${world.bodyId}/people/${candidate.id}/export`;
    await both.get(path).expect(200);
    await blind(assessmentId, both.id);
    expect((await both.get(path).expect(403)).body.code).toBe('blind_review');
    await world.operator.get(path).expect(200);
  });

  it('is not told which claims stood by what would go on under a newer version', async () => {
    const { assessmentId, documentId } = await decided(world, { '1.1': 'accepted', '1.2': 'rejected' });
    const verifier = await world.person('吳審查', ['verifier']);
    await blind(assessmentId, verifier.id);
    const path = `/assessments/${assessmentId}/transition?documentId=${documentId}`;
    expect((await verifier.get(path).expect(403)).body.code).toBe('blind_review');
  });
});

describe('an officer who is assessed by their own body', () => {
  it('is not told of what a verifier found in their own assessment, as the other officers are', async () => {
    const { assessor, documentId } = await enrolled(world);
    const both = await world.person('林承辦', ['officer', 'candidate']);
    const enrolment = { candidateId: both.id, documentId, pathway: 'training', leadAssessorId: assessor.id };
    const { body } = await world.operator.post(`/training-bodies/${world.bodyId}/assessments`, enrolment).expect(201);
    const interest = { conflict: false, statement: '無利害關係。' };
    await assessor.post(`/assessments/${body.id}/interest-declarations`, interest).expect(201);
    const verifier = await world.person('鄭審查', ['verifier']);
    const duty = { userId: verifier.id, duty: 'verifier' };
    await world.operator.post(`/assessments/${body.id}/assignments`, duty).expect(201);
    await decided(world, { '1.1': 'accepted' }, { candidate: both, assessor, assessmentId: body.id, documentId });
    const finding = { ruleOfEvidence: null, targetRef: null, text: '觀察紀錄過於簡略。' };
    const verification = { findings: [finding], outcome: 'action_required', action: '補充', dueOn: '2026-04-30' };
    await verifier.post(`/assessments/${body.id}/verifications`, { id: randomUUID(), ...verification }).expect(201);
    const told = async (who: Persona) =>
      (await who.get('/me/notices').expect(200)).body.items.filter(
        ({ kind }: { kind: string }) => kind === 'verification_action',
      );
    expect([(await told(officer)).length, (await told(both)).length]).toEqual([1, 0]);
  });
});

describe('requests for a correction', () => {
  it('are ten a day at most, as each is a letter to everybody who runs the body', async () => {
    const { candidate } = await enrolled(world);
    const ask = (i: number) => candidate.post('/me/correction-requests', { field: 'name', value: `林小美 ${i}` });
    for (let i = 0; i < 10; i += 1) await ask(i).expect(204);
    expect((await ask(10).expect(429)).body.code).toBe('throttled');
    await officer.post('/me/correction-requests', { field: 'name', value: '王承辨' }).expect(204);
    world.clock.pass(1.01);
    await ask(11).expect(204);
  });
});
