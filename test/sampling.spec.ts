import { createHash, randomUUID } from 'node:crypto';
import { decided, type Decided } from './factories/decided.js';
import { type Persona, World } from './world.js';

const none = { newAssessor: 0, newUnit: 0, complaint: 0, firstVerdicts: 0 };
const period = { periodFrom: '2026-03-01', periodTo: '2026-12-31' };
const everything = { ...period, basePercent: 100, risk: none };

let world: World;
let officer: Persona;
let verifier: Persona;
let first: Decided;
let second: Decided;
beforeAll(async () => {
  world = await World.open();
  officer = await world.person('王承辦', ['officer']);
  verifier = await world.person('吳審查', ['verifier']);
  first = await decided(world);
  second = await decided(world);
});
afterAll(() => world?.close());

const plans = () => `/training-bodies/${world.bodyId}/sampling-plans`;
const planned = async (changes: object = {}) =>
  (await officer.post(plans(), { ...everything, ...changes }).expect(201)).body;
const draws = async (planId: string) => (await officer.post(`${plans()}/${planId}/draws`).expect(200)).body;
const samplesOf = async (planId: string, query = '') =>
  (await officer.get(`${plans()}/${planId}/samples${query}`).expect(200)).body;

describe('a sampling plan', () => {
  it('gets its seed from the server, is there once however often it is sent, and shows in the list', async () => {
    const id = randomUUID();
    const plan = await planned({ id });
    expect(plan.seed).toMatch(/^[0-9a-f]{32}$/);
    const again = await officer.post(plans(), { ...everything, id }).expect(200);
    expect(again.body.seed).toBe(plan.seed);
    const list = await verifier.get(plans()).expect(200);
    expect(list.body.items.filter((one: { id: string }) => one.id === id)).toEqual([plan]);
  });

  it.each<[string, object, string]>([
    ['a seed of one’s own', { seed: '00'.repeat(16) }, 'seed'],
    ['a period that ends before it begins', { periodFrom: '2026-05-02', periodTo: '2026-05-01' }, 'periodTo'],
    ['more than everything', { basePercent: 101 }, 'basePercent'],
    ['a document that is not there', { documentBaseCode: 'XXX1X0001' }, 'documentBaseCode'],
    ['an assessor who is none', { assessorId: randomUUID() }, 'assessorId'],
    ['a risk that is no number', { risk: { ...none, complaint: 'all' } }, 'risk.complaint'],
    [
      'a threshold of nothing',
      { thresholds: { newAssessor: 0, newUnit: 1, firstVerdicts: 1 } },
      'thresholds.newAssessor',
    ],
  ])('is refused with %s', async (_, changes, field) => {
    const { body } = await officer.post(plans(), { ...everything, ...changes }).expect(400);
    expect(body.errors.map((error: { field: string }) => error.field)).toEqual([field]);
  });
});

