import { randomUUID } from 'node:crypto';
import { enrolled } from './factories/enrolled.js';
import { type Persona, World } from './world.js';

const record = {
  form: 'demonstration',
  task: '依公司流程處理一件退換貨，並說明每一步的依據。',
  startedAt: '2026-03-01T09:00:00+08:00',
  place: '訓練教室',
  method: 'M1',
  outcomes: [{ ref: '1.1', outcome: 'shown' }],
};

describe('demonstrations', () => {
  let world: World;
  let candidate: Persona;
  let assessor: Persona;
  let assessmentId: string;
  beforeAll(async () => {
    world = await World.open();
    ({ candidate, assessor, assessmentId } = await enrolled(world));
  });
  afterAll(() => world?.close());

  const path = (id: string) => `/assessments/${assessmentId}/observations/${id}`;
  const make = async (change: object = {}) => {
    const id = randomUUID();
    const { body, headers } = await assessor.put(path(id), { ...record, ...change }).expect(201);
    return { id, body, etag: headers.etag! };
  };

  it('are direct evidence of a form of their own, titled by it', async () => {
    const { id, body } = await make();
    expect(body).toMatchObject({ form: 'demonstration', task: record.task, title: '實作示範 2026-03-01' });
    const item = await assessor.get(`/evidence/${id}`).expect(200);
    expect(item.body).toMatchObject({ form: 'demonstration', class: 'direct', producedBy: 'assessor' });
    const listed = await assessor.get(`/assessments/${assessmentId}/observations`).expect(200);
    expect(listed.body.find((one: { id: string }) => one.id === id)).toMatchObject({ form: 'demonstration' });
  });

  it('are not signed before they say what was asked, which the signature then covers', async () => {
    const { id, etag } = await make({ task: undefined });
    const refused = await assessor.post(`/observations/${id}/signature`, {}).expect(400);
    expect(refused.body.errors.map((e: { field: string }) => e.field)).toEqual(['task']);
    await assessor.put(path(id), record).set('If-Match', etag).expect(200);
    const { body: covered } = await assessor.get(`/observations/${id}/signature`).expect(200);
    expect(covered.content).toMatchObject({ form: 'demonstration', task: record.task });
    const { body } = await assessor.post(`/observations/${id}/signature`, {}).expect(200);
    expect(body.claims).toMatchObject([{ itemId: id, targetRef: '1.1', method: 'M1' }]);
  });

  it('are made once and answer the same however often they are sent', async () => {
    const { id, body } = await make();
    expect((await assessor.put(path(id), record).expect(200)).body).toEqual(body);
  });

  it.each<[string, object, object, string]>([
    ['an observation into a demonstration', { form: 'observation', task: null }, record, 'form'],
    ['a demonstration into an observation', record, { ...record, form: 'observation', task: null }, 'form'],
    ['a demonstration by leaving its form out', record, { ...record, form: undefined, task: null }, 'form'],
  ])('are what they were made as: nobody turns %s', async (_, made, sent, field) => {
    const { id, etag } = await make(made);
    const { body } = await assessor
      .put(path(id), { ...record, ...sent })
      .set('If-Match', etag)
      .expect(400);
    expect(body.errors.map((e: { field: string }) => e.field)).toEqual([field]);
  });

  it.each<[string, object, string]>([
    ['a task of normal work', { form: 'observation' }, 'task'],
    ['a form that nobody watches', { form: 'questioning' }, 'form'],
    ['a task without end', { task: '長'.repeat(5001) }, 'task'],
    ['a task that is no text', { task: ['退貨'] }, 'task'],
  ])('are refused with %s', async (_, change, field) => {
    const { body } = await assessor.put(path(randomUUID()), { ...record, ...change }).expect(400);
    expect(body.errors.map((e: { field: string }) => e.field)).toEqual([field]);
  });

  it('keep their claims from the candidate until they are signed', async () => {
    const { id } = await make();
    const claims = [{ itemId: id, targetRef: '1.2' }];
    await assessor.post(`/assessments/${assessmentId}/claims`, { claims }).expect(201);
    const seen = async () => {
      const { body } = await candidate.get(`/assessments/${assessmentId}/claims?itemId=${id}`).expect(200);
      return body.items.map((claim: { targetRef: string }) => claim.targetRef) as string[];
    };
    expect(await seen()).toEqual([]);
    await candidate.get(`/observations/${id}`).expect(404);
    await assessor.post(`/observations/${id}/signature`, {}).expect(200);
    expect((await seen()).sort()).toEqual(['1.1', '1.2']);
  });
});

describe('a product', () => {
  it('is an item of the portfolio, which an assessor claims with and judges', async () => {
    const world = await World.open();
    try {
      const { candidate, assessor, assessmentId } = await enrolled(world);
      const made = await candidate
        .upload(`/assessments/${assessmentId}/evidence`)
        .field('title', '修好的咖啡機')
        .attach('files', Buffer.from('成品的照片與尺寸'), '成品.txt')
        .expect(201);
      const claims = [{ itemId: made.body.id, targetRef: '1.1', method: 'M1' }];
      const { body } = await assessor.post(`/assessments/${assessmentId}/claims`, { claims }).expect(201);
      const rules = { validity: true, sufficiency: true, authenticity: true, currency: true };
      const judgements = [{ claimId: body[0].id, decision: 'accepted', rules }];
      await assessor.post(`/assessments/${assessmentId}/judgements`, { judgements }).expect(201);
    } finally {
      await world.close();
    }
  });
});
