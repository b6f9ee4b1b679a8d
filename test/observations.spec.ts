import { createHash, randomUUID } from 'node:crypto';
import canonicalize from 'canonicalize';
import { enrolled } from './factories/enrolled.js';
import { type Persona, World } from './world.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Row = Record<string, any>;

const record = {
  title: '門市實作觀察',
  startedAt: '2026-03-01T09:00:00+08:00',
  endedAt: '2026-03-01T11:30:00+08:00',
  place: '信義門市',
  present: '店長王大明、兩位顧客',
  context: '週日營業時間，兩人當班',
  notes: '先問需求再介紹方案。\n顧客「太貴」的反應處理得宜。',
  method: 'M1',
  outcomes: [
    { ref: '1.1', outcome: 'shown', note: '引用公司資料 < 三個月' },
    { ref: '1.2', outcome: 'not_shown', note: '沒有追問' },
    { ref: 'KA1', outcome: 'shown' },
    { ref: 'S01', outcome: 'not_seen' },
  ],
};

describe('observations', () => {
  let world: World;
  let candidate: Persona;
  let assessor: Persona;
  let second: Persona;
  let verifier: Persona;
  let stranger: Persona;
  let assessmentId: string;
  beforeAll(async () => {
    world = await World.open();
    ({ candidate, assessor, assessmentId } = await enrolled(world));
    second = await world.person('李評量', ['assessor']);
    verifier = await world.person('吳審查', ['verifier']);
    for (const [person, duty] of [
      [second, 'assessor'],
      [verifier, 'verifier'],
    ] as const) {
      await world.operator.post(`/assessments/${assessmentId}/assignments`, { userId: person.id, duty }).expect(201);
    }
    const other = await world.operator.post('/training-bodies', { name: '另一機構' }).expect(201);
    stranger = await world.person('外人', ['administrator', 'assessor', 'candidate'], other.body.id);
  });
  afterAll(() => world?.close());

  const path = (id: string) => `/assessments/${assessmentId}/observations/${id}`;
  const make = async (change: object = {}): Promise<{ id: string; etag: string; body: Row }> => {
    const id = randomUUID();
    const made = await assessor.put(path(id), { ...record, ...change }).expect(201);
    return { id, etag: made.headers.etag!, body: made.body };
  };
  const signed = async (change: object = {}) => {
    const { id } = await make(change);
    const { body } = await assessor.post(`/observations/${id}/signature`, {}).expect(200);
    return { id, ...(body as { observation: Row; claims: Row[] }) };
  };
  const revision = async () => (await assessor.get(`/assessments/${assessmentId}`)).body.revision as number;

  it('is an evidence item made by the assessor on the day it took place in Taiwan', async () => {
    const { id, body, etag } = await make({ startedAt: '2026-02-28T16:30:00Z', endedAt: null });
    expect(body).toMatchObject({
      id,
      assessor: { id: assessor.id, name: '陳評量' },
      startedAt: '2026-02-28T16:30:00.000Z',
      endedAt: null,
      outcomes: record.outcomes,
      signedAt: null,
    });
    expect(etag).toBe('"1"');
    const item = await assessor.get(`/evidence/${id}`).expect(200);
    expect(item.body).toMatchObject({
      form: 'observation',
      class: 'direct',
      producedBy: 'assessor',
      producedOn: '2026-03-01',
      number: body.number,
      title: record.title,
    });
  });

  it('is made once and answers the same however often it is sent', async () => {
    const { id, body } = await make();
    const before = await revision();
    for (const sent of [record, record, { ...record, startedAt: '2026-03-01T01:00:00.000Z', place: ' 信義門市 ' }]) {
      const again = await assessor.put(path(id), sent).expect(200);
      expect(again.body).toEqual(body);
      expect(again.headers.etag).toBe('"1"');
    }
    const shouted = await assessor.put(path(id.toUpperCase()), record).expect(200);
    expect(shouted.body).toEqual(body);
    expect(await revision()).toBe(before);
  });

  it('is made once by many requests at once', async () => {
    const id = randomUUID();
    const answers = await Promise.all(Array.from({ length: 8 }, () => assessor.put(path(id), record)));
    expect(answers.map((a) => a.status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201]);
    expect(new Set(answers.map((a) => JSON.stringify(a.body))).size).toBe(1);
  });

  it('gets a title from its date where none is given', async () => {
    const { body } = await make({ title: undefined });
    expect(body.title).toBe('觀察紀錄 2026-03-01');
  });

  it('keeps two tablets from overwriting each other', async () => {
    const { id, etag } = await make();
    const one = { ...record, notes: '平板一' };
    const other = { ...record, notes: '平板二' };
    const blind = await assessor.put(path(id), one).expect(428);
    expect(blind.body.code).toBe('precondition_required');
    const first = await assessor.put(path(id), one).set('If-Match', etag).expect(200);
    expect(first.headers.etag).toBe('"2"');
    const late = await assessor.put(path(id), other).set('If-Match', etag).expect(412);
    expect(late.body.code).toBe('precondition_failed');
    await assessor.put(path(id), one).set('If-Match', etag).expect(200);
    const read = await assessor.get(`/observations/${id}`).expect(200);
    expect(read.headers.etag).toBe('"2"');
    expect(read.body.notes).toBe('平板一');
    await assessor.put(path(id), other).set('If-Match', read.headers.etag!).expect(200);
  });

  it('counts as received when its content last changed, so that its date never lies after its receipt', async () => {
    const { id, etag } = await make();
    world.clock.pass(2);
    const later = { ...record, startedAt: '2026-03-03T09:00:00+08:00', endedAt: null };
    await assessor.put(path(id), later).set('If-Match', etag).expect(200);
    const { body } = await assessor.get(`/evidence/${id}`);
    expect(body.producedOn).toBe('2026-03-03');
    expect(body.receivedAt >= '2026-03-04').toBe(true);
  });

  it.each<[string, object, string[]]>([
    ['a target the pinned version lacks', { outcomes: [{ ref: '9.9', outcome: 'shown' }] }, ['outcomes.0.ref']],
    ['a heading as target', { outcomes: [{ ref: 'E1', outcome: 'shown' }] }, ['outcomes.0.ref']],
    ['a method as target', { outcomes: [{ ref: 'M1', outcome: 'shown' }] }, ['outcomes.0.ref']],
    [
      'the same target twice',
      { outcomes: [record.outcomes[0], { ref: '1.1', outcome: 'not_shown' }] },
      ['outcomes.1.ref'],
    ],
    ['an outcome nobody knows', { outcomes: [{ ref: '1.1', outcome: 'perfect' }] }, ['outcomes.0.outcome']],
    ['nothing where an outcome should be', { outcomes: [null] }, ['outcomes']],
    ['lists where outcomes should be', { outcomes: [[['1.1']]] }, ['outcomes']],
    ['a text where a list should be', { outcomes: '1.1' }, ['outcomes']],
    ['too many outcomes', { outcomes: Array(501).fill(record.outcomes[0]) }, ['outcomes']],
    ['no start', { startedAt: undefined }, ['startedAt']],
    ['a start without zone', { startedAt: '2026-03-01T09:00:00' }, ['startedAt']],
    ['a start in the future', { startedAt: '2030-01-01T00:00:00Z', endedAt: null }, ['startedAt']],
    ['an end in the future', { endedAt: '2030-01-01T00:00:00Z' }, ['endedAt']],
    ['an end before the start', { endedAt: '2026-03-01T08:59:00+08:00' }, ['endedAt']],
    ['a method the version lacks', { method: 'M99' }, ['method']],
    ['notes without end', { notes: '長'.repeat(20_001) }, ['notes']],
    ['an object as note', { outcomes: [{ ref: '1.1', outcome: 'shown', note: { $ne: 1 } }] }, ['outcomes.0.note']],
    ['a signature of its own', { signedAt: '2026-03-01T00:00:00Z' }, ['signedAt']],
  ])('refuses %s, names the field and stores nothing', async (_, change, fields) => {
    const id = randomUUID();
    const { body } = await assessor.put(path(id), { ...record, ...change }).expect(400);
    expect(body.code).toBe('validation_failed');
    expect(body.errors.map((e: { field: string }) => e.field)).toEqual(fields);
    await assessor.get(`/evidence/${id}`).expect(404);
  });

  it('stores text that other systems choke on without harm', async () => {
    const { id, body } = await make({ notes: 'NUL\u0000 half \ud83d pair 𠮷 <script>', place: 'a\r\nb' });
    expect(body.notes).toBe('NUL half \uFFFD pair 𠮷 <script>');
    expect(body.place).toBe('a\nb');
    await assessor.post(`/observations/${id}/signature`, {}).expect(200);
  });

  it.each(['not-a-uuid', '1', '../../me', '%00'])('has no record under the id %s', async (id) => {
    const { status } = await assessor.put(path(id), record);
    expect([400, 404]).toContain(status);
  });

  describe('belongs to its author', () => {
    it.each<[string, () => Persona, number, number]>([
      ['the candidate', () => candidate, 403, 404],
      ['the verifier', () => verifier, 403, 404],
      ['an administrator who does not assess', () => world.operator, 403, 403],
      ['an assessor of another training body', () => stranger, 404, 404],
    ])('so that %s can neither make nor sign one', async (_, by, status, ofDraft) => {
      await by().put(path(randomUUID()), record).expect(status);
      const { id } = await make();
      await by().put(path(id), record).expect(status);
      await by().post(`/observations/${id}/signature`, {}).expect(ofDraft);
    });

    it('so that another assessor of the assessment reads it and leaves it as it is', async () => {
      const { id, etag } = await make();
      await second.get(`/observations/${id}`).expect(200);
      await second.put(path(id), record).expect(403);
      await second
        .put(path(id), { ...record, notes: '改寫' })
        .set('If-Match', etag)
        .expect(403);
      await second.post(`/observations/${id}/signature`, {}).expect(403);
    });

    it('so that its id cannot be used for anything else', async () => {
      const other = await enrolled(world);
      const { id } = await make();
      const there = `/assessments/${other.assessmentId}/observations`;
      const { body } = await other.assessor.put(`${there}/${id}`, record).expect(409);
      expect(body).toMatchObject({ code: 'already_exists' });
      expect(JSON.stringify(body)).not.toContain(assessmentId);
      const link = await candidate.post(`/assessments/${assessmentId}/evidence`, {
        id: randomUUID(),
        title: '連結',
        url: 'https://example.tw/',
      });
      await assessor.put(path(link.body.id), record).expect(409);
      expect((await assessor.get(`/observations/${link.body.id}`).expect(404)).body.code).toBe('not_found');
    });
  });

  describe('as a draft', () => {
    it('is there for assessors and managing staff only', async () => {
      const { id } = await make();
      const listed = async (by: Persona) => {
        const { body } = await by.get(`/assessments/${assessmentId}/observations`).expect(200);
        return body.some((o: { id: string }) => o.id === id) as boolean;
      };
      for (const by of [assessor, second, world.operator]) {
        await by.get(`/observations/${id}`).expect(200);
        expect(await listed(by)).toBe(true);
      }
      for (const by of [candidate, verifier]) {
        await by.get(`/observations/${id}`).expect(404);
        await by.get(`/observations/${id}/signature`).expect(404);
        expect(await listed(by)).toBe(false);
      }
      await stranger.get(`/observations/${id}`).expect(404);
      await stranger.get(`/assessments/${assessmentId}/observations`).expect(404);
      await assessor.post(`/observations/${id}/signature`, {}).expect(200);
      for (const by of [candidate, verifier]) {
        await by.get(`/observations/${id}`).expect(200);
        expect(await listed(by)).toBe(true);
      }
    });

    it('is signed only when it says where it was and what was seen', async () => {
      const { id, etag } = await make({ place: '', outcomes: [] });
      const { body } = await assessor.post(`/observations/${id}/signature`, {}).expect(400);
      expect(body.errors.map((e: { field: string }) => e.field)).toEqual(['place', 'outcomes']);
      await assessor.put(path(id), record).set('If-Match', etag).expect(200);
      await assessor.post(`/observations/${id}/signature`).expect(200);
    });
  });

  describe('when signed', () => {
    it('claims what was shown, once, and judges nothing', async () => {
      const { id, observation, claims } = await signed();
      expect(claims).toMatchObject(
        ['1.1', 'KA1'].map((targetRef) => ({ itemId: id, targetRef, method: 'M1', proposedBy: assessor.id })),
      );
      expect(observation.signedAt).not.toBeNull();
      const before = await revision();
      const again = await assessor.post(`/observations/${id}/signature`, {}).expect(200);
      expect(again.body).toEqual({ observation, claims });
      expect(await revision()).toBe(before);
      const listed = await assessor.get(`/assessments/${assessmentId}/claims?itemId=${id}`).expect(200);
      expect(listed.body.items).toHaveLength(2);
      const judged = await assessor.get(`/assessments/${assessmentId}/judgements?claimId=${claims[0]!.id}`).expect(200);
      expect(judged.body.items).toEqual([]);
    });

    it('is signed once by many requests at once', async () => {
      const { id } = await make();
      const all = await Promise.all(
        Array.from({ length: 6 }, () => assessor.post(`/observations/${id}/signature`, {})),
      );
      expect(all.map((a) => a.status)).toEqual(Array(6).fill(200));
      expect(new Set(all.map((a) => JSON.stringify(a.body))).size).toBe(1);
    });

    it('claims no target a second time that its author had already mapped it to', async () => {
      const { id } = await make();
      const claims = [{ itemId: id, targetRef: '1.1', method: 'M1' }];
      const mapped = await assessor.post(`/assessments/${assessmentId}/claims`, { claims }).expect(201);
      const { body } = await assessor.post(`/observations/${id}/signature`, {}).expect(200);
      expect(body.claims.map((c: { targetRef: string }) => c.targetRef)).toEqual(['1.1', 'KA1']);
      expect(body.claims[0].id).toBe(mapped.body[0].id);
    });

    it('is locked, whatever is sent later', async () => {
      const { id, observation } = await signed();
      await assessor.put(path(id), record).expect(200);
      for (const etag of ['"1"', '"2"', undefined]) {
        const call = assessor.put(path(id), { ...record, notes: '改寫' });
        const { body } = await (etag ? call.set('If-Match', etag) : call).expect(409);
        expect(body.code).toBe('record_signed');
      }
      expect((await assessor.get(`/observations/${id}`)).body).toEqual(observation);
    });

    it('has a photo once, however often a tablet that heard no answer sends it', async () => {
      const { id } = await make();
      const send = (bytes: string, name: string) =>
        assessor.upload(`/evidence/${id}/files`).attach('files', Buffer.from(bytes), name).expect(201);
      await send('現場一', 'photo-1.txt');
      const again = await send('現場一', 'photo-1.txt');
      expect(again.body.files).toHaveLength(1);
      await send('現場二', 'photo-1.txt');
      const { body } = await send('現場一', 'photo-2.txt');
      expect((body.files as Row[]).map(({ name }) => name as string)).toEqual([
        'photo-1.txt',
        'photo-1.txt',
        'photo-2.txt',
      ]);
    });

    it('is signed by the hash of its canonical JSON with the hashes of its files', async () => {
      const { id } = await make();
      const plain = (await assessor.get(`/observations/${id}/signature`).expect(200)).body;
      const photo = Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      );
      await assessor.upload(`/evidence/${id}/files`).attach('files', photo, '現場.png').expect(201);
      const stale = await assessor.post(`/observations/${id}/signature`, { contentSha256: plain.contentSha256 });
      expect([stale.status, stale.body.code]).toEqual([412, 'precondition_failed']);
      const { contentSha256 } = (await assessor.get(`/observations/${id}/signature`)).body;
      expect(contentSha256).not.toBe(plain.contentSha256);
      const { body } = await assessor.post(`/observations/${id}/signature`, { contentSha256 }).expect(200);
      expect(body.observation.signedSha256).toBe(contentSha256);
      const { content } = (await candidate.get(`/observations/${id}/signature`).expect(200)).body;
      expect(content.files).toMatchObject([{ sha256: createHash('sha256').update(photo).digest('hex') }]);
      expect(createHash('sha256').update(canonicalize(content)!).digest('hex')).toBe(contentSha256);
      await assessor.upload(`/evidence/${id}/files`).attach('files', photo, 'late.png').expect(409);
      await assessor.post(`/observations/${id}/signature`, { contentSha256: plain.contentSha256 }).expect(412);
      await assessor.post(`/observations/${id}/signature`, { contentSha256: 'x' }).expect(400);
    });

    it('is not signed by an assessor who is not qualified or has not declared interests', async () => {
      const id = randomUUID();
      await second.put(path(id), record).expect(201);
      const refusal = async () => {
        const call = second.post(`/observations/${id}/signature`, {}).set('Accept-Language', 'en');
        const { body } = await call.expect(422);
        expect(body.code).toBe('rule_broken');
        return body.details.reason as string;
      };
      expect(await refusal()).toBe('not_qualified');
      const qualification = { userId: second.id, title: '職能評量師', validFrom: '2024-01-01' };
      await world.operator.post(`/training-bodies/${world.bodyId}/qualifications`, qualification).expect(201);
      expect(await refusal()).toBe('interest_undeclared');
      const interest = { conflict: false, statement: '無' };
      await second.post(`/assessments/${assessmentId}/interest-declarations`, interest).expect(201);
      await second.post(`/observations/${id}/signature`, {}).expect(200);
    });

    it('gives way to a new one when it was wrong, and stays withdrawn', async () => {
      const { id } = await signed();
      await assessor.post(`/evidence/${id}/withdrawal`, { reason: '記錯日期' }).expect(200);
      const refused = await assessor.put(path(id), { ...record, notes: '改' }).expect(409);
      expect(refused.body.code).toBe('evidence_withdrawn');
      const { body } = await assessor.get(`/assessments/${assessmentId}/observations`).expect(200);
      expect(body.find((o: { id: string }) => o.id === id).withdrawnAt).not.toBeNull();
      await signed({ startedAt: '2026-02-27T09:00:00+08:00' });
      const draft = await make();
      await assessor.post(`/evidence/${draft.id}/withdrawal`, { reason: '多寫一份' }).expect(200);
      await assessor.post(`/observations/${draft.id}/signature`, {}).expect(409);
    });
  });
});
