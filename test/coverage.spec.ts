import { Assessment } from '../src/assessments/assessment.entity.js';
import { Database } from '../src/database/database.js';
import { Qualification } from '../src/people/qualification.entity.js';
import { type CoverageView } from '../src/sufficiency/coverage.view.js';
import { assessmentWith, type AssessmentShape, criteriaRefs, documentWith, qualify } from './factories/assessment.js';
import { countQueries } from './support/count-queries.js';
import { type Persona, World } from './world.js';

let world: World;
let db: Database;
let assessor: Persona;
let documentId: string;

beforeAll(async () => {
  world = await World.open({ withoutSeeds: true });
  db = world.app.get(Database);
  assessor = await world.person('陳評量', ['assessor']);
  await qualify(db, world.bodyId, assessor.id);
  documentId = await documentWith(db, { criteria: 6 });
});
afterAll(() => world.close());

/** A new candidate with an assessment of this shape: unless told otherwise, an observation and documents, all counting. */
async function made(shape: Partial<AssessmentShape> = {}) {
  const candidate = await world.person('林小美', ['candidate']);
  const { id, itemIds } = await assessmentWith(db, {
    bodyId: world.bodyId,
    documentId,
    candidateId: candidate.id,
    leadId: assessor.id,
    refs: criteriaRefs(6),
    claimsPerItem: 2,
    fate: (index) => ({ form: index === 0 ? 'observation' : 'document' }),
    ...shape,
  });
  return { candidate, id, itemIds, path: `/assessments/${id}/coverage` };
}

const coverageOf = async (reader: Persona, path: string, language = 'en'): Promise<CoverageView> => {
  const { body } = await reader.get(path).set('Accept-Language', language).expect(200);
  return body as CoverageView;
};

const change = (id: string, changes: Partial<Assessment>) => db.write((tx) => tx.update(Assessment, { id }, changes));

describe('the coverage of an assessment', () => {
  test('shows a finished one without gaps, to everyone who takes part in it', async () => {
    const { candidate, path } = await made();
    for (const reader of [candidate, assessor, world.operator]) {
      const { targets, gaps, openRules, totals, cells } = await coverageOf(reader, path);
      expect(targets.map(({ ref, state }) => `${ref} ${state}`)).toEqual(criteriaRefs(6).map((ref) => `${ref} met`));
      expect([gaps, openRules]).toEqual([[], []]);
      expect(cells).toHaveLength(6);
      expect(totals).toMatchObject({ required: { met: 6, of: 6 }, items: 3, claims: { live: 6, counting: 6 } });
    }
  });

  test('says in the language asked for what is open and what would close it', async () => {
    const { path } = await made({ fate: (index) => (index === 1 ? { declared: false } : { judged: [] }) });
    const en = await coverageOf(assessor, path);
    expect(en.gaps).toEqual(criteriaRefs(6));
    expect(en.openRules.map(({ rule }) => rule)).toEqual(['V2', 'S1', 'S5', 'A1']);
    expect(en.targets[0]?.closes).toMatchObject([
      { mend: 'judge_claims', text: 'Have an entitled assessor judge the claims of evidence 1.' },
    ]);
    expect(en.targets[2]?.closes.map(({ mend }) => mend)).toEqual(['declare_items']);
    const zh = await coverageOf(assessor, path, 'zh-TW');
    expect(zh.targets[0]?.closes[0]?.text).toBe('由具資格的評量者判斷證據 1 的主張。');
    expect(zh.findings.map(({ rule }) => rule)).toEqual(en.findings.map(({ rule }) => rule));
    expect(zh.findings.find(({ rule }) => rule === 'A1')?.problemText).toContain('客訴處理紀錄 2');
  });

  test('is not there for strangers, and refused nobody who may read it', async () => {
    const { path } = await made();
    const stranger = await world.person('路人', ['candidate', 'assessor', 'verifier']);
    await stranger.get(path).expect(404);
    await world.operator.get('/assessments/not-an-id/coverage').expect(400);
    await assessor.get('/assessments/019a0000-0000-7000-8000-000000000000/coverage').expect(404);
  });

  test('tells the assessor, but never the candidate, of the same bytes under another candidate', async () => {
    const copied = () => made({ fate: () => ({ bytes: 'the same work' }) });
    const [first, second] = [await copied(), await copied()];
    const seen = await coverageOf(assessor, first.path);
    const alarms = seen.warnings.filter(({ problem }) => problem === 'same_bytes_elsewhere');
    expect(alarms.map(({ items }) => items)).toEqual(first.itemIds.map((id) => [id]));
    for (const { candidate, path } of [first, second]) {
      const own = await coverageOf(candidate, path);
      expect(own.warnings.map(({ problem }) => problem)).not.toContain('same_bytes_elsewhere');
    }
  });

  test('keeps a record that is still a draft from the candidate', async () => {
    const { candidate, path, itemIds } = await made({
      fate: (index) => (index === 0 ? { form: 'observation', signed: false } : {}),
    });
    expect((await coverageOf(assessor, path)).items.map(({ id }) => id)).toEqual(itemIds);
    const own = await candidate.get(path).expect(200);
    expect(JSON.stringify(own.body)).not.toContain(itemIds[0]);
    expect(own.body.items).toHaveLength(2);
  });

  test('says who may judge, and follows the qualifications', async () => {
    const lead = await world.person('黃評量', ['assessor']);
    await qualify(db, world.bodyId, lead.id);
    const { path } = await made({ leadId: lead.id });
    const before = await coverageOf(lead, path);
    expect(before.assessors).toMatchObject([{ userId: lead.id, duty: 'lead_assessor', entitled: true, text: null }]);
    await db.write((tx) => tx.update(Qualification, { userId: lead.id }, { revokedAt: world.clock.instant() }));
    const after = await coverageOf(lead, path);
    expect(after.assessors).toMatchObject([{ entitled: false, fault: 'not_qualified' }]);
    expect(after.assessors[0]?.text).toContain('黃評量');
    expect(after.openRules.map(({ rule }) => rule)).toContain('P1');
    const states = (rows: { state: string }[]) => rows.map(({ state }) => state);
    expect(states(after.targets)).toEqual(states(before.targets));
  });

  test('is measured at the verdict once there is one', async () => {
    const [open, decided] = [await made(), await made()];
    await change(decided.id, { decidedAt: world.clock.instant(), revision: 2 });
    const today = world.clock.instant();
    world.clock.pass(365 * 3);
    expect((await coverageOf(assessor, open.path)).openRules.map(({ rule }) => rule)).toContain('C2');
    expect((await coverageOf(assessor, decided.path)).openRules).toEqual([]);
    world.clock.set(today);
  });
});

