import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import request, { type Test } from 'supertest';
import { AppealDecision } from '../src/after-verdict/appeal.entity.js';
import { main as verify } from '../src/cli/verify.js';
import { sha256 } from '../src/common/ids.js';
import { Database } from '../src/database/database.js';
import { FileStore } from '../src/files/file-store.js';
import { checkIntegrity } from '../src/integrity/check.js';
import { looking } from '../src/integrity/open.js';
import { verifyPdf } from '../src/signing/verify.js';
import { Verdict } from '../src/verdicts/verdict.entity.js';
import { assessmentWith, criteriaRefs, documentWith } from './factories/assessment.js';
import { enrolled } from './factories/enrolled.js';
import { pageTexts } from './support/pdf-text.js';
import { asBuffer } from './support/as-buffer.js';
import { type Persona, World } from './world.js';

const notYet = {
  outcome: 'not_yet_competent',
  reasons: '三項指標尚無證據。',
  gaps: [{ targetRef: '1.1', text: '尚未蒐集顧客意見' }],
  feedback: '已完成的部分紮實。',
  nextStep: '補上觀察後再評量。',
};

let world: World;
let db: Database;
let candidate: Persona;
let assessor: Persona;
let second: Persona;
let manager: Persona;
let verifier: Persona;
let officer: Persona;
let documentId: string;

beforeAll(async () => {
  world = await World.open();
  db = world.app.get(Database);
  ({ candidate, assessor } = await enrolled(world));
  second = await world.person('林評量', ['assessor']);
  manager = await world.person('王管理', ['administrator']);
  verifier = await world.person('李審查', ['verifier']);
  officer = await world.person('吳專員', ['officer']);
  documentId = await documentWith(db, { criteria: 2 });
});
afterAll(() => world?.close());
beforeEach(() => world.clock.set('2026-03-10T04:00:00.000Z'));

/** A verdict of 10 March 2026, noon in Taipei, that nobody was told of. */
async function given(decision: object = notYet): Promise<Given> {
  const people = { bodyId: world.bodyId, candidateId: candidate.id, leadId: assessor.id };
  const fate = () => ({ form: 'observation' as const });
  const documentId = await documentWith(db, { criteria: 2 });
  const size = { refs: criteriaRefs(2), items: 1, claimsPerItem: 2, fate };
  const { id } = await assessmentWith(db, { ...people, documentId, ...size });
  return (await assessor.post(`/assessments/${id}/verdicts`, decision).expect(201)).body;
}
interface Given {
  id: string;
  assessmentId: string;
  pdfSha256: string;
  documentNumber: string;
}
const notify = (id: string, body: object = { channel: 'in_app' }, by = assessor) =>
  by.post(`/verdicts/${id}/notification`, body);
const receive = (id: string, documentSha256: unknown, by = candidate) =>
  by.post(`/verdicts/${id}/receipt`, { documentSha256 });
const grounds = '觀察紀錄（證據 1）漏列了我回覆顧客的部分。';
const appeal = (id: string, body: object = { grounds }, by = candidate) => by.post(`/verdicts/${id}/appeal`, body);
const reasons = '影音檔顯示受評者確實完成該項，觀察紀錄漏列。';
const decide = (id: string, body: object = { outcome: 'upheld', reasons }, by = manager) =>
  by.post(`/appeals/${id}/decision`, body);
const standing = async (id: string, by = candidate) => (await by.get(`/verdicts/${id}/standing`).expect(200)).body;
const rootPem = async (): Promise<Buffer> =>
  (await asBuffer(request(world.server).get(`/api/training-bodies/${world.bodyId}/trust/root.pem`))).body;
const publicPage = (number: string, accept: string) =>
  request(world.server).get(`/verify/${number}`).set('Accept', accept);

/** A verdict that the candidate was told of on the day it was given: to be appealed against until 9 April. */
async function told(decision?: object) {
  const verdict = await given(decision);
  await notify(verdict.id).expect(201);
  return verdict;
}

