import { randomUUID } from 'node:crypto';
import { type Enrolled, enrolled } from './factories/enrolled.js';
import { type Persona, World } from './world.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Row = Record<string, any>;

const text = '客服中心行銷紀錄';
const rules = { validity: true, sufficiency: true, authenticity: true, currency: true };

describe('evidence that was carried over from an earlier attempt', () => {
  let world: World;
  let people: Enrolled;
  let candidate: Persona;
  let lead: Persona;
  let reader: Persona;
  let first: string;
  let second: string;
  let before: Record<'work' | 'observation' | 'questioning', Row>;
  let after: Record<'work' | 'observation' | 'questioning', Row>;
  let signature: Row;

  const itemsOf = async (id: string): Promise<Row[]> => (await lead.get(`/assessments/${id}/evidence`)).body.items;
  const named = (items: Row[]) => ({
    work: items.find(({ title }) => title === '行銷紀錄')!,
    observation: items.find(({ form }) => form === 'observation')!,
    questioning: items.find(({ form }) => form === 'questioning')!,
  });

  beforeAll(async () => {
    world = await World.open();
    people = await enrolled(world);
    ({ candidate, assessor: lead, assessmentId: first } = people);
    reader = await world.person('李評量', ['assessor']);
    const upload = candidate.upload(`/assessments/${first}/evidence`).field('title', '行銷紀錄').field('copy', 'true');
    const { body: work } = await upload
      .field('producedOn', '2026-02-01')
      .attach('files', Buffer.from(text), '紀錄.txt')
      .expect(201);
    await candidate.post(`/evidence/${work.id}/declaration`).expect(201);
    await lead.post(`/evidence/${work.id}/checks`, { kind: 'original_sighted' }).expect(201);
    const observed = {
      startedAt: '2026-03-01T14:00:00+08:00',
      endedAt: '2026-03-01T15:00:00+08:00',
      place: '信義門市',
    };
    const shown = { ...observed, method: 'M3', outcomes: [{ ref: '1.1', outcome: 'shown' }] };
    const observation = randomUUID();
    await lead.put(`/assessments/${first}/observations/${observation}`, shown).expect(201);
    await lead
      .upload(`/evidence/${observation}/files`)
      .attach('files', Buffer.from('現場筆記'), '筆記.txt')
      .expect(201);
    await lead.post(`/observations/${observation}/signature`, {}).expect(200);
    const questioning = randomUUID();
    const question = { id: 'Q1', text: '名單從哪裡來？', mode: 'oral', answer: '三個系統。', outcome: 'satisfactory' };
    const asked = {
      askedAt: '2026-03-01T16:00:00+08:00',
      endedAt: '2026-03-01T16:20:00+08:00',
      place: '信義門市',
      method: 'M3',
    };
    const talk = { ...asked, about: [work.id], questions: [{ ...question, refs: ['1.1'] }] };
    await lead.put(`/assessments/${first}/questionings/${questioning}`, talk).expect(201);
    await lead.post(`/questionings/${questioning}/signature`, {}).expect(200);
    const place = { fileId: work.files[0].id, page: 1 };
    await candidate
      .post(`/assessments/${first}/claims`, { claims: [{ itemId: work.id, targetRef: '1.2', place }] })
      .expect(201);
    signature = (await lead.get(`/observations/${observation}/signature`).expect(200)).body;
    before = named(await itemsOf(first));
    await candidate.post(`/assessments/${first}/withdrawal`, { reason: '換了班別。' }).expect(({ status }) => {
      expect(status).toBeLessThan(300);
    });
    const wish = { leadAssessorId: reader.id, carryOver: 'all' };
    const { body } = await world.operator.post(`/assessments/${first}/reassessment`, wish).expect(201);
    second = body.id;
    await world.operator.post(`/assessments/${second}/assignments`, { userId: lead.id, duty: 'assessor' }).expect(201);
    after = named(await itemsOf(second));
  });
  afterAll(() => world?.close());

  it('has the files, the declaration, the checks and the hash of its origin', () => {
    for (const kind of ['work', 'observation', 'questioning'] as const) {
      const [was, is] = [before[kind], after[kind]];
      expect(is.id).not.toBe(was.id);
      const said = ({ files, declaredAt, checks, contentSha256, signedAt }: Row) => {
        return { files, declaredAt, checks, contentSha256, signedAt };
      };
      expect(said(is)).toEqual(said(was));
    }
    expect(after.work.checks).toMatchObject([{ kind: 'original_sighted' }]);
  });

  it('opens its files to whoever may read it, though the first attempt is not theirs', async () => {
    const fileId = before.work.files[0].id as string;
    await reader.get(`/evidence/${before.work.id}/files/${fileId}/content`).expect(404);
    const { text: bytes } = await reader.get(`/evidence/${after.work.id}/files/${fileId}/content`).expect(200);
    expect(bytes).toBe(text);
    await reader.get(`/evidence/${after.observation.id}/files/${fileId}/content`).expect(404);
  });

  it.each(['observation', 'questioning'] as const)('shows the %s record under its own id and number', async (kind) => {
    const { body } = await reader.get(`/${kind}s/${after[kind].id}`).expect(200);
    expect(body).toMatchObject({ id: after[kind].id, assessmentId: second, number: after[kind].number });
    const { body: all } = await reader.get(`/assessments/${second}/${kind}s`).expect(200);
    expect(all).toMatchObject([{ id: after[kind].id, signedSha256: body.signedSha256 }]);
  });

  it('has a record whose signature covers what was signed then', async () => {
    const { body } = await reader.get(`/observations/${after.observation.id}/signature`).expect(200);
    expect(body).toEqual({ ...signature, observationId: after.observation.id });
    const again = await lead.post(`/observations/${after.observation.id}/signature`, {}).expect(200);
    expect(again.body.claims).toMatchObject([{ itemId: after.observation.id, targetRef: '1.1' }]);
  });

  it.each<[string, (item: Row) => Promise<{ status: number; body: Row }>]>([
    ['corrections', (item) => candidate.patch(`/evidence/${item.id}`, { title: '新題名' }).set('If-Match', '"x"')],
    ['files', (item) => candidate.upload(`/evidence/${item.id}/files`).attach('files', Buffer.from('x'), 'x.txt')],
    [
      'redacted copies',
      (item) =>
        candidate
          .upload(`/evidence/${item.id}/files/${item.files[0].id}/redaction`)
          .field('reason', '遮蔽')
          .attach('files', Buffer.from('遮蔽'), 'x.txt'),
    ],
  ])('takes no %s', async (_, ask) => {
    const { status, body } = await ask(after.work);
    expect([status, body.code]).toEqual([409, 'evidence_carried_over']);
  });

  it('may be claimed by a place in a file of its origin', async () => {
    const place = { fileId: after.work.files[0].id, page: 2 };
    const claims = [{ itemId: after.work.id, targetRef: '1.3', place }];
    await candidate.post(`/assessments/${second}/claims`, { claims }).expect(201);
    const foreign = [{ ...claims[0], place: { fileId: after.observation.files[0].id } }];
    await candidate.post(`/assessments/${second}/claims`, { claims: foreign }).expect(404);
  });

  it('tells who opened it in the attempt that they opened it in', async () => {
    const accesses = async (id: string): Promise<Row[]> =>
      (await candidate.get(`/assessments/${id}/evidence-accesses`).expect(200)).body.items;
    const taken = (await accesses(second)).filter(({ kind }) => kind === 'download');
    expect(taken).toMatchObject([{ itemId: after.work.id, fileName: '紀錄.txt', user: { id: reader.id } }]);
    expect((await accesses(first)).filter(({ user }) => user.id === reader.id)).toEqual([]);
  });

  it('is in the verdict with its record, its conversations and the attempt it is from', async () => {
    await world.operator
      .post(`/training-bodies/${world.bodyId}/qualifications`, {
        userId: reader.id,
        title: '評量師',
        validFrom: '2024-01-01',
      })
      .expect(201);
    const interest = { conflict: false, statement: '與受評者無利害關係。' };
    await reader.post(`/assessments/${second}/interest-declarations`, interest).expect(201);
    const { body: page } = await reader.get(`/assessments/${second}/claims`).expect(200);
    const judgements = page.items.map(({ id }: Row) => ({ claimId: id, decision: 'accepted', rules }));
    await reader.post(`/assessments/${second}/judgements`, { judgements }).expect(201);
    const draft = {
      outcome: 'not_yet_competent',
      reasons: '尚有指標沒有證據。',
      gaps: [{ targetRef: '2.1', text: '沒有紀錄' }],
      feedback: '其餘清楚。',
      nextStep: '補上紀錄。',
    };
    const { body: verdict } = await reader.post(`/assessments/${second}/verdicts`, draft).expect(201);
    const { body: record } = await reader.get(`/verdicts/${verdict.id}/record`).expect(200);
    const printed = named(record.items);
    expect(Object.values(printed).map(({ fromAttempt }) => fromAttempt)).toEqual([1, 1, 1]);
    expect(printed.work.files).toMatchObject([{ name: '紀錄.txt', sha256: before.work.files[0].sha256 }]);
    expect(printed.work.circumstances.confirmedBy).toEqual([printed.questioning.number]);
    expect(printed.observation.observation).toMatchObject({ observedBy: { id: lead.id, name: '陳評量' } });
    expect(printed.questioning.questioning).toMatchObject({ about: [printed.work.number] });
  });
});
