import { randomUUID } from 'node:crypto';
import { Finisher } from '../src/certificates/finisher.js';
import { certificateNumber, nextSerial } from '../src/certificates/serial.js';
import { Database } from '../src/database/database.js';
import { type Competent, competentVerdicts, type CompetentShape } from './factories/competent.js';
import { type Persona, World } from './world.js';

const serialsOf = (numbers: readonly string[]): number[] =>
  numbers.map((number) => Number(number.slice(5))).sort((a, b) => a - b);
const upTo = (count: number, from = 1): number[] => Array.from({ length: count }, (_, i) => from + i);

describe('certificates', () => {
  let world: World;
  let db: Database;
  let officer: Persona;
  let lead: Persona;
  let candidate: Persona;

  beforeAll(async () => {
    world = await World.open({ withoutSeeds: true });
    db = world.app.get(Database);
    [officer, lead, candidate] = await Promise.all([
      world.person('承辦人', ['officer']),
      world.person('陳評量', ['assessor']),
      world.person('林小美', ['candidate']),
    ]);
  });
  afterAll(() => world.close());

  const made = (shape: Partial<CompetentShape> = {}): Promise<Competent[]> =>
    competentVerdicts(db, { bodyId: world.bodyId, leadId: lead.id, ...shape });
  const one = async (shape: Partial<CompetentShape> = {}): Promise<Competent> => (await made(shape))[0]!;
  const mine = (): Promise<Competent> => one({ candidateIds: [candidate.id] });
  const issue = (assessmentId: string, body: object = {}) =>
    officer.post(`/assessments/${assessmentId}/certificate`, body);
  const last = async (): Promise<number> => {
    const { body } = await officer.get(`/training-bodies/${world.bodyId}/certificates?limit=1`).expect(200);
    return body.items[0] ? Number(body.items[0].number.slice(5)) : 0;
  };
  const uphold = async (verdictId: string): Promise<{ number: string }> => {
    const filed = await candidate.post(`/verdicts/${verdictId}/appeal`, { grounds: '漏列一項。' }).expect(201);
    const decision = { outcome: 'upheld', reasons: '紀錄不全。' };
    const other = await world.person('審查', ['verifier']);
    const { body } = await other.post(`/appeals/${filed.body.id}/decision`, decision).expect(201);
    return { number: body.decision.documentNumber };
  };

  it('is issued once, sealed by the body, and says what the verdict pinned', async () => {
    const { assessmentId, verdictId } = await mine();
    const input = { id: randomUUID(), birthDate: '1990-05-01', maskedId: 'A12****789' };
    const { body: certificate } = await issue(assessmentId, input).expect(201);
    expect(certificate).toMatchObject({
      ...{ id: input.id, state: 'issued', verdictId, number: expect.stringMatching(/^2026-\d{6}$/) },
      ...{ holder: { id: candidate.id, name: '林小美' }, replaces: null, supersededBy: null, revocation: null },
      document: { signatureLevel: expect.stringMatching(/^B-/) },
    });
    await issue(assessmentId, input).expect(200);
    const again = await issue(assessmentId).expect(409);
    expect(again.body).toMatchObject({ code: 'certificate_refused', details: [{ problem: 'certificate_exists' }] });

    const { body: record } = await candidate.get(`/certificates/${input.id}/record`).expect(200);
    expect(record).toMatchObject({
      schema: 'touchstone/certificate/1',
      ...{ certificateNumber: certificate.number, documentNumber: certificate.documentNumber },
      holder: { name: '林小美', birthDate: '1990-05-01', maskedId: 'A12****789' },
      verdict: { id: verdictId, decidedOn: '2026-02-20', decidedBy: { name: '陳評量' } },
    });
    const pdf = await candidate.get(`/certificates/${input.id}/document`).buffer(true).expect(200);
    expect(pdf.headers['content-disposition']).toMatch(/^inline/);
    const { body: root } = await officer.get(`/training-bodies/${world.bodyId}/trust/root.pem`).buffer(true);
    expect(root).toBeDefined();
    expect((await candidate.get('/me/certificates').expect(200)).body.items).toMatchObject([{ id: input.id }]);
    expect((await lead.get(`/certificates/${input.id}`).expect(200)).body.number).toBe(certificate.number);
    await (await world.person('外人', ['assessor'])).get(`/certificates/${input.id}`).expect(404);
  });

  it('takes no identity number in clear', async () => {
    const { assessmentId } = await one();
    const { body } = await issue(assessmentId, { maskedId: 'A123456789' }).expect(400);
    expect(body.errors).toMatchObject([{ field: 'maskedId', rule: 'matches' }]);
  });

  it.each([
    ['not from a verdict that is not competent', { outcome: 'not_yet_competent' as const }, 'verdict_not_competent'],
    ['not while an appeal waits', { appealed: 'open' }, 'appeal_open'],
    ['not after an appeal was upheld', { appealed: 'upheld' }, 'appeal_upheld'],
    ['from a verdict whose appeal was withdrawn', { appealed: 'withdrawn' }, null],
    ['not twice for one version, by whatever attempt', { attempts: 2 }, 'certificate_exists'],
  ] as [string, { outcome?: 'not_yet_competent'; appealed?: string; attempts?: number }, string | null][])(
    'is issued %s',
    async (_, { outcome, appealed, attempts = 1 }, problem) => {
      const first = await one({ candidateIds: [candidate.id], ...(outcome && { outcome }) });
      const { documentId } = first;
      if (appealed === 'upheld') await uphold(first.verdictId);
      else if (appealed) {
        const { body } = await candidate.post(`/verdicts/${first.verdictId}/appeal`, { grounds: '漏列' }).expect(201);
        if (appealed === 'withdrawn') await candidate.post(`/appeals/${body.id}/withdrawal`, {}).expect(200);
      }
      if (attempts > 1) await issue(first.assessmentId).expect(201);
      const asked = attempts > 1 ? await one({ candidateIds: [candidate.id], documentId, attempt: 2 }) : first;
      const { body } = await issue(asked.assessmentId).expect(problem ? 409 : 201);
      if (problem) expect(body.details.map((finding: { problem: string }) => finding.problem)).toContain(problem);
      const path = `/training-bodies/${world.bodyId}/certificate-batches/preview?documentId=${documentId}`;
      const { body: preview } = await officer.get(path).expect(200);
      const told = preview.items.find((item: { assessmentId: string }) => item.assessmentId === asked.assessmentId);
      expect(told.reasons.map(({ code }: { code: string }) => code)).toContain(problem ?? 'certificate_exists');
    },
  );

  it('is revoked with a reason, for good, and its holder is told; then another may be issued', async () => {
    const { assessmentId } = await mine();
    const { body: first } = await issue(assessmentId).expect(201);
    const input = { reason: 'issued_in_error', note: '誤植級別。' };
    await officer.post(`/certificates/${first.id}/revocation`, { reason: 'verdict_overturned', note: 'x' }).expect(400);
    const { body: revoked } = await officer.post(`/certificates/${first.id}/revocation`, input).expect(200);
    expect(revoked).toMatchObject({ state: 'revoked', revocation: { ...input, revokedBy: { id: officer.id } } });
    await officer.post(`/certificates/${first.id}/revocation`, input).expect(200);
    await officer.post(`/certificates/${first.id}/revocation`, { ...input, note: '別的' }).expect(409);
    await officer.post(`/certificates/${first.id}/reissue`, { reason: 'lost', note: '遺失' }).expect(409);
    const { body: notices } = await candidate.get('/me/notices').expect(200);
    expect(notices.items.map(({ kind }: { kind: string }) => kind)).toContain('certificate_revoked');
    const { body: second } = await issue(assessmentId).expect(201);
    expect(Number(second.number.slice(5))).toBeGreaterThan(Number(first.number.slice(5)));
  });

  it('is revoked with the verdict that it rests on, in the write that upholds the appeal', async () => {
    const { assessmentId, verdictId } = await mine();
    const { body: certificate } = await issue(assessmentId).expect(201);
    const { number } = await uphold(verdictId);
    const { body } = await candidate.get(`/certificates/${certificate.id}`).expect(200);
    expect(body).toMatchObject({ state: 'revoked', revocation: { reason: 'verdict_overturned', note: number } });
    await issue(assessmentId).expect(409);
  });

  it('is issued anew under its own number after a name was corrected, and the old one is superseded', async () => {
    const { assessmentId } = await mine();
    const { body: old } = await issue(assessmentId, { birthDate: '1990-05-01' }).expect(201);
    const input = { id: randomUUID(), reason: 'name_corrected', note: '姓名更正' };
    const { body: anew } = await officer.post(`/certificates/${old.id}/reissue`, input).expect(201);
    expect(anew).toMatchObject({
      state: 'issued',
      replaces: { id: old.id, number: old.number, ...{ note: '姓名更正' } },
    });
    await officer.post(`/certificates/${old.id}/reissue`, input).expect(200);
    await officer.post(`/certificates/${old.id}/reissue`, { ...input, id: randomUUID() }).expect(409);
    await officer.post(`/certificates/${old.id}/revocation`, { reason: 'other', note: '重複' }).expect(409);
    const { body: before } = await officer.get(`/certificates/${old.id}`).expect(200);
    expect(before).toMatchObject({ state: 'superseded', supersededBy: { id: anew.id, number: anew.number } });
    const { body: record } = await officer.get(`/certificates/${anew.id}/record`).expect(200);
    expect(record).toMatchObject({
      holder: { birthDate: '1990-05-01' },
      replaces: { certificateNumber: old.number, documentNumber: old.documentNumber, reason: '姓名更正' },
    });
    const path = `/training-bodies/${world.bodyId}/certificates?documentId=${old.unit.id}&state=`;
    expect((await officer.get(`${path}superseded`).expect(200)).body.items).toMatchObject([{ id: old.id }]);
    expect((await officer.get(`${path}issued&search=小美`).expect(200)).body.items).toMatchObject([{ id: anew.id }]);
    expect((await officer.get(`${path}issued&search=%25`).expect(200)).body.items).toEqual([]);
  });

  it('sends its holder the address where it is verified, three times a day at most', async () => {
    const { assessmentId } = await mine();
    const { body: certificate } = await issue(assessmentId).expect(201);
    const mail = () => officer.post(`/certificates/${certificate.id}/email`);
    for (let times = 0; times < 3; times += 1) await mail().expect(204);
    expect((await mail().expect(429)).body.code).toBe('throttled');
  });

  it('numbers 200 that are issued at once without a gap, and starts each year at 1', async () => {
    const people = await made({ count: 200 });
    const before = await last();
    // Their documents are another matter, so that the test is about numbers alone.
    const { Registrar } = await import('../src/certificates/registrar.js');
    const registrar = world.app.get(Registrar);
    const actor = {
      userId: officer.id,
      operator: false,
      memberships: [{ bodyId: world.bodyId, role: 'officer' as const }],
    };
    const enter = (assessmentId: string) => {
      const application = {
        id: randomUUID(),
        holder: { birthDate: null, maskedId: null },
        previous: null,
        batchId: null,
      };
      return db.write((tx) => registrar.enter(tx, actor, assessmentId, application));
    };
    // Every tenth is refused on the way, which takes no number.
    const asked = people.flatMap(({ assessmentId }, i) => (i % 10 ? [assessmentId] : [assessmentId, randomUUID()]));
    const settled = await Promise.allSettled(asked.map(enter));
    const numbers = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value.number] : []));
    expect(serialsOf(numbers)).toEqual(upTo(200, before + 1));
    await db.write(async (tx) => expect(await nextSerial(tx, world.bodyId, 2027)).toBe(1));
    expect(certificateNumber(2027, 1)).toBe('2027-000001');
  });

  it('is issued to a whole cohort, passing over who does not qualify, in numbers without a gap', async () => {
    const cohort = `第${randomUUID().slice(0, 4)}梯`;
    const { documentId } = await one();
    await made({ count: 5, cohort, documentId });
    const [unfit] = await made({ cohort, documentId, outcome: 'not_yet_competent' });
    const [fit] = await made({ cohort, documentId });
    const ids = [unfit!.assessmentId, fit!.assessmentId];
    const before = await last();
    const path = `/training-bodies/${world.bodyId}/certificate-batches`;
    const order = { id: randomUUID(), assessmentIds: ids };
    expect((await officer.post(path, order).expect(201)).body.progress.of).toBe(2);
    await officer.post(path, order).expect(200);
    await world.app.get(Finisher).work();
    const { body: items } = await officer.get(`/certificate-batches/${order.id}/items`).expect(200);
    expect(items.items).toMatchObject([
      {
        assessmentId: ids[0],
        certificate: null,
        refusal: [{ code: 'verdict_not_competent', text: '這份判定不是「已具備」，不能據以核發證明。' }],
      },
      { assessmentId: ids[1], certificate: { number: expect.any(String) }, refusal: null },
    ]);
    const { body: all } = await officer.post(path, { cohort }).expect(201);
    expect(all.progress.of).toBe(5);
    await world.app.get(Finisher).work();
    const { body: done } = await officer.get(`/certificate-batches/${all.id}`).expect(200);
    expect(done).toMatchObject({ state: 'done', progress: { of: 5, numbered: 5, issued: 5, refused: 0 } });
    const { body: register } = await officer.get(
      `/training-bodies/${world.bodyId}/certificates?cohort=${encodeURIComponent(cohort)}`,
    );
    const numbers = register.items.map(({ number }: { number: string }) => number);
    expect(serialsOf(numbers)).toEqual(upTo(6, before + 1));
    expect((await officer.post(path, { cohort }).expect(409)).body.code).toBe('nothing_to_certify');
    await officer.post(`/certificate-batches/${all.id}/cancellation`).expect(409);
  });
});