describe('a draw', () => {
  it('shows before what it will do, does it once, and says why in both languages', async () => {
    const { id } = await planned({ risk: { ...none, newAssessor: 100 }, basePercent: 10 });
    const preview = await officer.get(`${plans()}/${id}/draws/preview`).expect(200);
    expect(preview.body).toMatchObject({ population: 2, before: 0, added: 2 });
    expect((await samplesOf(id)).items).toEqual([]);
    expect(await draws(id)).toEqual(preview.body);
    expect(await draws(id)).toMatchObject({ population: 2, before: 2, added: 0, drawn: [] });
    const { items } = await samplesOf(id);
    expect(items.map(({ explanation }: { explanation: string[] }) => explanation)).toEqual(
      Array(2).fill(['基本抽樣：10%', '新評量者，之前的判定不到 5 件：100%']),
    );
    const english = await verifier.get(`${plans()}/${id}/samples`).set('Accept-Language', 'en').expect(200);
    expect(english.body.items[0].explanation).toEqual([
      'Base sample: 10%',
      'New assessor, with fewer than 5 verdicts before: 100%',
    ]);
  });

  it('goes by lots that anybody can work out', async () => {
    const { id, seed } = await planned();
    await draws(id);
    const { items } = await samplesOf(id);
    const lot = (assessmentId: string) =>
      createHash('sha256')
        .update(seed + assessmentId)
        .digest('hex');
    const expected = [first, second].map(({ assessmentId }) => assessmentId).sort((a, b) => (lot(a) < lot(b) ? -1 : 1));
    expect(items.map(({ assessmentId }: { assessmentId: string }) => assessmentId)).toEqual(expected);
    expect(items.map(({ rank }: { rank: number }) => rank)).toEqual([1, 2]);
    expect(items[0].lotPercent).toBeCloseTo((Number(`0x${lot(expected[0]!).slice(0, 12)}`) / 2 ** 48) * 100, 9);
  });

  it('pages through its samples', async () => {
    const { id } = await planned();
    await draws(id);
    const page = await samplesOf(id, '?limit=1');
    const next = await samplesOf(id, `?limit=1&cursor=${page.next}`);
    expect([...page.items, ...next.items]).toEqual((await samplesOf(id)).items);
    expect(next.next).toBeNull();
  });

  it('keeps to its period, document and assessor', async () => {
    const counts = async (changes: object) => (await draws((await planned(changes)).id)).population;
    expect(await counts({ periodFrom: '2020-01-01', periodTo: '2020-12-31' })).toBe(0);
    expect(await counts({ documentBaseCode: 'KMM5R0915' })).toBe(2);
    expect(await counts({ assessorId: first.assessor.id })).toBe(1);
  });

  it('adds later verdicts and leaves what was drawn', async () => {
    const { id } = await planned();
    await draws(id);
    const before = (await samplesOf(id)).items;
    const third = await decided(world);
    expect(await draws(id)).toMatchObject({ added: 1, drawn: [{ assessmentId: third.assessmentId }] });
    expect((await samplesOf(id)).items.slice(0, 2)).toEqual(before);
  });
});

describe('who verifies a sample', () => {
  it('is a verifier who took no part, and who then finds the decided assessment', async () => {
    const { id } = await planned({ assessorId: first.assessor.id });
    await draws(id);
    const [sample] = (await samplesOf(id)).items;
    const other = await world.person('鄭審查', ['verifier']);
    await other.get(`/assessments/${first.assessmentId}`).expect(404);
    const path = `/samples/${sample.id}/assignment`;
    const { body } = await officer.post(path, { verifierId: other.id }).expect(201);
    expect(body.verifiers).toMatchObject([{ id: other.id, name: '鄭審查', verifiedAt: null }]);
    await officer.post(path, { verifierId: other.id }).expect(200);
    const seen = await other.get(`/assessments/${first.assessmentId}`).expect(200);
    expect(seen.body.assignments.filter(({ duty }: { duty: string }) => duty === 'verifier')).toHaveLength(1);
    await other.get(`/assessments/${first.assessmentId}/coverage`).expect(200);
  });

  it('is not who assessed, even as a verifier too', async () => {
    const roles = `/training-bodies/${world.bodyId}/memberships`;
    await world.operator.post(roles, { userId: second.assessor.id, role: 'verifier' }).expect(201);
    const { id } = await planned({ assessorId: second.assessor.id });
    await draws(id);
    const [sample] = (await samplesOf(id)).items;
    const refused = await officer
      .post(`/samples/${sample.id}/assignment`, { verifierId: second.assessor.id })
      .expect(422);
    expect(refused.body).toMatchObject({ code: 'rule_broken', details: { rule: 'P9', reason: 'verifier_took_part' } });
    await officer.post(`/samples/${sample.id}/assignment`, { verifierId: officer.id }).expect(404);
    await officer.post(`/samples/${randomUUID()}/assignment`, { verifierId: verifier.id }).expect(404);
  });
});
