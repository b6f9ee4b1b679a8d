import { type Enrolled, enrolled } from './factories/enrolled.js';
import { type Persona, World } from './world.js';

describe('looking for people and assessments', () => {
  let world: World;
  let subject: Enrolled;
  let officer: Persona;
  beforeAll(async () => {
    world = await World.open();
    officer = await world.person('王承辦', ['officer']);
    subject = await enrolled(world);
    await world.person('Åsa 100% 林', ['candidate']);
    await world.operator.patch(`/assessments/${subject.assessmentId}/enrolment`, { cohort: '秋季班' }).expect(200);
  });
  afterAll(() => world.close());

  const people = async (search: string): Promise<string[]> => {
    const path = `/training-bodies/${world.bodyId}/people?search=${encodeURIComponent(search)}`;
    const { body } = await officer.get(path).expect(200);
    return body.items.map(({ name }: { name: string }) => name);
  };
  const assessments = async (by: Persona, search: string): Promise<string[]> => {
    const { body } = await by.get(`/assessments?search=${encodeURIComponent(search)}`).expect(200);
    return body.items.map(({ id }: { id: string }) => id);
  };

  it('finds people by a part of the name or address, whatever the case, and each sign as itself', async () => {
    expect(await people('小美')).toEqual(['林小美']);
    expect(await people('100% 林')).toEqual(['Åsa 100% 林']);
    expect(await people('SA 100')).toEqual(['Åsa 100% 林']);
    expect(await people('ADMIN@')).toEqual(['系統管理者']);
    expect(await people('%')).toEqual(['Åsa 100% 林']);
    expect(await people('沒有')).toEqual([]);
  });

  it('finds assessments by whose, of what and in which cohort they are', async () => {
    const { assessmentId, assessor, candidate } = subject;
    for (const search of ['小美', 'kmm5r0915', '行銷策略', '秋季']) {
      expect([search, await assessments(officer, search)]).toEqual([search, [assessmentId]]);
    }
    expect(await assessments(assessor, '小美')).toEqual([assessmentId]);
    expect(await assessments(candidate, '小美')).toEqual([assessmentId]);
    expect(await assessments(officer, '100%')).toEqual([]);
  });

  it('shows nobody what they may not see', async () => {
    const other = await world.person('外人', ['assessor']);
    expect(await assessments(other, '小美')).toEqual([]);
    await other.get(`/training-bodies/${world.bodyId}/people?search=小美`).expect(403);
  });
});
