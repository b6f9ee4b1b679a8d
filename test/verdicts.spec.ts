import { createHash, randomUUID } from 'node:crypto';
import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { AuditEntry } from '../src/audit/audit-entry.entity.js';
import { CompetencyItem } from '../src/competencies/competency-item.entity.js';
import { Database } from '../src/database/database.js';
import { FileStore } from '../src/files/file-store.js';
import { Qualification } from '../src/people/qualification.entity.js';
import { canonicalSha256, type VerdictRecord } from '../src/documents/record.js';
import { verifyPdf } from '../src/signing/verify.js';
import { Verdict } from '../src/verdicts/verdict.entity.js';
import { assessmentWith, type AssessmentShape, type Fate } from './factories/assessment.js';
import { enrolled } from './factories/enrolled.js';
import { leftAttempt } from './factories/left-attempt.js';
import { pageTexts } from './support/pdf-text.js';
import { asBuffer } from './support/as-buffer.js';
import { Persona, World } from './world.js';

const rules = { validity: true, sufficiency: true, authenticity: true, currency: true };
const accept = (claimId: string) => ({ claimId, decision: 'accepted', rules });
const notYet = {
  outcome: 'not_yet_competent',
  reasons: '三項指標尚無證據。',
  gaps: [{ targetRef: '1.1', text: '尚未蒐集顧客意見' }, { text: '整體紀錄不足' }],
  feedback: '已完成的部分紮實。',
  nextStep: '補上觀察後再評量。',
};
const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');

