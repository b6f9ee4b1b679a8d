import { AuditEntry } from '../src/audit/audit-entry.entity.js';
import { Database } from '../src/database/database.js';
import { enrolled, type Enrolled } from './factories/enrolled.js';
import { type Persona, World } from './world.js';

let world: World;
let people: Enrolled;
let officer: Persona;

beforeAll(async () => {
  world = await World.open();
  officer = await world.person('王承辦', ['officer']);
});
afterAll(() => world?.close());
beforeEach(async () => {
  people = await enrolled(world);
});

const path = () => `/assessments/${people.assessmentId}`;
const change = (body: object, by = officer) => by.patch(`${path()}/enrolment`, body);
const labels = async () => {
  const { body } = await officer.get(path()).expect(200);
  return { workplace: body.workplace, cohort: body.cohort };
};

describe('an enrolment', () => {
  it('names the workplace from the start', async () => {
    const candidate = await world.person('許小明', ['candidate']);
    const { documentId, assessor } = people;
    const enrolment = { candidateId: candidate.id, documentId, pathway: 'rpl', leadAssessorId: assessor.id };
    const { body } = await officer
      .post(`/training-bodies/${world.bodyId}/assessments`, { ...enrolment, workplace: ' 高雄客服中心 ' })
      .expect(201);
    expect(body.workplace).toBe('高雄客服中心');
    const { body: found } = await officer
      .get(`/assessments?workplace=${encodeURIComponent('高雄客服中心')}`)
      .expect(200);
    expect(found.items.map(({ id }: { id: string }) => id)).toEqual([body.id]);
    expect((await officer.get(`/assessments?workplace=${encodeURIComponent('高雄')}`)).body.items).toEqual([]);
  });

  it('is corrected field by field: what is left out stays, and null or nothing clears', async () => {
    const { body } = await change({ workplace: '台北門市', cohort: '春班' }).expect(200);
    expect(body).toMatchObject({ id: people.assessmentId, workplace: '台北門市', cohort: '春班' });
    await change({ workplace: '板橋門市' }).expect(200);
    expect(await labels()).toEqual({ workplace: '板橋門市', cohort: '春班' });
    await change({ cohort: null }).expect(200);
    expect(await labels()).toEqual({ workplace: '板橋門市', cohort: null });
    await change({ workplace: '  ' }).expect(200);
    expect(await labels()).toEqual({ workplace: null, cohort: null });
  });

  it('is remembered by what was changed, not to which words, and not where nothing was', async () => {
    await change({ workplace: '台北門市', cohort: '春班' }).expect(200);
    await change({ workplace: '台北門市' }).expect(200);
    await change({}).expect(200);
    const where = { subjectId: people.assessmentId, action: 'enrolment.changed' };
    const entries = await world.app.get(Database).read.findBy(AuditEntry, where);
    expect(entries.map(({ actorId, data }) => [actorId, JSON.parse(data)])).toEqual([
      [officer.id, { fields: ['cohort', 'workplace'] }],
    ]);
  });

  it('is not corrected by who only assesses or is assessed', async () => {
    await change({ workplace: 'x' }, people.assessor).expect(403);
    await change({ workplace: 'x' }, people.candidate).expect(403);
    await change({ workplace: 'x' }, await world.person('路人', ['candidate'])).expect(404);
    expect(await labels()).toEqual({ workplace: null, cohort: null });
  });

  it('is fixed once the assessment is closed', async () => {
    await people.candidate.post(`${path()}/withdrawal`, { reason: '離職' }).expect(200);
    const { body } = await change({ workplace: '台北門市' }).expect(409);
    expect(body.code).toBe('assessment_withdrawn');
  });

  it.each([
    ['a number', { workplace: 7 }],
    ['a list', { workplace: ['台北'] }],
    ['101 characters', { workplace: 'x'.repeat(101) }],
    ['another field of the assessment', { pathway: 'rpl' }],
  ])('refuses %s', async (_, body) => {
    await change(body).expect(400);
  });
});
