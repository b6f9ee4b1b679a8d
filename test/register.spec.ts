import { decided, type Decided } from './factories/decided.js';
import { enrolled } from './factories/enrolled.js';
import { type Persona, World } from './world.js';

let world: World;
let officer: Persona;
let subject: Decided;
let narrow: Persona;
beforeAll(async () => {
  world = await World.open();
  officer = await world.person('王承辦', ['officer']);
  subject = await decided(world);
  narrow = await world.person('=HYPERLINK("http://evil.example")', ['assessor', 'verifier']);
  const qualifications = `/training-bodies/${world.bodyId}/qualifications`;
  const given = { userId: narrow.id, title: '丙級, "特約"', documentCodes: ['KMM5R0915'], validFrom: '2026-01-01' };
  await world.operator.post(qualifications, { ...given, validUntil: '2026-03-20' }).expect(201);
  const revoked = await world.operator.post(qualifications, { ...given, title: '甲級', documentCodes: [] }).expect(201);
  await world.operator.post(`${qualifications}/${revoked.body.id}/revocation`).expect(204);
});
afterAll(() => world?.close());

const path = () => `/training-bodies/${world.bodyId}/assessor-register`;
const read = async (query = '') => (await officer.get(path() + query).expect(200)).body;
const person = async (id: string, query = '') => (await read(query)).items.find((one: { id: string }) => one.id === id);

describe('the register of assessors', () => {
  it('tells roles, qualifications, what may be assessed and what was done', async () => {
    expect((await read()).on).toBe('2026-03-02');
    expect(await person(subject.assessor.id)).toMatchObject({
      name: '陳評量',
      roles: [{ role: 'assessor' }],
      qualifications: [{ title: '職能評量師', documentCodes: [], validFrom: '2024-01-01', state: 'valid' }],
      mayAssess: { all: true, codes: [] },
      verdicts: 1,
      verifications: 0,
    });
    const { roles, qualifications, mayAssess } = await person(narrow.id);
    expect(roles.map(({ role }: { role: string }) => role)).toEqual(['assessor', 'verifier']);
    expect(qualifications.map(({ state }: { state: string }) => state).sort()).toEqual(['ends_soon', 'revoked']);
    expect(mayAssess).toEqual({ all: false, codes: ['KMM5R0915'] });
  });

  it('tells of another day as it was or will be', async () => {
    const later = await person(narrow.id, '?on=2026-03-21');
    expect(later.qualifications[0].state).toBe('expired');
    expect(later.mayAssess).toEqual({ all: false, codes: [] });
    expect(await person(narrow.id, '?on=2026-03-01')).toBeUndefined();
    expect((await person(subject.assessor.id, '?on=2027-03-02')).verdicts).toBe(1);
    expect((await person(subject.assessor.id, '?on=2027-03-03')).verdicts).toBe(0);
    await officer.get(`${path()}?on=2026-02-30`).expect(400);
  });

  it('leaves out candidates and officers, and pages', async () => {
    const { items } = await read();
    const ids = items.map(({ id }: { id: string }) => id);
    expect(ids.sort()).toEqual([subject.assessor.id, narrow.id].sort());
    const first = await read('?limit=1');
    const second = await read(`?limit=1&cursor=${first.next}`);
    expect([...first.items, ...second.items]).toEqual((await read()).items);
    expect(second.next).toBeNull();
  });

  it('prints as a table that spreadsheets open and do not run', async () => {
    const { text, headers } = await officer.get(path()).set('Accept', 'text/csv').expect(200);
    expect(headers['content-type']).toContain('text/csv');
    expect(headers['content-disposition']).toContain('attachment');
    expect(text.startsWith('\uFEFF姓名,角色與起始日,資格名稱')).toBe(true);
    expect(text).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    expect(text).toContain('"丙級, ""特約"""');
    expect(text).toContain('三十日內屆滿');
    expect(text.trimEnd().split('\r\n')).toHaveLength(4);
    const english = await officer.get(path()).set({ Accept: 'text/csv', 'Accept-Language': 'en' }).expect(200);
    expect(english.text).toContain('ends within 30 days');
    await subject.assessor.get(path()).set('Accept', 'text/csv').expect(403);
  });

  it('counts the open assessments in the hands of each, also after one is handed over', async () => {
    const { assessor, assessmentId } = await enrolled(world);
    const open = async (id: string) => (await person(id)).openAssessments;
    expect([await open(assessor.id), await open(subject.assessor.id)]).toEqual([1, 0]);
    const lead = { userId: narrow.id, duty: 'lead_assessor' };
    await officer.post(`/assessments/${assessmentId}/assignments`, lead).expect(201);
    expect([await open(assessor.id), await open(narrow.id)]).toEqual([0, 1]);
    await officer.post(`/assessments/${assessmentId}/withdrawal`, { reason: '轉職' }).expect(200);
    expect(await open(narrow.id)).toBe(0);
  });
});
