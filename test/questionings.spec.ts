import { createHash, randomUUID } from 'node:crypto';
import canonicalize from 'canonicalize';
import { type Enrolled, enrolled } from './factories/enrolled.js';
import { pageTexts } from './support/pdf-text.js';
import { type Persona, World } from './world.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Row = Record<string, any>;

const question = {
  id: 'Q1',
  text: '名單從哪裡來，怎麼查重？',
  refs: ['1.1', 'K01'],
  mode: 'oral',
  answer: '從三個系統匯入，以電話查重。\n重複的 < 合併。',
  outcome: 'satisfactory',
  note: '舉了實例',
};
const questions = [
  question,
  { id: 'Q2', text: '成效怎麼看？', refs: ['1.2'], mode: 'written', answer: '看點閱率。', outcome: 'not_satisfactory' },
  {
    id: 'Q3',
    text: '目標由誰核定？',
    refs: ['KA1', '1.1'],
    mode: 'oral',
    answer: '部門主管。',
    outcome: 'satisfactory',
  },
  { id: 'Q4', text: '遇到客訴怎麼辦？', refs: ['S01'], mode: 'written', answer: '', outcome: 'not_asked' },
];
const record = {
  title: '實作後提問',
  purpose: 'questioning',
  askedAt: '2026-03-01T14:00:00+08:00',
  endedAt: '2026-03-01T14:40:00+08:00',
  place: '信義門市會議室',
  present: '店長王大明',
  notes: '依題本提問。',
  method: 'M3',
  questions,
};