describe('the tag of a coverage', () => {
  test('spares a client what it has, and changes with all that the coverage rests on', async () => {
    const { candidate, id, path } = await made();
    const tags: (string | undefined)[] = [];
    const next = async (reader = assessor, language = 'en') => {
      const { headers } = await reader.get(path).set('Accept-Language', language).expect(200);
      const again = reader.get(path).set('Accept-Language', language).set('If-None-Match', headers.etag!);
      expect((await again.expect(304)).text).toBe('');
      tags.push(headers.etag);
    };
    await next();
    await next(assessor, 'zh-TW');
    await next(candidate);
    await change(id, { revision: 2 });
    await next();
    world.clock.pass(1);
    await next();
    await world.changeSettings({ currencyWindowMonths: 12 });
    await next();
    await qualify(db, world.bodyId, assessor.id);
    await next();
    expect(new Set(tags).size).toBe(7);
    await next();
    expect(new Set(tags).size).toBe(7);
  });

  test('never spares a client what it has not', async () => {
    const { path, id } = await made();
    const { headers } = await assessor.get(path).expect(200);
    await change(id, { revision: 2 });
    await assessor.get(path).set('If-None-Match', headers.etag!).expect(200);
  });
});

test('a coverage takes as many queries for sixty items as for three', async () => {
  const [few, many] = [await made({ items: 3 }), await made({ items: 60, claimsPerItem: 6 })];
  const counts = [];
  for (const { path } of [few, many]) {
    await assessor.get(path).expect(200);
    await db.write((tx) => tx.increment(Assessment, { bodyId: world.bodyId }, 'revision', 1));
    counts.push(await countQueries(world, () => assessor.get(path).expect(200)));
  }
  expect(counts[0]).toBe(counts[1]);
  expect(counts[0]).toBeLessThanOrEqual(20);
  const unchanged = await countQueries(world, () => assessor.get(many.path).expect(200));
  expect(unchanged).toBeLessThan(counts[1]!);
});
