import { enrolled, type Enrolled } from './factories/enrolled.js';
import { World } from './world.js';

let world: World;
let people: Enrolled;
const path = () => `/assessments/${people.assessmentId}`;
const leave = (by = people.candidate) => by.post(`${path()}/withdrawal`, { reason: '換了工作，不再繼續。' });

beforeAll(async () => {
  world = await World.open();
});
beforeEach(async () => {
  people = await enrolled(world);
});
afterAll(() => world?.close());

describe('withdrawal', () => {
  it('closes the assessment for good: not assessed, and everything in it can still be read', async () => {
    const { body } = await leave().expect(200);
    expect(body).toMatchObject({
      withdrawnAt: expect.any(String),
      withdrawalReason: '換了工作，不再繼續。',
      decidedAt: null,
    });
    const statement = { title: '太晚', statement: '內容' };
    const call = people.candidate.upload(`${path()}/evidence`);
    for (const [name, value] of Object.entries(statement)) call.field(name, value);
    expect((await call.expect(409)).body.code).toBe('assessment_withdrawn');
    const verdict = { outcome: 'competent' };
    expect((await people.assessor.post(`${path()}/verdicts`, verdict).expect(409)).body.code).toBe(
      'assessment_withdrawn',
    );
    await people.assessor.get(`${path()}/coverage`).expect(200);
  });

  it('stands as it was given: to withdraw again changes nothing', async () => {
    const { body: first } = await leave().expect(200);
    const { withdrawnAt, withdrawalReason, revision } = first;
    const { body: again } = await world.operator.post(`${path()}/withdrawal`, { reason: '另一個理由' }).expect(200);
    expect(again).toMatchObject({ withdrawnAt, withdrawalReason, revision });
  });

  it('measures the assessment at the day it was left, however long ago', async () => {
    await leave().expect(200);
    const measured = async () => (await people.assessor.get(`${path()}/coverage`).expect(200)).body.measuredAt;
    const then = await measured();
    world.clock.pass(400);
    expect(await measured()).toBe(then);
  });

  it('leaves the way open to enrol again as the next attempt', async () => {
    const enrolment = {
      candidateId: people.candidate.id,
      documentId: people.documentId,
      pathway: 'training',
      leadAssessorId: people.assessor.id,
    };
    const enrol = () => world.operator.post(`/training-bodies/${world.bodyId}/assessments`, enrolment);
    await enrol().expect(409);
    await leave().expect(200);
    expect((await enrol().expect(201)).body.attempt).toBe(2);
  });

  it('shows in the grid as not assessed', async () => {
    await leave().expect(200);
    const query = `documentId=${people.documentId}&limit=200`;
    const { body } = await world.operator.get(`/training-bodies/${world.bodyId}/grid?${query}`).expect(200);
    const row = body.items.find((one: { assessmentId: string }) => one.assessmentId === people.assessmentId);
    expect(row).toMatchObject({ outcome: 'not_assessed', withdrawnAt: expect.any(String) });
  });

  it('needs a word of reason, and is not for assessors to decide', async () => {
    await people.candidate.post(`${path()}/withdrawal`, { reason: ' ' }).expect(400);
    await leave(people.assessor).expect(403);
  });
});