describe('questioning records', () => {
  let world: World;
  let people: Enrolled;
  let candidate: Persona;
  let assessor: Persona;
  let second: Persona;
  let assessmentId: string;
  beforeAll(async () => {
    world = await World.open();
    people = await enrolled(world);
    ({ candidate, assessor, assessmentId } = people);
    second = await world.person('李評量', ['assessor']);
    const duty = { userId: second.id, duty: 'assessor' };
    await world.operator.post(`/assessments/${assessmentId}/assignments`, duty).expect(201);
  });
  afterAll(() => world?.close());

  const path = (id: string) => `/assessments/${assessmentId}/questionings/${id}`;
  const make = async (change: object = {}): Promise<{ id: string; etag: string; body: Row }> => {
    const id = randomUUID();
    const made = await assessor.put(path(id), { ...record, ...change }).expect(201);
    return { id, etag: made.headers.etag!, body: made.body };
  };
  const signed = async (change: object = {}) => {
    const { id } = await make(change);
    const { body } = await assessor.post(`/questionings/${id}/signature`, {}).expect(200);
    return { id, ...(body as { questioning: Row; claims: Row[] }) };
  };
  const essay = async (by = candidate) => {
    const body = { title: '心得', statement: '我的做法', producedOn: '2026-02-01' };
    return (await by.post(`/assessments/${assessmentId}/evidence`, body).expect(201)).body.id as string;
  };
  const revision = async () => (await assessor.get(`/assessments/${assessmentId}`)).body.revision as number;

  it('are direct evidence made by the assessor on the day of the conversation', async () => {
    const { id, body, etag } = await make({ askedAt: '2026-02-28T16:30:00Z', endedAt: null });
    expect(body).toMatchObject({
      id,
      purpose: 'questioning',
      assessor: { id: assessor.id, name: '陳評量' },
      askedAt: '2026-02-28T16:30:00.000Z',
      endedAt: null,
      questions,
      about: [],
      signedAt: null,
    });
    expect(etag).toBe('"1"');
    const { body: item } = await assessor.get(`/evidence/${id}`).expect(200);
    expect(item).toMatchObject({
      form: 'questioning',
      class: 'direct',
      producedBy: 'assessor',
      producedOn: '2026-03-01',
      number: body.number,
      title: record.title,
    });
  });

  it.each([
    ['questioning', '提問紀錄 2026-03-01'],
    ['rpl_conversation', '先前學習認可對談紀錄 2026-03-01'],
    [null, '提問紀錄 2026-03-01'],
  ])('of purpose %s are titled by it and their date where no title is given', async (purpose, title) => {
    const { body } = await make({ title: undefined, purpose });
    expect(body).toMatchObject({ title, purpose: purpose ?? 'questioning' });
  });

  it('are made once and answer the same however often they are sent', async () => {
    const { id, body } = await make();
    const before = await revision();
    const zulu = { ...record, askedAt: '2026-03-01T06:00:00.000Z', place: ' 信義門市會議室 ' };
    for (const sent of [record, zulu]) {
      const again = await assessor.put(path(id.toUpperCase()), sent).expect(200);
      expect(again.body).toEqual(body);
    }
    expect(await revision()).toBe(before);
    const many = randomUUID();
    const answers = await Promise.all(Array.from({ length: 5 }, () => assessor.put(path(many), record)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
  });

  it('are changed only upon what they are', async () => {
    const { id, etag } = await make();
    const changed = { ...record, questions: [question] };
    expect((await assessor.put(path(id), changed).expect(428)).body.code).toBe('precondition_required');
    const first = await assessor.put(path(id), changed).set('If-Match', etag).expect(200);
    expect(first.headers.etag).toBe('"2"');
    expect(first.body.questions).toEqual([question]);
    await assessor.put(path(id), record).set('If-Match', etag).expect(412);
  });

  it.each<[string, object, string[]]>([
    ['a target the pinned version lacks', { refs: ['1.1', '9.9'] }, ['questions.0.refs.1']],
    ['a heading as target', { refs: ['E1'] }, ['questions.0.refs.0']],
    ['the same target twice in one question', { refs: ['1.1', '1.1'] }, ['questions.0.refs.1']],
    ['a target with a control character', { refs: ['1.1\u0000'] }, ['questions.0.refs']],
    ['an object as target', { refs: [{ $ne: 1 }] }, ['questions.0.refs']],
    ['no words', { text: ' ' }, ['questions.0.text']],
    ['no id', { id: undefined }, ['questions.0.id']],
    ['a mode nobody knows', { mode: 'telepathic' }, ['questions.0.mode']],
    ['an outcome nobody knows', { outcome: '90%' }, ['questions.0.outcome']],
    ['an answer to what was not asked', { outcome: 'not_asked' }, ['questions.0.answer']],
    ['an answer without end', { answer: '長'.repeat(10_001) }, ['questions.0.answer']],
    ['a field of its own', { score: 5 }, ['questions.0.score']],
  ])('refuse a question with %s, name the field and store nothing', async (_, change, fields) => {
    const id = randomUUID();
    const { body } = await assessor.put(path(id), { ...record, questions: [{ ...question, ...change }] }).expect(400);
    expect(body.errors.map((e: { field: string }) => e.field)).toEqual(fields);
    await assessor.get(`/evidence/${id}`).expect(404);
  });

  it.each<[string, object, string[]]>([
    ['two questions of one id', { questions: [question, question] }, ['questions.1.id']],
    ['too many questions', { questions: Array(201).fill(question) }, ['questions']],
    ['nothing where a question should be', { questions: [null] }, ['questions']],
    ['a purpose nobody knows', { purpose: 'chat' }, ['purpose']],
    ['no time', { askedAt: undefined }, ['askedAt']],
    ['a time to come', { askedAt: '2030-01-01T00:00:00Z', endedAt: null }, ['askedAt']],
    ['an end before the start', { endedAt: '2026-03-01T13:00:00+08:00' }, ['endedAt']],
    ['a method the version lacks', { method: 'M99' }, ['method']],
    ['evidence that is not there', { about: [randomUUID()] }, ['about.0']],
    ['evidence that has no id', { about: ['1'] }, ['about']],
    ['a signature of its own', { signedAt: '2026-03-01T00:00:00Z' }, ['signedAt']],
  ])('refuse %s', async (_, change, fields) => {
    const { body } = await assessor.put(path(randomUUID()), { ...record, ...change }).expect(400);
    expect(body.errors.map((e: { field: string }) => e.field)).toEqual(fields);
  });

  it('are about evidence of the same assessment that is there for the candidate, each item once', async () => {
    const item = await essay();
    const { body } = await make({ about: [item.toUpperCase()] });
    expect(body.about).toEqual([item]);
    const other = await enrolled(world);
    const elsewhere = await other.candidate
      .post(`/assessments/${other.assessmentId}/evidence`, { title: 'x', statement: 'y' })
      .expect(201);
    const draft = await make();
    const own = randomUUID();
    for (const about of [[elsewhere.body.id], [draft.id], [own], [item, item]]) {
      const refused = await assessor.put(path(own), { ...record, about }).expect(400);
      expect(refused.body.errors).toMatchObject([{ field: about.length > 1 ? 'about.1' : 'about.0' }]);
    }
  });

  it('belong to their author, and as drafts to those who assess', async () => {
    const { id, etag } = await make();
    const changed = { ...record, notes: '改寫' };
    await second.get(`/questionings/${id}`).expect(200);
    await second.put(path(id), changed).set('If-Match', etag).expect(403);
    await second.post(`/questionings/${id}/signature`, {}).expect(403);
    await candidate.get(`/questionings/${id}`).expect(404);
    await candidate.get(`/questionings/${id}/signature`).expect(404);
    await candidate.put(path(randomUUID()), record).expect(403);
    const listed = async (by: Persona) => {
      const { body } = await by.get(`/assessments/${assessmentId}/questionings`).expect(200);
      return body.some((one: Row) => one.id === id) as boolean;
    };
    expect([await listed(assessor), await listed(second), await listed(candidate)]).toEqual([true, true, false]);
    await assessor.post(`/questionings/${id}/signature`, {}).expect(200);
    expect(await listed(candidate)).toBe(true);
    await candidate.get(`/questionings/${id}`).expect(200);
  });

  it('have ids that are used for nothing else', async () => {
    const item = await essay();
    await assessor.put(path(item), record).expect(409);
    const { id } = await make();
    const observation = { startedAt: record.askedAt, place: '門市', outcomes: [] };
    await assessor.put(`/assessments/${assessmentId}/observations/${id}`, observation).expect(409);
    await assessor.get(`/observations/${id}`).expect(404);
    const { body } = await assessor.get(`/assessments/${assessmentId}/observations`).expect(200);
    expect(body).toEqual([]);
  });

  describe('when signed', () => {
    it('say where it was, and hold an answer to every question that was asked', async () => {
      const unanswered = [{ ...question, answer: '' }, questions[3]];
      const { id, etag } = await make({ place: '', questions: unanswered });
      const { body } = await assessor.post(`/questionings/${id}/signature`, {}).expect(400);
      expect(body.errors.map((e: { field: string }) => e.field)).toEqual(['place', 'questions.0.answer']);
      const unasked = { ...record, questions: [questions[3]] };
      await assessor.put(path(id), unasked).set('If-Match', etag).expect(200);
      const nothing = await assessor.post(`/questionings/${id}/signature`, {}).expect(400);
      expect(nothing.body.errors.map((e: { field: string }) => e.field)).toEqual(['questions']);
    });

    it('claim each target of satisfactory answers, once, and judge nothing', async () => {
      const { id, questioning, claims } = await signed();
      expect(claims).toMatchObject(
        ['1.1', 'K01', 'KA1'].map((targetRef) => ({ itemId: id, targetRef, method: 'M3', proposedBy: assessor.id })),
      );
      const before = await revision();
      const again = await assessor.post(`/questionings/${id}/signature`, {}).expect(200);
      expect(again.body).toEqual({ questioning, claims });
      expect(await revision()).toBe(before);
      const listed = await assessor.get(`/assessments/${assessmentId}/claims?itemId=${id}`).expect(200);
      expect(listed.body.items).toHaveLength(3);
      const judged = await assessor.get(`/assessments/${assessmentId}/judgements?claimId=${claims[0]!.id}`).expect(200);
      expect(judged.body.items).toEqual([]);
    });

    it('are locked, with the recording and the words that the signer saw', async () => {
      const { id } = await make();
      const stale = (await assessor.get(`/questionings/${id}/signature`).expect(200)).body.contentSha256 as string;
      const recording = Buffer.from(
        'RIFF\x24\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0@\x1f\0\0@\x1f\0\0\x01\0\x08\0data\0\0\0\0',
        'latin1',
      );
      await assessor.upload(`/evidence/${id}/files`).attach('files', recording, '錄音.wav').expect(201);
      await assessor.post(`/questionings/${id}/signature`, { contentSha256: stale }).expect(412);
      const { contentSha256, content } = (await assessor.get(`/questionings/${id}/signature`)).body;
      expect(createHash('sha256').update(canonicalize(content)!).digest('hex')).toBe(contentSha256);
      expect(content).toMatchObject({ purpose: 'questioning', questions, files: [{ name: '錄音.wav' }] });
      const { body } = await assessor.post(`/questionings/${id}/signature`, { contentSha256 }).expect(200);
      expect(body.questioning.signedSha256).toBe(contentSha256);
      await assessor.upload(`/evidence/${id}/files`).attach('files', recording, '再錄.wav').expect(409);
      const refused = await assessor
        .put(path(id), { ...record, notes: '改' })
        .set('If-Match', '"2"')
        .expect(409);
      expect(refused.body.code).toBe('record_signed');
      await assessor.put(path(id), record).expect(200);
    });

    it('are signed by nobody who is not entitled to assess', async () => {
      const id = randomUUID();
      await second.put(path(id), record).expect(201);
      const { body } = await second.post(`/questionings/${id}/signature`, {}).expect(422);
      expect(body).toMatchObject({ code: 'rule_broken', details: { rule: 'P1', reason: 'not_qualified' } });
    });

    it('give way to a new one when they were wrong', async () => {
      const { id } = await signed();
      await assessor.post(`/evidence/${id}/withdrawal`, { reason: '記錯人' }).expect(200);
      const refused = await assessor.put(path(id), { ...record, notes: '改' }).expect(409);
      expect(refused.body.code).toBe('evidence_withdrawn');
      const { body } = await candidate.get(`/assessments/${assessmentId}/questionings`).expect(200);
      expect(body.find((one: Row) => one.id === id).withdrawnAt).not.toBeNull();
    });
  });

  it('are printed in the verdict with what they confirm, word for word', async () => {
    const other = await enrolled(world);
    const at = `/assessments/${other.assessmentId}`;
    const told = { groupWork: true, candidatePart: '訪談與分析', copy: true, othersData: true };
    const submitted = { title: '訪談報告', statement: '全文', producedOn: '2026-02-01', ...told };
    const { body: report } = await other.candidate.post(`${at}/evidence`, submitted).expect(201);
    const sighted = { kind: 'original_sighted', note: '正本' };
    await other.assessor.post(`/evidence/${report.id}/checks`, sighted).expect(201);
    const talk = { ...record, purpose: 'rpl_conversation', title: undefined, about: [report.id] };
    const [signedId, draftId] = [randomUUID(), randomUUID()];
    for (const id of [signedId, draftId]) await other.assessor.put(`${at}/questionings/${id}`, talk).expect(201);
    const signature = await other.assessor.post(`/questionings/${signedId}/signature`, {}).expect(200);
    const verdict = {
      outcome: 'not_yet_competent',
      reasons: '證據不足。',
      gaps: [{ targetRef: '1.2', text: '說不出成效指標' }],
      feedback: '查重說明得很清楚。',
      nextStep: '補上成效分析。',
    };
    const { body: given } = await other.assessor.post(`${at}/verdicts`, verdict).expect(201);
    const { body: kept } = await other.candidate.get(`/verdicts/${given.id}/record`).expect(200);
    expect(kept.items.map((item: Row) => item.id)).toEqual([report.id, signedId]);
    const by = { id: other.assessor.id, name: '陳評量' };
    expect(kept.items[0]).toMatchObject({
      questioning: null,
      circumstances: { ...told, othersDataReason: null, sighted: { by }, supervised: null, confirmedBy: [2] },
    });
    expect(kept.items[1]).toMatchObject({
      title: '先前學習認可對談紀錄 2026-03-01',
      questioning: {
        purpose: 'rpl_conversation',
        askedBy: by,
        place: record.place,
        about: [1],
        questions: questions.map(({ id: _, ...asked }) => ({ ...asked, answer: asked.answer || null })),
        signedSha256: signature.body.questioning.signedSha256,
      },
    });
    const { body: pdf } = await other.candidate.get(`/verdicts/${given.id}/document`).buffer().expect(200);
    const text = pageTexts(pdf as Buffer)
      .join('')
      .replace(/\s/g, '');
    for (const said of [
      '先前學習認可對談',
      '談及的證據',
      '從三個系統匯入，以電話查重。重複的<合併。',
      '評量者說明：舉了實例',
    ]) {
      expect(text).toContain(said);
    }
    for (const said of [
      '共同完成；受評者負責：訪談與分析',
      '已查驗正本：陳評量',
      '已在對談中確認：證據2',
      '含他人個人資料',
    ]) {
      expect(text).toContain(said);
    }
    expect(text.match(/遇到客訴怎麼辦？對應S01—未提問/g)).toHaveLength(1);
  });
});
