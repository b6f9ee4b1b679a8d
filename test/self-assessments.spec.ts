import { enrolled, type Enrolled } from './factories/enrolled.js';
import { World } from './world.js';

let world: World;
let people: Enrolled;
const path = () => `/assessments/${people.assessmentId}/self-assessments`;
const rate = (ratings: object[]) => people.candidate.post(path(), { ratings });

beforeAll(async () => {
  world = await World.open();
  people = await enrolled(world);
});
afterAll(() => world?.close());

describe('self-assessment', () => {
  it('begins with nothing said', async () => {
    expect((await people.candidate.get(path()).expect(200)).body).toEqual([]);
  });

  it('keeps the latest word on each target, and every word before it', async () => {
    await rate([
      { targetRef: '1.1', rating: 'can', note: '每週都做' },
      { targetRef: '1.2', rating: 'not_yet' },
    ]).expect(200);
    const { body } = await rate([{ targetRef: '1.2', rating: 'partly' }]).expect(200);
    expect(body).toMatchObject([
      { targetRef: '1.1', rating: 'can', note: '每週都做' },
      { targetRef: '1.2', rating: 'partly', note: null },
    ]);
    const { body: history } = await people.assessor.get(`${path()}/history?limit=2`).expect(200);
    expect(history.items.map(({ rating }: { rating: string }) => rating)).toEqual(['can', 'not_yet']);
    const { body: rest } = await people.assessor.get(`${path()}/history?cursor=${history.next}`).expect(200);
    expect(rest).toMatchObject({ items: [{ targetRef: '1.2', rating: 'partly' }], next: null });
  });

  it('changes nothing in the coverage, whatever the candidate says', async () => {
    const coverage = async () => {
      const { body } = await people.assessor.get(`/assessments/${people.assessmentId}/coverage`).expect(200);
      return { ...body, revision: 0, measuredAt: '' };
    };
    const before = await coverage();
    await rate([{ targetRef: 'KA1', rating: 'can' }]).expect(200);
    expect(await coverage()).toEqual(before);
  });

  test.each([
    ['a target of another document', [{ targetRef: 'P9.9.9', rating: 'can' }]],
    ['a heading', [{ targetRef: 'E1', rating: 'can' }]],
    ['a rating nobody offered', [{ targetRef: '1.1', rating: 'perfect' }]],
    ['nothing at all', []],
  ])('refuses %s, and keeps none of the rest', async (_, wrong) => {
    const before = (await people.candidate.get(`${path()}/history`)).body.items.length;
    await rate([{ targetRef: '1.3', rating: 'can' }, ...wrong].slice(wrong.length === 0 ? 1 : 0)).expect(400);
    expect((await people.candidate.get(`${path()}/history`)).body.items).toHaveLength(before);
  });
});