describe('verdicts', () => {
  let world: World;
  let db: Database;
  let candidate: Persona;
  let assessor: Persona;
  let stranger: Persona;
  let first: string;
  let documentId: string;
  let required: string[];
  let previousId: string;
  let attempts = 1;
  beforeAll(async () => {
    world = await World.open();
    db = world.app.get(Database);
    ({ candidate, assessor, assessmentId: first, documentId } = await enrolled(world));
    const other = await world.operator.post('/training-bodies', { name: '另一機構' }).expect(201);
    stranger = await world.person('外人', ['administrator', 'assessor'], other.body.id);
    const items = await db.read.find(CompetencyItem, { where: { documentId }, order: { position: 'ASC' } });
    const people = { bodyId: world.bodyId, candidateId: candidate.id, leadId: assessor.id };
    previousId = await leftAttempt(db, { ...people, documentId });
    required = items.filter(({ type }) => type === 'criterion' || type === 'key_aspect').map(({ ref }) => ref);
  });
  afterAll(() => world?.close());

  /** An assessment with everything shown, unless the shape says otherwise. */
  const ready = async (shape: Partial<AssessmentShape> = {}) => {
    const fate: AssessmentShape['fate'] = (index) => (index === 0 ? { form: 'observation' } : {});
    const base = { bodyId: world.bodyId, documentId, candidateId: candidate.id, leadId: assessor.id };
    const size = { items: 4, claimsPerItem: 6, refs: required, attempt: (attempts += 1), previousId };
    return (await assessmentWith(db, { ...base, ...size, fate, ...shape })).id;
  };
  const give = (id: string, input: object, by = assessor) => by.post(`/assessments/${id}/verdicts`, input);
  const documentOf = (id: string, by = assessor) => asBuffer(by.get(`/verdicts/${id}/document`));
  const verdicts = (assessmentId: string) => db.read.count(Verdict, { where: { assessmentId } });
  const stored = () => {
    const folders = readdirSync(world.config.uploadsDir).filter((name) => name !== 'staging');
    return folders.flatMap((name) => readdirSync(join(world.config.uploadsDir, name))).length;
  };
  const rootPem = async () =>
    (await asBuffer(request(world.server).get(`/api/training-bodies/${world.bodyId}/trust/root.pem`))).body.toString();

  describe('the whole way on KMM5R0915v2', () => {
    it('has 18 criteria and 5 key aspects to be shown', () => {
      expect(required).toHaveLength(23);
    });

    it('is refused `competent` with every open rule named in the language asked for', async () => {
      const { body: zh } = await give(first, { outcome: 'competent' }).expect(409);
      const { body: en } = await give(first, { outcome: 'competent' }).set('Accept-Language', 'en').expect(409);
      expect(zh.code).toBe('verdict_refused');
      const open = (body: { details: { rule: string }[] }) => [...new Set(body.details.map(({ rule }) => rule))];
      expect(open(zh)).toEqual(['S1', 'S3', 'S5']);
      expect(open(en)).toEqual(open(zh));
      expect(zh.title).toBe('尚有 3 項規則未符合，不能作成此判定。');
      expect(zh.details).toHaveLength(18 + 5 * 2 + 1);
      for (const { title, problemText, mendText } of zh.details) {
        expect([title, problemText, mendText].join('')).toMatch(/\p{Script=Han}/u);
      }
      for (const { title, problemText, mendText } of en.details) {
        expect([title, problemText, mendText].every((text) => /[a-z]{3}/.test(text))).toBe(true);
      }
      const { body: preview } = await assessor.post(`/assessments/${first}/verdict-preview`, {}).expect(200);
      expect(preview.competent.possible).toBe(false);
      expect(preview.competent.findings).toEqual(zh.details);
      expect(preview.notYetCompetent.findings.map((f: { problem: string }) => f.problem)).toEqual([
        'draft_without_gaps',
        'draft_without_feedback',
        'draft_without_next_step',
      ]);
    });

    it('is granted once evidence, judgements and an observation are there, and signed as PDF', async () => {
      await showEverything();
      const { body: verdict } = await give(first, { outcome: 'competent', feedback: '很好。' }).expect(201);
      expect(verdict).toMatchObject({
        assessmentId: first,
        outcome: 'competent',
        decidedBy: { id: assessor.id, name: '陳評量' },
        decidedOn: '2026-03-02',
        signatureLevel: 'B-B',
      });
      expect(verdict.documentNumber).toMatch(/^TS-2026-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);

      const pdf = await documentOf(verdict.id).expect(200);
      expect(pdf.headers).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename=${verdict.documentNumber}.pdf`,
        'x-content-type-options': 'nosniff',
        etag: `"${verdict.pdfSha256}"`,
      });
      expect(sha256(pdf.body)).toBe(verdict.pdfSha256);
      const report = await verifyPdf(pdf.body, { trust: await rootPem() });
      expect(report.steps.filter(({ ok }) => !ok)).toEqual([]);
      expect(report).toMatchObject({
        outcome: 'valid',
        signatures: [
          { name: '陳評量', subjectId: assessor.id, certificateSha256: verdict.signerSha256 },
          { field: 'seal', subjectId: world.bodyId },
        ],
      });

      const record = await asBuffer(assessor.get(`/verdicts/${verdict.id}/record`)).expect(200);
      expect(sha256(record.body)).toBe(verdict.recordSha256);
      expect(Buffer.from(report.attachment!.bytes).equals(record.body)).toBe(true);
    });

    it('freezes what it rests on', async () => {
      const { body: verdict } = await candidate.get(`/assessments/${first}/verdict`).expect(200);
      const { body: record } = await candidate.get(`/verdicts/${verdict.id}/record`).expect(200);
      expect(record).toMatchObject({
        unit: { kind: 'competency_unit', code: 'KMM5R0915v2', version: 2, edition: 1, level: 5 },
        candidate: { id: candidate.id, name: '林小美' },
        leadAssessor: { name: '陳評量', qualification: '職能評量師' },
        settings: { currencyWindowMonths: 24, timeZone: 'Asia/Taipei' },
        verificationUrl: `${world.config.publicUrl}/verify/${verdict.documentNumber}`,
      });
      const { body: coverage } = await assessor.get(`/assessments/${first}/coverage`).expect(200);
      expect(record.evaluatedRules).toEqual(coverage.evaluatedRules);
      expect(record.evaluatedRules).toEqual(expect.arrayContaining(['V2', 'S1', 'S5', 'P1']));
      expect(record.evaluatedRules).not.toContain('P5');
      const results = record.targets.filter((t: { ref: string }) => required.includes(t.ref));
      expect(results.map((t: { result: string }) => t.result)).toEqual(required.map(() => 'met'));
      expect(results.every((t: { evidence: object[] }) => t.evidence.length > 0)).toBe(true);
      const [work, observation] = record.items;
      expect(work).toMatchObject({ number: 1, title: '客服改善報告', class: 'indirect' });
      expect(work.files[0]).toMatchObject({ name: '報告.txt', sha256: sha256('客服改善報告全文') });
      expect(work).toMatchObject({ signedAt: null, observation: null });
      expect(observation).toMatchObject({
        form: 'observation',
        class: 'direct',
        declaredAt: null,
        signedAt: expect.any(String),
        statement: null,
      });
      expect(observation.observation).toEqual({
        observedBy: { id: assessor.id, name: '陳評量' },
        startedAt: '2026-02-20T01:00:00.000Z',
        endedAt: '2026-02-20T02:30:00.000Z',
        task: null,
        place: '客服中心',
        present: '林小美、值班主管',
        context: '處理三件客訴',
        notes: '依程序處理並記錄。',
        method: null,
        outcomes: [
          { ref: required[0], outcome: 'shown', note: null },
          { ref: required[1], outcome: 'not_seen', note: '當日沒有推廣活動' },
        ],
        signedSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      });
      const superseded = record.judgements.filter((j: { supersededBy: string | null }) => j.supersededBy);
      expect(superseded).toMatchObject([
        { result: 'rejected', reason: '請說明版本', rules: { ...rules, validity: false } },
      ]);
      expect(record.judgements.some((j: { id: string }) => j.id === superseded[0].supersededBy)).toBe(true);
    });

    it('takes nothing more, and no second verdict', async () => {
      for (const outcome of ['competent', 'not_yet_competent']) {
        const { body } = await give(first, { ...notYet, outcome }).expect(409);
        expect(body.code).toBe('assessment_decided');
      }
      const late = await candidate.post(`/assessments/${first}/evidence`, { title: '遲到', statement: '來不及' });
      expect(late.body.code).toBe('assessment_decided');
      const interest = { conflict: true, statement: '想到了' };
      const { body } = await assessor.post(`/assessments/${first}/interest-declarations`, interest).expect(409);
      expect(body.code).toBe('assessment_decided');
      expect((await assessor.post(`/assessments/${first}/verdict-preview`, {}).expect(409)).body.code).toBe(body.code);
      await expect(
        db.write((tx) => tx.update(Verdict, { assessmentId: first }, { outcome: 'not_yet_competent' })),
      ).rejects.toThrow(/append-only/);
    });

    it('stays the same bytes for ever, also when names and policies change', async () => {
      const { body: verdict } = await assessor.get(`/assessments/${first}/verdict`).expect(200);
      const before = (await documentOf(verdict.id).expect(200)).body as Buffer;
      await world.changeBody({ name: '改名後的機構' });
      world.clock.pass(400);
      const after = (await documentOf(verdict.id, candidate).expect(200)).body as Buffer;
      expect(after.equals(before)).toBe(true);
      await assessor.get(`/verdicts/${verdict.id}/document`).set('If-None-Match', `"${verdict.pdfSha256}"`).expect(304);
      world.clock.pass(-400);
    });

    async function showEverything(): Promise<void> {
      const [aspects, criteria] = [required.slice(18), required.slice(0, 18)];
      const { body: item } = await candidate
        .upload(`/assessments/${first}/evidence`)
        .field('title', '客服改善報告')
        .field('producedOn', '2026-02-01')
        .attach('files', Buffer.from('客服改善報告全文'), '報告.txt')
        .expect(201);
      await candidate.post(`/assessments/${first}/declarations`, { itemIds: [item.id] }).expect(201);
      const claims = [...criteria, ...aspects].map((targetRef) => ({ itemId: item.id, targetRef, place: { page: 1 } }));
      const { body: made } = await candidate.post(`/assessments/${first}/claims`, { claims }).expect(201);
      const [one, ...others] = made.map(({ id }: { id: string }) => id) as string[];
      const judge = (judgements: object[]) => assessor.post(`/assessments/${first}/judgements`, { judgements });
      await judge([
        { claimId: one, decision: 'rejected', rules: { ...rules, validity: false }, reason: '請說明版本' },
      ]).expect(201);
      await judge([one!, ...others].map(accept)).expect(201);
      const observation = {
        startedAt: '2026-02-20T09:00:00+08:00',
        endedAt: '2026-02-20T10:30:00+08:00',
        place: '客服中心',
        present: '林小美、值班主管',
        context: '處理三件客訴',
        notes: '依程序處理並記錄。',
        outcomes: [
          { ref: criteria[0], outcome: 'shown' },
          { ref: criteria[1], outcome: 'not_seen', note: '當日沒有推廣活動' },
        ],
      };
      const id = randomUUID();
      await assessor
        .put(`/assessments/${first}/observations/${id}`, observation)
        .expect(({ status }) => expect([200, 201]).toContain(status));
      const signed = await assessor.post(`/observations/${id}/signature`, {});
      expect([200, 201]).toContain(signed.status);
      const { body: proposed } = await assessor.get(`/assessments/${first}/claims?itemId=${id}`).expect(200);
      await judge(proposed.items.map((claim: { id: string }) => accept(claim.id))).expect(201);
    }
  });

  describe('not yet competent', () => {
    it('needs reasons, gaps, feedback and a next step', async () => {
      const id = await ready({ items: 1 });
      const { reasons, ...withoutReasons } = notYet;
      const { body } = await give(id, withoutReasons).expect(400);
      expect(body.errors.map((e: { field: string }) => e.field)).toEqual(['reasons']);
      const refused = await give(id, { outcome: 'not_yet_competent', reasons }).expect(409);
      expect(refused.body.details.map((f: { problem: string }) => f.problem)).toEqual([
        'draft_without_gaps',
        'draft_without_feedback',
        'draft_without_next_step',
      ]);
      const unknown = await give(id, { ...notYet, gaps: [{ targetRef: '9.9', text: '無此指標' }] }).expect(400);
      expect(unknown.body.errors).toMatchObject([{ field: 'gaps.0.targetRef' }]);
      expect(await verdicts(id)).toBe(0);
    });

    it('can be given at any time with them, and prints them', async () => {
      const id = await ready({ items: 1 });
      const { body } = await give(id, notYet).expect(201);
      expect(body).toMatchObject({ outcome: 'not_yet_competent', reasons: notYet.reasons, feedback: notYet.feedback });
      expect(body.gaps).toEqual([notYet.gaps[0], { targetRef: null, text: '整體紀錄不足' }]);
    });
  });

  describe('the claims it was taken on', () => {
    const frozen = async (id: string) => {
      const { body: verdict } = await give(id, notYet).expect(201);
      const { text } = await assessor.get(`/verdicts/${verdict.id}/record`).expect(200);
      return { verdict, text, record: JSON.parse(text) as VerdictRecord };
    };
    const fates: Fate[] = [
      { form: 'observation' },
      {},
      { declared: false },
      { judged: [] },
      { producedOn: '2020-01-01', judged: [['lead', 'more_needed']] },
      { withdrawn: true },
      { withdrawn: true, judged: [] },
      { claimsWithdrawn: true, judged: [] },
      { form: 'observation', signed: false, judged: [] },
    ];

    it('are all in the record, those that do not count with what kept them from it', async () => {
      const id = await ready({ items: fates.length, claimsPerItem: 1, fate: (index) => fates[index]! });
      const { record } = await frozen(id);
      expect(record.claims.map(({ itemNumber, state, counts, why }) => [itemNumber, state, counts, why])).toEqual([
        [1, 'accepted', true, []],
        [2, 'accepted', true, []],
        [3, 'accepted', false, ['undeclared']],
        [4, 'unjudged', false, ['unjudged']],
        [5, 'more_needed', false, ['more_needed']],
        [6, 'accepted', false, ['item_withdrawn']],
      ]);
      expect(record.claims[3]).toEqual({
        id: expect.any(String),
        carriedFrom: null,
        itemNumber: 4,
        targetRef: required[3],
        method: null,
        methodReason: null,
        place: null,
        proposedBy: { id: candidate.id, name: '林小美' },
        proposedAt: expect.any(String),
        state: 'unjudged',
        counts: false,
        why: ['unjudged'],
      });
      const counting = record.targets.flatMap(({ evidence }) => evidence.map(({ claimId }) => claimId));
      expect(record.claims.flatMap((claim) => (claim.counts ? [claim.id] : [])).sort()).toEqual(counting.sort());
    });

    it('and the judgements speak of no item that the record does not list', async () => {
      const id = await ready({ items: fates.length, claimsPerItem: 1, fate: (index) => fates[index]! });
      const { record } = await frozen(id);
      expect(record.items.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 8]);
      expect(record.items.find(({ number }) => number === 6)).toMatchObject({
        withdrawnAt: '2026-02-10T00:00:00.000Z',
        withdrawalReason: null,
        files: [{ sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }],
      });
      const listed = new Set(record.items.map(({ number }) => number));
      const claims = new Set(record.claims.map((claim) => claim.id));
      const spoken = [...record.claims, ...record.judgements].filter(({ itemNumber }) => !listed.has(itemNumber));
      expect([spoken, record.judgements.filter(({ claimId }) => !claims.has(claimId))]).toEqual([[], []]);
    });

    it('keep of evidence that was taken back its hashes and the reason, and not its words', async () => {
      const id = await ready({ items: 1 });
      const words = { title: '客戶往來', statement: '王太太的電話是 0912', producedOn: '2026-02-01' };
      const { body: item } = await candidate.post(`/assessments/${id}/evidence`, words).expect(201);
      const claims = [{ itemId: item.id, targetRef: required[0] }];
      const { body: made } = await candidate.post(`/assessments/${id}/claims`, { claims }).expect(201);
      await assessor.post(`/assessments/${id}/judgements`, { judgements: [accept(made[0].id)] }).expect(201);
      await candidate.post(`/evidence/${item.id}/withdrawal`, { reason: '含客戶個資' }).expect(({ status }) => {
        expect([200, 201]).toContain(status);
      });
      const { record, text, verdict } = await frozen(id);
      expect(record.items.at(-1)).toMatchObject({ title: '客戶往來', withdrawalReason: '含客戶個資', statement: null });
      expect(text).not.toContain('0912');
      const printed = pageTexts((await documentOf(verdict.id).expect(200)).body as Buffer).join('');
      expect(printed).toContain('含客戶個資');
      expect(printed).toContain('證據已撤回');
    });

    it('are under the hash of the basis, which anybody can make again', async () => {
      const { record } = await frozen(await ready({ items: 2, claimsPerItem: 2 }));
      const { basisHash, documentNumber, verificationUrl, ...rest } = record;
      const { outcome, reasons, gaps, feedback, nextStep, ...basis } = rest;
      expect({ documentNumber, verificationUrl, outcome, reasons, gaps, feedback, nextStep }).toMatchObject({
        documentNumber: expect.stringMatching(/^TS-/),
        outcome: 'not_yet_competent',
      });
      expect(canonicalSha256(basis)).toBe(basisHash);
      const [first, ...others] = basis.claims;
      const altered = { ...basis, claims: [{ ...first!, counts: !first!.counts }, ...others] };
      expect(canonicalSha256(altered)).not.toBe(basisHash);
      expect(canonicalSha256({ ...basis, evaluatedRules: ['V1'] })).not.toBe(basisHash);
    });

    it('are the same bytes in the PDF as in the record that is answered, also 3,000 of them', async () => {
      const fate = (index: number): Fate => (index % 3 === 0 ? { judged: [] } : { declared: index % 3 === 1 });
      const id = await ready({ items: 300, claimsPerItem: 10, fate });
      const { record, text, verdict } = await frozen(id);
      expect(record.claims).toHaveLength(3000);
      expect(text.length).toBeLessThan(4 * 1024 ** 2);
      const pdf = (await documentOf(verdict.id).expect(200)).body as Buffer;
      const { attachment } = await verifyPdf(pdf, { trust: await rootPem() });
      expect(Buffer.from(attachment!.bytes).equals(Buffer.from(text))).toBe(true);
    });
  });

  describe('who may', () => {
    it('is the lead assessor who is entitled, and nobody else', async () => {
      const id = await ready();
      const verifier = await world.person('吳審查', ['verifier']);
      await world.operator
        .post(`/assessments/${id}/assignments`, { userId: verifier.id, duty: 'verifier' })
        .expect(201);
      for (const path of ['verdicts', 'verdict-preview']) {
        const body = path === 'verdicts' ? { outcome: 'competent' } : {};
        await candidate.post(`/assessments/${id}/${path}`, body).expect(403);
        await world.operator.post(`/assessments/${id}/${path}`, body).expect(403);
        await verifier.post(`/assessments/${id}/${path}`, body).expect(403);
        await stranger.post(`/assessments/${id}/${path}`, body).expect(404);
        await request(world.server).post(`/api/assessments/${id}/${path}`).send(body).expect(401);
      }
      const { body: verdict } = await give(id, { outcome: 'competent' }).expect(201);
      for (const path of [
        `/assessments/${id}/verdict`,
        `/verdicts/${verdict.id}/document`,
        `/verdicts/${verdict.id}/record`,
      ]) {
        for (const reader of [candidate, world.operator, verifier, assessor]) await reader.get(path).expect(200);
        await stranger.get(path).expect(404);
        await request(world.server).get(`/api${path}`).expect(401);
      }
    });

    it('has no verdict to read before there is one', async () => {
      await assessor.get(`/assessments/${await ready()}/verdict`).expect(404);
    });
  });

  describe('asking twice', () => {
    it('gives the same verdict for the same id and input, and refuses another input', async () => {
      const id = await ready();
      const input = { id: randomUUID().toUpperCase(), outcome: 'competent', feedback: '好' };
      const { body: made } = await give(id, input).expect(201);
      const { body: again } = await give(id, input).expect(200);
      expect(again).toEqual(made);
      expect((await give(id, { ...input, feedback: '不同' }).expect(409)).body.code).toBe('assessment_decided');
      const elsewhere = await give(await ready(), input).expect(409);
      expect(elsewhere.body.code).toBe('already_exists');
    });

    it('at once gives one verdict', async () => {
      const id = await ready();
      const files = stored();
      const answers = await Promise.all([1, 2, 3].map(() => give(id, { outcome: 'competent' })));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
      expect(answers.filter(({ status }) => status === 409).map(({ body }) => body.code)).toEqual([
        'assessment_decided',
        'assessment_decided',
      ]);
      expect(await verdicts(id)).toBe(1);
      expect(stored()).toBe(files + 1);
    });

    it('at once with one id gives all of them the same', async () => {
      const id = await ready();
      const input = { id: randomUUID(), outcome: 'competent' };
      const answers = await Promise.all([1, 2, 3].map(() => give(id, input)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
      expect(new Set(answers.map(({ body }) => body.pdfSha256)).size).toBe(1);
    });
  });

  it('leaves its hashes in the audit log', async () => {
    const id = await ready();
    const { body: verdict } = await give(id, { outcome: 'competent' }).expect(201);
    const entry = await db.read.findOneBy(AuditEntry, { action: 'verdict.given', subjectId: id });
    expect(JSON.parse(entry!.data)).toMatchObject({
      verdictId: verdict.id,
      recordSha256: verdict.recordSha256,
      pdfSha256: verdict.pdfSha256,
      signerSha256: verdict.signerSha256,
    });
    expect((await assessor.get(`/assessments/${id}`)).body.decidedAt).toBe(verdict.decidedAt);
  });

  it('hands out no document whose bytes were changed', async () => {
    const id = await ready();
    const { body: verdict } = await give(id, { outcome: 'competent' }).expect(201);
    appendFileSync(join(world.config.uploadsDir, verdict.pdfSha256.slice(0, 2), verdict.pdfSha256), '%');
    const { body } = await assessor.get(`/verdicts/${verdict.id}/document`).expect(500);
    expect(body.code).toBe('stored_file_damaged');
  });

  describe('the public page', () => {
    let verdict: { id: string; documentNumber: string; pdfSha256: string; signerSha256: string };
    beforeAll(async () => {
      const name = '<script>alert(1)</script> & 機構';
      await world.changeBody({ name });
      verdict = (await give(await ready(), { outcome: 'competent' }).expect(201)).body;
    });

    it('shows what a holder compares, without the candidate, and runs nothing', async () => {
      const { text, headers } = await request(world.server)
        .get(`/verify/${verdict.documentNumber}`)
        .set('Accept', 'text/html')
        .expect(200);
      for (const shown of [
        verdict.documentNumber,
        verdict.pdfSha256,
        verdict.signerSha256,
        'KMM5R0915v2',
        '已具備',
        '2026-03-02',
      ]) {
        expect(text).toContain(shown);
      }
      expect(text).toMatch(/KMM5R0915v2，第 2 版</);
      expect(text).not.toContain('林小美');
      expect(text).not.toContain('<script');
      expect(text).toContain('&#60;script&#62;alert(1)&#60;/script&#62; &#38; 機構');
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'self'/);
      expect(text).not.toMatch(/style=|onload=|<style/);
      await request(world.server)
        .get('/verify/style.css')
        .expect(200)
        .expect('content-type', /text\/css/);
    });

    it('answers machines with JSON, and numbers however they were typed', async () => {
      const typed = verdict.documentNumber
        .toLowerCase()
        .replace(/-(.*)/, (rest) => rest.replace(/1/g, 'l').replace(/0/g, 'o'));
      const { body } = await request(world.server)
        .get(`/verify/${encodeURIComponent(typed.replace(/^ts-2o26/, 'ts-2026'))}`)
        .set('Accept', 'application/json')
        .expect(200);
      expect(body).toMatchObject({
        documentNumber: verdict.documentNumber,
        outcome: 'competent',
        pdfSha256: verdict.pdfSha256,
      });
      expect(JSON.stringify(body)).not.toContain('林小美');
    });

    it('says the same of every number that is not registered', async () => {
      const pages = await Promise.all(
        ['TS-2026-0000-0000', 'nonsense', encodeURIComponent('"><b>')].map((number) =>
          request(world.server).get(`/verify/${number}`).set('Accept', 'text/html').expect(404),
        ),
      );
      expect(new Set(pages.map(({ text }) => text)).size).toBe(1);
      const { body } = await request(world.server)
        .get('/verify/TS-2026-0000-0000')
        .set('Accept', 'application/json')
        .expect(404);
      expect(body.code).toBe('not_found');
    });

    it('never holds who asks for documents that are there', async () => {
      const ask = () => request(world.server).get(`/verify/${verdict.documentNumber}`).set('Accept', 'text/html');
      for (let i = 0; i < 70; i += 1) await ask().expect(200);
    });

    it('holds an address that asks too often for what is not there', async () => {
      world.clock.pass(1);
      const ask = () => request(world.server).get('/verify/TS-2026-0000-0001').set('Accept', 'text/html');
      for (let i = 0; i < 60; i += 1) await ask().expect(404);
      expect((await ask().expect(429)).headers['retry-after']).toBeDefined();
      world.clock.pass(-1);
    });
  });
});

describe('a verdict whose basis changes while it is made', () => {
  let world: World;
  let db: Database;
  let shape: AssessmentShape;
  let assessor: Persona;
  let candidate: Persona;
  let attempt = 1;
  let afterPut: () => Promise<unknown> = () => Promise.resolve();
  beforeAll(async () => {
    world = await World.open();
    db = world.app.get(Database);
    const made = await enrolled(world);
    ({ assessor, candidate } = made);
    const items = await db.read.find(CompetencyItem, { where: { documentId: made.documentId } });
    const refs = items.filter(({ type }) => type === 'criterion' || type === 'key_aspect').map(({ ref }) => ref);
    const fate: AssessmentShape['fate'] = (index) => (index === 0 ? { form: 'observation' } : {});
    const who = { bodyId: world.bodyId, candidateId: candidate.id, leadId: assessor.id };
    const previousId = await leftAttempt(db, { ...who, documentId: made.documentId });
    shape = { ...who, documentId: made.documentId, previousId, items: 4, claimsPerItem: 6, refs, fate };
    const store = world.app.get(FileStore);
    const put = store.put.bind(store);
    store.put = async (...input) => {
      const stored = await put(...input);
      await afterPut();
      return stored;
    };
  });
  afterAll(() => world?.close());

  const ready = async () => (await assessmentWith(db, { ...shape, attempt: (attempt += 1) })).id;
  const give = (id: string, input: object) => assessor.post(`/assessments/${id}/verdicts`, input);
  /** When the document lies in the store and the row is not written yet. */
  const meanwhile = (change: () => Promise<unknown>, times = 1) => {
    let left = times;
    afterPut = async () => {
      if (left-- > 0) await change();
    };
  };

  /** A restart listens at another port. */
  const moved = (person: Persona) => new Persona(person.id, person.name, person.email, world.server, person['token']);

  it('is made anew when evidence came in, and shows it', async () => {
    const id = await ready();
    meanwhile(() => candidate.post(`/assessments/${id}/evidence`, { title: '剛到的', statement: '補充' }).expect(201));
    const { body: verdict } = await give(id, { outcome: 'competent' }).expect(201);
    const { body: record } = await assessor.get(`/verdicts/${verdict.id}/record`).expect(200);
    expect(record.items.map((item: { title: string }) => item.title)).toContain('剛到的');
  });

  it('is refused when what came in opens a rule', async () => {
    const id = await ready();
    meanwhile(async () => {
      const item = await candidate
        .post(`/assessments/${id}/evidence`, { title: '剛到的', statement: '補充' })
        .expect(201);
      const claims = [{ itemId: item.body.id, targetRef: shape.refs![0] }];
      await candidate.post(`/assessments/${id}/claims`, { claims }).expect(201);
    });
    const { body } = await give(id, { outcome: 'competent' }).expect(409);
    expect(body.details.map((f: { rule: string }) => f.rule)).toEqual(['V2']);
    expect(await db.read.count(Verdict, { where: { assessmentId: id } })).toBe(0);
  });

  it('gives up when it never stands still, with nothing written', async () => {
    const id = await ready();
    let seen = 0;
    meanwhile(
      () => candidate.post(`/assessments/${id}/evidence`, { title: `第 ${++seen} 件`, statement: '補充' }).expect(201),
      99,
    );
    const { body } = await give(id, { outcome: 'competent' }).expect(409);
    expect(body.code).toBe('busy_changed');
    expect(seen).toBe(3);
    expect(await db.read.count(Verdict, { where: { assessmentId: id } })).toBe(0);
    expect((await assessor.get(`/assessments/${id}`)).body.decidedAt).toBeNull();
  });

  it('is refused when the assessor’s qualification is revoked at that moment', async () => {
    const id = await ready();
    const held = await db.read.findOneBy(Qualification, { userId: assessor.id });
    meanwhile(() =>
      world.operator.post(`/training-bodies/${world.bodyId}/qualifications/${held!.id}/revocation`).expect(204),
    );
    const { body } = await give(id, { outcome: 'competent' }).expect(409);
    expect(body.code).toBe('verdict_refused');
    expect(body.details.map((f: { rule: string }) => f.rule)).toContain('P1');
    const { userId, title } = held!;
    const again = { userId, title, validFrom: '2024-01-01' };
    await world.operator.post(`/training-bodies/${world.bodyId}/qualifications`, again).expect(201);
  });

  it('is not given, and nothing is lost, while the keys cannot be opened', async () => {
    const id = await ready();
    await world.stop();
    await world.start({ env: { KEY_PASSPHRASE: 'not the one' } });
    db = world.app.get(Database);
    assessor = moved(assessor);
    const { body } = await give(id, { outcome: 'competent' }).expect(503);
    expect(body.code).toBe('signing_unavailable');
    expect(await db.read.count(Verdict, { where: { assessmentId: id } })).toBe(0);
    await world.stop();
    await world.start();
    db = world.app.get(Database);
    assessor = moved(assessor);
    await give(id, { outcome: 'competent' }).expect(201);
  });
});