/** What fsck finds, but for the files of evidence, which these assessments never had. */
async function checked() {
  const { problems, orphans } = await looking(world.config, checkIntegrity);
  return { wrong: problems.filter(({ detail }) => !detail?.startsWith('evidence_files/')), orphans };
}

/** An appeal that waits. */
async function appealed() {
  const verdict = await told();
  return { verdict, id: (await appeal(verdict.id).expect(201)).body.id as string };
}
const faults = ({ body }: { body: { errors?: { field: string; rule: string }[] } }) =>
  (body.errors ?? []).map(({ field, rule }) => `${field} ${rule}`);

describe('a notification', () => {
  it('begins the window of the settings that the verdict was given under', async () => {
    const { id, assessmentId } = await given();
    await world.changeSettings({ appealDays: 7 });
    const { body } = await notify(id).expect(201);
    expect(body).toMatchObject({ verdictId: id, channel: 'in_app', notifiedOn: '2026-03-10', notifiedBy: assessor.id });
    expect(body).toMatchObject({ appealUntil: '2026-04-09', settingsVersion: 0 });
    const { body: verdict } = await candidate.get(`/assessments/${assessmentId}/verdict`).expect(200);
    expect(verdict).toMatchObject({ notifiedOn: '2026-03-10', appealUntil: '2026-04-09' });

    const later = await given();
    const { body: short } = await notify(later.id).expect(201);
    expect(short.appealUntil).toBe('2026-03-17');
    expect(short.settingsVersion).toBeGreaterThan(0);
    await world.changeSettings({ appealDays: 30 });
  });

  it('is of the day in Taipei, also when it is another one in Greenwich', async () => {
    const { id } = await given();
    world.clock.set('2026-03-10T16:00:00.000Z');
    const { body } = await notify(id).expect(201);
    expect(body).toMatchObject({ notifiedOn: '2026-03-11', appealUntil: '2026-04-10' });
  });

  it('is told to the candidate, without saying which verdict it is', async () => {
    const { id } = await given();
    await notify(id).expect(201);
    const { body } = await candidate.get('/me/notices').expect(200);
    const newest = body.items.find(({ kind }: { kind: string }) => kind === 'verdict_notified');
    const { body: notice } = await candidate.get(`/notices/${newest.id}`).expect(200);
    expect(notice.text).toContain('2026年4月9日');
    expect(JSON.stringify(notice)).not.toMatch(/尚未具備/);
  });

  it('stands once: the same again answers it, another is refused', async () => {
    const { id } = await given();
    const input = { channel: 'post', notifiedOn: '2026-03-10' };
    const [first, ...again] = await Promise.all([1, 2, 3].map(() => notify(id, input)));
    expect([first, ...again].map((answer) => answer!.status).sort()).toEqual([200, 200, 201]);
    for (const { body } of again) expect(body).toEqual(first!.body);
    world.clock.pass(1);
    expect((await notify(id, { channel: 'post' }).expect(200)).body).toEqual(first!.body);
    const { body } = await notify(id, { channel: 'in_person', notifiedOn: '2026-03-10' }).expect(409);
    expect(body).toMatchObject({ code: 'verdict_notified' });
    expect(body.title).toContain('2026年3月10日');
  });

  it.each([
    [{ channel: 'in_person', notifiedOn: '2026-03-09' }, 'notifiedOn isNotBeforeVerdict'],
    [{ channel: 'post', notifiedOn: '2026-03-13' }, 'notifiedOn isNotFuture'],
    [{ channel: 'in_app', notifiedOn: '2026-03-11' }, 'notifiedOn isToday'],
    [{ channel: 'post', notifiedOn: '2026-02-30' }, 'notifiedOn isCalendarDate'],
    [{ channel: 'pigeon' }, 'channel isIn'],
    [{}, 'channel isChosen'],
  ])('with %j is refused: %s', async (input, fault) => {
    const { id } = await given();
    world.clock.pass(2);
    expect(faults(await notify(id, input).expect(400))).toEqual([fault]);
  });

  it('may say that the candidate was told on an earlier day, in person or by post', async () => {
    const { id } = await given();
    world.clock.pass(2);
    const { body } = await notify(id, { channel: 'in_person', notifiedOn: '2026-03-10' }).expect(201);
    expect(body).toMatchObject({ notifiedOn: '2026-03-10', appealUntil: '2026-04-09' });
  });
});

