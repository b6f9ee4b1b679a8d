import { createHash, randomUUID } from 'node:crypto';
import { type Enrolled, enrolled } from './factories/enrolled.js';
import { type Persona, World } from './world.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Row = Record<string, any>;

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
let count = 0;
const words = () => `第 ${(count += 1)} 份，王太太的電話是 0912-345-678。`;

describe('redacted copies', () => {
  let world: World;
  let people: Enrolled;
  let candidate: Persona;
  let lead: Persona;
  let second: Persona;
  let officer: Persona;
  let verifier: Persona;
  let assessmentId: string;
  beforeAll(async () => {
    world = await World.open();
    people = await enrolled(world);
    ({ candidate, assessor: lead, assessmentId } = people);
    second = await world.person('李評量', ['assessor']);
    officer = await world.person('周行政', ['officer']);
    verifier = await world.person('吳查證', ['verifier']);
    for (const [userId, duty] of [
      [second.id, 'assessor'],
      [verifier.id, 'verifier'],
    ]) {
      await world.operator.post(`/assessments/${assessmentId}/assignments`, { userId, duty }).expect(201);
    }
  });
  afterAll(() => world?.close());

  const submit = async (fields: Record<string, string> = {}, by = candidate, contents = [words()]): Promise<Row> => {
    const call = by.upload(`/assessments/${assessmentId}/evidence`);
    const all = { title: '處理紀錄', producedOn: '2026-02-01', ...fields };
    for (const [name, value] of Object.entries(all)) call.field(name, value);
    for (const [i, content] of contents.entries()) call.attach('files', Buffer.from(content), `紀錄${i + 1}.txt`);
    return (await call.expect(201)).body as Row;
  };
  const redact = (item: Row, content = words(), fields: Row = {}, by = candidate, fileId = item.files[0].id) => {
    const call = by.upload(`/evidence/${item.id}/files/${fileId}/redaction`);
    for (const [name, value] of Object.entries({ reason: '遮去顧客姓名與電話', ...fields })) call.field(name, value);
    return call.attach('files', Buffer.from(content), '遮蔽版.txt');
  };
  const content = (item: Row, fileId: string, by: Persona) => by.get(`/evidence/${item.id}/files/${fileId}/content`);
  const coverage = async () => (await lead.get(`/assessments/${assessmentId}/coverage`).expect(200)).body as Row;
  const revision = async () => (await lead.get(`/assessments/${assessmentId}`)).body.revision as number;
  const signedObservation = async (): Promise<Row> => {
    const id = randomUUID();
    const record = {
      startedAt: '2026-03-01T14:00:00+08:00',
      endedAt: '2026-03-01T15:00:00+08:00',
      place: '信義門市',
      method: 'M3',
      outcomes: [{ ref: '1.1', outcome: 'shown' }],
    };
    await lead.put(`/assessments/${assessmentId}/observations/${id}`, record).expect(201);
    const call = lead.upload(`/evidence/${id}/files`).attach('files', Buffer.from(words()), '現場.txt');
    expect((await call).status).toBe(201);
    await lead.post(`/observations/${id}/signature`, {}).expect(200);
    return (await lead.get(`/evidence/${id}`).expect(200)).body as Row;
  };

  it('stand beside their originals, with the hash of those and the reason', async () => {
    const before = words();
    const item = await submit({}, candidate, [before]);
    const after = words();
    const [was, { body }] = [await revision(), await redact(item, after).expect(201)];
    expect(body.files).toMatchObject([
      { sha256: sha256(before), redactionOf: null, redactionReason: null },
      {
        name: '遮蔽版.txt',
        sha256: sha256(after),
        redactionOf: { fileId: item.files[0].id, sha256: sha256(before) },
        redactionReason: '遮去顧客姓名與電話',
      },
    ]);
    expect(await revision()).toBe(was + 1);
  });

  it('leave the hash of the item as it is, and with it the declaration', async () => {
    const item = await submit();
    const { body: declared } = await candidate.post(`/evidence/${item.id}/declaration`).expect(201);
    const { body } = await redact(item).expect(201);
    expect(body.contentSha256).toBe(item.contentSha256);
    expect(body.declaredAt).toBe(declared.declaredAt);
    expect((await redact(item).expect(201)).body.declaredAt).toBe(declared.declaredAt);
  });

  it('are added to a signed record, whose signature still covers it', async () => {
    const item = await signedObservation();
    const { body: before } = await lead.get(`/observations/${item.id}/signature`).expect(200);
    await redact(item, words(), {}, second).expect(201);
    const { body: after } = await lead.get(`/observations/${item.id}/signature`).expect(200);
    expect(after).toEqual(before);
    expect((await lead.get(`/observations/${item.id}`)).body.signedSha256).toBe(after.contentSha256);
  });

  it('withhold the original from all but the candidate, its giver and the lead assessor', async () => {
    const item = await submit({}, officer);
    const original = item.files[0].id as string;
    for (const by of [candidate, lead, second, officer, verifier]) await content(item, original, by).expect(200);
    const { body } = await redact(item, words(), {}, officer).expect(201);
    const copy = body.files[1].id as string;
    for (const by of [candidate, lead, officer]) await content(item, original, by).expect(200);
    for (const by of [second, verifier, world.operator]) {
      expect((await content(item, original, by).expect(403)).body.code).toBe('original_withheld');
    }
    for (const by of [candidate, lead, second, officer, verifier, world.operator]) {
      await content(item, copy, by).expect(200);
    }
  });

  it('stand in the latest one only: an earlier one is withheld like its original', async () => {
    const item = await submit({}, candidate, [words(), words()]);
    const first = (await redact(item).expect(201)).body.files.at(-1).id as string;
    const latest = (await redact(item).expect(201)).body.files.at(-1).id as string;
    const statuses = await Promise.all(
      [item.files[0].id, item.files[1].id, first, latest].map(
        async (fileId: string) => (await content(item, fileId, second)).status,
      ),
    );
    expect(statuses).toEqual([403, 200, 403, 200]);
    await content(item, first, lead).expect(200);
  });

  it('answer other people’s data for rule R2 once every file has one', async () => {
    const item = await submit({ othersData: 'true' }, candidate, [words(), words()]);
    const open = async () =>
      (await coverage()).warnings.some((one: Row) => one.rule === 'R2' && one.items.includes(item.id));
    expect(await open()).toBe(true);
    await redact(item).expect(201);
    expect(await open()).toBe(true);
    await redact(item, words(), {}, second, item.files[1].id).expect(201);
    expect(await open()).toBe(false);
  });

  it('are no second piece of the same bytes', async () => {
    const shared = words();
    const [one, other] = [await submit(), await submit()];
    await redact(one, shared).expect(201);
    await redact(other, shared).expect(201);
    const claims = [one, other].map(({ id }) => ({ itemId: id, targetRef: '1.2' }));
    const { body: made } = await candidate.post(`/assessments/${assessmentId}/claims`, { claims }).expect(201);
    await candidate.post(`/assessments/${assessmentId}/declarations`, { itemIds: [one.id, other.id] }).expect(201);
    const rules = { validity: true, sufficiency: true, authenticity: true, currency: true };
    const judgements = made.map(({ id }: Row) => ({ claimId: id, decision: 'accepted', rules }));
    await lead.post(`/assessments/${assessmentId}/judgements`, { judgements }).expect(201);
    expect(JSON.stringify(await coverage())).not.toContain('same_bytes');
    await redact(one).expect(201);
  });

  it('are made once however often they are sent with the same id', async () => {
    const item = await submit();
    const [id, text] = [randomUUID(), words()];
    const answers = [await redact(item, text, { id }).expect(201), await redact(item, text, { id }).expect(200)];
    expect(answers[1]!.body).toEqual(answers[0]!.body);
    const other = await submit();
    expect((await redact(other, text, { id }).expect(409)).body.code).toBe('already_exists');
    expect((await redact(item, text, { id }, second).expect(409)).body.code).toBe('already_exists');
  });

  it.each<[string, (item: Row) => ReturnType<typeof redact>, number, string]>([
    ['without a reason', (item) => redact(item, words(), { reason: ' ' }), 400, 'validation_failed'],
    ['with a field nobody asked for', (item) => redact(item, words(), { title: 'x' }), 400, 'validation_failed'],
    [
      'with two files',
      (item) => redact(item).attach('files', Buffer.from(words()), '另一份.txt'),
      413,
      'too_many_files',
    ],
    ['of a file of another item', (item) => redact(item, words(), {}, candidate, randomUUID()), 404, 'not_found'],
    ['by an officer who did not give it', (item) => redact(item, words(), {}, officer), 403, 'forbidden'],
    ['by a verifier', (item) => redact(item, words(), {}, verifier), 403, 'forbidden'],
  ])('are refused %s', async (_, ask, status, code) => {
    expect((await ask(await submit()).expect(status)).body.code).toBe(code);
  });

  it('are refused where nothing is redacted, and of what is redacted already', async () => {
    const same = words();
    const item = await submit({}, candidate, [same]);
    expect((await redact(item, same).expect(422)).body.code).toBe('redaction_unchanged');
    const empty = candidate.upload(`/evidence/${item.id}/files/${item.files[0].id}/redaction`).field('reason', '遮蔽');
    expect((await empty.expect(422)).body.code).toBe('evidence_has_no_content');
    const copy = (await redact(item).expect(201)).body.files[1].id as string;
    expect((await redact(item, words(), {}, candidate, copy).expect(409)).body.code).toBe('file_is_redaction');
  });

  it('are twenty of one file at most', async () => {
    const item = await submit();
    for (let i = 0; i < 20; i += 1) await redact(item).expect(201);
    expect((await redact(item).expect(409)).body.code).toBe('too_many_redactions');
  });

  it('are refused of evidence that was withdrawn', async () => {
    const item = await submit();
    await candidate.post(`/evidence/${item.id}/withdrawal`, { reason: '傳錯' }).expect(200);
    expect((await redact(item).expect(409)).body.code).toBe('evidence_withdrawn');
  });

  it('are in the verdict with the hash of their original, and come to an end with it', async () => {
    const item = await submit();
    await redact(item).expect(201);
    const draft = {
      outcome: 'not_yet_competent',
      reasons: '證據不足。',
      gaps: [{ text: '沒有觀察' }],
      feedback: '已完成的部分紮實。',
      nextStep: '補上觀察。',
    };
    const { body: verdict } = await lead.post(`/assessments/${assessmentId}/verdicts`, draft).expect(201);
    const { body: record } = await lead.get(`/verdicts/${verdict.id}/record`).expect(200);
    const printed = record.items.find(({ id }: Row) => id === item.id);
    expect(printed.files.map(({ redactionOf }: Row) => redactionOf)).toEqual([null, item.files[0].sha256]);
    expect((await redact(item).expect(409)).body.code).toBe('assessment_decided');
  });
});