describe('a receipt', () => {
  it('says that the candidate has the document, and that it is no consent', async () => {
    const { id, pdfSha256 } = await given();
    await notify(id).expect(201);
    const { body } = await receive(id, pdfSha256).expect(201);
    expect(body).toMatchObject({ verdictId: id, receivedBy: candidate.id, documentSha256: pdfSha256 });
    expect(body.statement).toContain('不代表同意');
    const { body: again } = await receive(id, pdfSha256).set('Accept-Language', 'en').expect(200);
    expect(again).toMatchObject({ id: body.id, receivedAt: body.receivedAt });
    expect(again.statement).toContain('no consent');
  });

  it('is of the document that was issued, and after the notification', async () => {
    const { id, pdfSha256 } = await given();
    expect((await receive(id, pdfSha256).expect(409)).body.code).toBe('verdict_unnotified');
    await notify(id).expect(201);
    const fault = 'documentSha256 isIssuedDocument';
    expect(faults(await receive(id, pdfSha256.replace(/./g, 'a')).expect(400))).toEqual([fault]);
    for (const wrong of [pdfSha256.toUpperCase(), '', 7, null]) await receive(id, wrong).expect(400);
  });
});

describe('an appeal', () => {
  it.each([
    ['in the first moment', '2026-03-10T04:00:01.000Z', 201],
    ['in the last minute of the last day in Taipei', '2026-04-09T15:59:00.000Z', 201],
    ['in the first minute after it, which is the same day in Greenwich', '2026-04-09T16:00:00.000Z', 409],
    ['a day later', '2026-04-10T04:00:00.000Z', 409],
  ])('filed %s is answered by %3$d', async (_, at, status) => {
    const { id } = await told();
    world.clock.set(at);
    const { body } = await appeal(id).expect(status);
    if (status === 201) expect(body).toMatchObject({ state: 'open', grounds, filedBy: { id: candidate.id } });
    else expect([body.code, body.title]).toEqual(['appeal_late', '申覆期限為 2026年4月9日，現已逾期。']);
  });

  it('comes after the notification', async () => {
    const { id } = await given();
    expect((await appeal(id).expect(409)).body.code).toBe('verdict_unnotified');
  });

  it('has grounds', async () => {
    const { id } = await told();
    expect(faults(await appeal(id, { grounds: ' \u0007 ' }).expect(400))).toEqual(['grounds isNotEmpty']);
    expect(faults(await appeal(id, { grounds: '由'.repeat(10_001) }).expect(400))).toEqual(['grounds maxLength']);
  });

  it('is filed once: the same again answers it, another is refused, also when it was withdrawn', async () => {
    const { id } = await told();
    const input = { id: '0199A000-0000-7000-8000-000000000001', grounds };
    const answers = await Promise.all([1, 2, 3].map(() => appeal(id, input)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
    for (const { body } of answers) expect(body).toEqual({ ...answers[0]!.body, id: input.id.toLowerCase() });
    expect((await appeal(id, { grounds: '另一個理由' }).expect(409)).body.code).toBe('appeal_exists');
    expect((await appeal((await told()).id, input).expect(409)).body.code).toBe('already_exists');

    const withdraw = () => candidate.post(`/appeals/${answers[0]!.body.id}/withdrawal`, {});
    const { body } = await withdraw().expect(200);
    expect(body).toMatchObject({ state: 'withdrawn', decision: null });
    expect((await withdraw().expect(200)).body).toEqual(body);
    expect((await appeal(id, { grounds: '又一個理由' }).expect(409)).body.code).toBe('appeal_exists');
    expect((await decide(body.id).expect(409)).body.code).toBe('appeal_withdrawn');
    expect(await standing(id)).toMatchObject({ standing: 'stands', appeal: { state: 'withdrawn' } });
  });

  it('is told to the administrators, and to them no more once it is withdrawn', async () => {
    const { id } = await appealed();
    const newest = async () => {
      const { body } = await manager.get('/me/notices').expect(200);
      return body.items.find(({ kind }: { kind: string }) => kind === 'appeal_filed');
    };
    const told = await newest();
    expect(told).toMatchObject({ state: 'kept' });
    const { body: letter } = await manager.get(`/notices/${told.id}`).expect(200);
    expect(letter.text).toContain(`/appeals/${id}\n`);
    await candidate.post(`/appeals/${id}/withdrawal`, {}).expect(200);
    expect(await newest()).toMatchObject({ state: 'dropped' });
  });
});

describe('who decides an appeal', () => {
  const refusal = async (call: Test) => {
    const { body } = await call.expect(422);
    return [body.code, body.details.rule, body.details.reason, body.title.length > 10];
  };

  it('is not who gave the verdict, and is told why', async () => {
    const { id } = await appealed();
    const expected = ['rule_broken', 'P7', 'appeal_decider_gave_verdict', true];
    expect(await refusal(decide(id, undefined, assessor))).toEqual(expected);
  });

  it('is not who judged, nor who declared a conflict of interest', async () => {
    const people = { bodyId: world.bodyId, candidateId: candidate.id, leadId: assessor.id, secondId: second.id };
    const judged = [['second', 'accepted'] as const];
    const shape = { ...people, documentId, refs: ['1.1'], items: 1, fate: () => ({ judged }) };
    const made = await assessmentWith(db, shape);
    await world.operator
      .post(`/assessments/${made.id}/assignments`, { userId: verifier.id, duty: 'verifier' })
      .expect(201);
    const conflict = { conflict: true, statement: '受評者是我的親屬。' };
    await verifier.post(`/assessments/${made.id}/interest-declarations`, conflict).expect(201);
    const { body: verdict } = await assessor.post(`/assessments/${made.id}/verdicts`, notYet).expect(201);
    await notify(verdict.id).expect(201);
    const { body } = await appeal(verdict.id).expect(201);
    const took = ['rule_broken', 'P7', 'appeal_decider_took_part', true];
    expect(await refusal(decide(body.id, undefined, second))).toEqual(took);
    const has = ['rule_broken', 'P7', 'appeal_decider_has_conflict', true];
    expect(await refusal(decide(body.id, undefined, verifier))).toEqual(has);
  });

  it('is not the candidate, in whatever role besides', async () => {
    const many = await world.person('多職', ['candidate', 'administrator', 'assessor']);
    const people = { bodyId: world.bodyId, candidateId: many.id, leadId: assessor.id };
    const { id } = await assessmentWith(db, { ...people, documentId, refs: ['1.1'], items: 1 });
    const { body: verdict } = await assessor.post(`/assessments/${id}/verdicts`, notYet).expect(201);
    expect((await notify(verdict.id, undefined, many).expect(403)).body.code).toBe('forbidden');
    await notify(verdict.id).expect(201);
    const { body } = await appeal(verdict.id, undefined, many).expect(201);
    const expected = ['rule_broken', 'P7', 'appeal_decider_is_candidate', true];
    expect(await refusal(decide(body.id, undefined, many))).toEqual(expected);
  });

  it('is neither an officer nor the candidate', async () => {
    const { id } = await appealed();
    for (const one of [officer, candidate]) await decide(id, undefined, one).expect(403);
  });

  it('may be an assessor of the body who had no part, sees the appeal for it, and later what they decided', async () => {
    const { id, verdict } = await appealed();
    const other = await world.person('趙評量', ['assessor']);
    await other.get(`/assessments/${verdict.assessmentId}`).expect(404);
    await other.get(`/appeals/${id}`).expect(200);
    const { body: pdf } = await asBuffer(other.get(`/appeals/${id}/verdict-document`)).expect(200);
    expect(sha256(pdf)).toBe(verdict.pdfSha256);
    const { body } = await decide(id, { outcome: 'dismissed', reasons: '紀錄完整。' }, other).expect(201);
    expect(body).toMatchObject({ state: 'dismissed', decision: { decidedBy: { name: '趙評量' } } });
    await other.get(`/appeals/${id}/document`).expect(200);
    await second.get(`/appeals/${id}`).expect(404);
    const { body: record } = await other.get(`/appeals/${id}/record`).expect(200);
    expect(record.decidedBy).toEqual({ id: other.id, name: '趙評量', role: 'assessor' });
  });
});

describe('the decision on an appeal', () => {
  it('is a signed document of its own, which leaves the verdict as it was', async () => {
    const { id, verdict } = await appealed();
    const before = await db.read.findOneBy(Verdict, { id: verdict.id });
    const { body } = await decide(id).expect(201);
    expect(body).toMatchObject({
      state: 'upheld',
      verdict: { documentNumber: verdict.documentNumber },
      decision: { outcome: 'upheld', reasons, decidedBy: { name: '王管理' }, signatureLevel: 'B-B' },
    });
    const { documentNumber, pdfSha256, recordSha256 } = body.decision;
    expect(documentNumber).toMatch(/^TS-2026-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    const pdf = await asBuffer(candidate.get(`/appeals/${id}/document`)).expect(200);
    expect(sha256(pdf.body)).toBe(pdfSha256);
    const report = await verifyPdf(pdf.body, { trust: (await rootPem()).toString() });
    const seal = { field: 'seal', subjectId: world.bodyId };
    expect(report).toMatchObject({ outcome: 'valid', signatures: [{ name: '王管理', subjectId: manager.id }, seal] });
    const record = await asBuffer(candidate.get(`/appeals/${id}/record`)).expect(200);
    expect(sha256(record.body)).toBe(recordSha256);
    expect(Buffer.from(report.attachment!.bytes).equals(record.body)).toBe(true);
    expect(JSON.parse(record.body.toString())).toMatchObject({
      schema: 'touchstone/appeal/1',
      documentNumber,
      candidate: { id: candidate.id, name: '林小美' },
      verdict: { documentNumber: verdict.documentNumber, pdfSha256: verdict.pdfSha256, outcome: 'not_yet_competent' },
      appeal: { id, grounds, filedOn: '2026-03-10' },
      outcome: 'upheld',
      reasons,
      verdictStands: false,
      decidedBy: { id: manager.id, name: '王管理', role: 'administrator' },
    });
    expect(await db.read.findOneBy(Verdict, { id: verdict.id })).toEqual(before);
  });

  it('says all of it on paper, and passes the verify command', async () => {
    const { id, verdict } = await appealed();
    const { body } = await decide(id).expect(201);
    const pdf = await asBuffer(candidate.get(`/appeals/${id}/document`)).expect(200);
    const text = pageTexts(pdf.body).join('').replace(/\s/g, '');
    const said = [verdict.documentNumber, verdict.pdfSha256, grounds, reasons, '申覆有理由', '王管理', '林小美'];
    for (const words of [...said, body.decision.documentNumber, '不再有效', '訓練機構管理者', '尚未具備'])
      expect(text).toContain(words.replace(/\s/g, ''));
    expect(text).not.toMatch(/技術士證|技能職類證書|證照|iCAP/i);
    const [file, root] = [join(world.folder, 'appeal.pdf'), join(world.folder, 'root.pem')];
    writeFileSync(file, pdf.body);
    writeFileSync(root, await rootPem());
    expect(await verify([file, '--trust', root], () => undefined)).toBe(0);
    if (process.env.KEEP_PDF) writeFileSync(process.env.KEEP_PDF, pdf.body);
  });

  it('is made once: the same again answers it, another is refused, and no withdrawal follows', async () => {
    const { id } = await appealed();
    const input = { id: '0199a000-0000-7000-8000-0000000000aa', outcome: 'dismissed', reasons };
    const answers = await Promise.all([1, 2, 3].map(() => decide(id, input)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
    for (const { body } of answers) expect(body).toEqual(answers[0]!.body);
    expect((await decide(id, { outcome: 'upheld', reasons }).expect(409)).body.code).toBe('appeal_decided');
    expect((await candidate.post(`/appeals/${id}/withdrawal`, {}).expect(409)).body.code).toBe('appeal_decided');
    const other = await appealed();
    expect((await decide(other.id, input).expect(409)).body.code).toBe('already_exists');
  });

  it('needs an outcome and reasons', async () => {
    const { id } = await appealed();
    expect(faults(await decide(id, { outcome: 'maybe' }).expect(400))).toEqual(['outcome isIn', 'reasons isNotEmpty']);
  });

  it('is told to the candidate', async () => {
    const { id } = await appealed();
    await decide(id).expect(201);
    const { body } = await candidate.get('/me/notices').expect(200);
    expect(body.items.some(({ kind }: { kind: string }) => kind === 'appeal_decided')).toBe(true);
  });

  it('that ends between its document and its row leaves bytes without a row, and never a row without bytes', async () => {
    const { id } = await appealed();
    const dying = jest.spyOn(db, 'write').mockImplementation(() => Promise.reject(new Error('killed')));
    await decide(id).expect(500);
    dying.mockRestore();
    expect(await db.read.countBy(AppealDecision, { appealId: id })).toBe(0);
    const { orphans, ...found } = await checked();
    expect(found).toEqual({ wrong: [] });
    expect(orphans).toHaveLength(1);
    await decide(id).expect(201);
    expect(await checked()).toEqual({ wrong: [], orphans });
    await world.app.get(FileStore).remove(orphans[0]!);
  });
});

describe('whether a verdict stands', () => {
  const problems = (findings: { rule: string; problem: string }[]) =>
    findings.map(({ rule, problem }) => `${rule} ${problem}`);

  it('follows notification, receipt, appeal and decision, with what the rules find', async () => {
    const { id, pdfSha256 } = await given();
    const first = await standing(id);
    expect(first).toMatchObject({ standing: 'stands', notification: null, receipt: null, appeal: null });
    expect(problems(first.findings)).toEqual(['P7 verdict_not_notified']);
    expect(problems(first.certificate.findings)).toEqual(['P10 verdict_not_competent']);

    await notify(id).expect(201);
    await receive(id, pdfSha256).expect(201);
    const next = await standing(id);
    expect(next).toMatchObject({ standing: 'stands', notification: { appealUntil: '2026-04-09' }, findings: [] });
    expect(next.receipt.statement).toContain('不代表同意');

    const { body } = await appeal(id).expect(201);
    const open = await standing(id, assessor);
    expect(open).toMatchObject({ standing: 'under_appeal', appeal: { id: body.id, state: 'open' } });
    expect(problems(open.certificate.findings)).toEqual(['P7 appeal_open', 'P10 verdict_not_competent']);
    expect(open.findings[0]).toMatchObject({ subject: body.id, refuses: ['certificate'] });

    await decide(body.id).expect(201);
    const last = await standing(id);
    expect(last).toMatchObject({ standing: 'superseded', findings: [], certificate: { possible: false } });
    expect(problems(last.certificate.findings)).toEqual(['P7 appeal_upheld', 'P10 verdict_not_competent']);
    expect(last.certificate.findings[0].problemText).toContain('不再有效');
  });

  it('lets a certificate be issued from a competent verdict, but not while an appeal is open or once it is upheld', async () => {
    const certificate = async (id: string) => (await standing(id)).certificate.possible;
    const competent = async () => (await told({ outcome: 'competent' })).id;
    const [dismissed, upheld] = [await competent(), await competent()];
    expect(await certificate(dismissed)).toBe(true);
    const ids = [];
    for (const id of [dismissed, upheld]) ids.push((await appeal(id).expect(201)).body.id);
    expect(await certificate(dismissed)).toBe(false);
    await decide(ids[0], { outcome: 'dismissed', reasons }).expect(201);
    await decide(ids[1]).expect(201);
    expect([await certificate(dismissed), await certificate(upheld)]).toEqual([true, false]);
  });

  it('is said to everybody on the public page, with the document by which it does not', async () => {
    const { id, verdict } = await appealed();
    const page = async (number: string) => (await publicPage(number, 'text/html').expect(200)).text;
    const json = async (number: string) => (await publicPage(number, 'application/json').expect(200)).body;
    expect(await page(verdict.documentNumber)).toContain('這份判定正在申覆中');
    expect(await json(verdict.documentNumber)).toMatchObject({ standing: 'under_appeal', supersededBy: null });

    const { body } = await decide(id).expect(201);
    const { documentNumber, pdfSha256 } = body.decision;
    const superseded = await page(verdict.documentNumber);
    expect(superseded).toContain('這份判定已不再有效');
    expect(superseded).toContain(`href="/verify/${documentNumber}?lang=`);
    const after = { kind: 'verdict', standing: 'superseded', supersededBy: documentNumber };
    expect(await json(verdict.documentNumber)).toMatchObject({ ...after, outcome: 'not_yet_competent' });

    const own = await page(documentNumber);
    for (const shown of ['申覆決定書', '申覆有理由', pdfSha256, verdict.documentNumber]) expect(own).toContain(shown);
    for (const hidden of ['林小美', '王管理', grounds, reasons]) expect(own + superseded).not.toContain(hidden);
    const about = { kind: 'appeal_decision', outcome: 'upheld', about: verdict.documentNumber, standing: null };
    expect(await json(documentNumber.toLowerCase())).toMatchObject(about);
  });

  it('is not touched by an appeal that was dismissed or withdrawn', async () => {
    const [dismissed, withdrawn] = [await appealed(), await appealed()];
    await decide(dismissed.id, { outcome: 'dismissed', reasons }).expect(201);
    await candidate.post(`/appeals/${withdrawn.id}/withdrawal`, {}).expect(200);
    for (const { verdict } of [dismissed, withdrawn]) {
      const { body } = await publicPage(verdict.documentNumber, 'application/json').expect(200);
      expect(body).toMatchObject({ standing: 'stands', supersededBy: null });
    }
  });
});

describe('somebody of another body', () => {
  it('is not to know of any of it', async () => {
    const { id, verdict } = await appealed();
    const { body: other } = await world.operator.post('/training-bodies', { name: '另一機構' }).expect(201);
    const stranger = await world.person('外人', ['administrator', 'assessor', 'verifier'], other.id);
    for (const path of [`/verdicts/${verdict.id}/standing`, `/appeals/${id}`, `/appeals/${id}/verdict-document`])
      await stranger.get(path).expect(404);
    await notify(verdict.id, undefined, stranger).expect(404);
    await receive(verdict.id, verdict.pdfSha256, stranger).expect(404);
    await appeal(verdict.id, undefined, stranger).expect(404);
    await stranger.post(`/appeals/${id}/withdrawal`, {}).expect(404);
    await decide(id, undefined, stranger).expect(404);
  });
});

describe('a list of appeals', () => {
  // Last, as whoever decides is given a certificate that begins then.
  it('is by their state, for those who run the body, the newest first, with the unit and the last day', async () => {
    world.clock.set('2026-05-01T04:00:00.000Z');
    const { id: open } = await appealed();
    const { id: decided } = await appealed();
    await decide(decided).expect(201);
    const list = async (query: string, by = officer) =>
      (await by.get(`/training-bodies/${world.bodyId}/appeals?${query}`).expect(200)).body;
    const { items } = await list('state=open&limit=200');
    expect(items[0]).toEqual((await officer.get(`/appeals/${open}`).expect(200)).body);
    expect(items[0]).toMatchObject({
      document: { code: expect.any(String), name: expect.any(String) },
      appealUntil: '2026-05-31',
      filedBy: { name: '林小美' },
      decision: null,
    });
    expect(items.map(({ state }: { state: string }) => state)).not.toContain('upheld');
    const first = await list('limit=1', manager);
    expect(first.items).toMatchObject([{ id: decided, state: 'upheld', decision: { decidedBy: { name: '王管理' } } }]);
    expect((await list(`limit=1&cursor=${first.next}`)).items).toMatchObject([{ id: open }]);
    await officer.get(`/training-bodies/${world.bodyId}/appeals?state=lost`).expect(400);
  });
});
