import { Assessment } from '../src/assessments/assessment.entity.js';
import { newId } from '../src/common/ids.js';
import { Database } from '../src/database/database.js';
import { Claim } from '../src/evidence/claim.entity.js';
import { type Decision, Judgement } from '../src/judgements/judgement.entity.js';
import { Qualification } from '../src/people/qualification.entity.js';
import { type CoverageView } from '../src/sufficiency/coverage.view.js';
import { type GridView } from '../src/sufficiency/grid.view.js';
import { Verdict } from '../src/verdicts/verdict.entity.js';
import {
  assessmentWith,
  type AssessmentShape,
  criteriaRefs,
  documentWith,
  type Fate,
  qualify,
  userNamed,
} from './factories/assessment.js';
import { countQueries } from './support/count-queries.js';
import { type Persona, World } from './world.js';

let world: World;
let db: Database;
let lead: Persona;
let officer: Persona;

beforeAll(async () => {
  world = await World.open({ withoutSeeds: true });
  db = world.app.get(Database);
  lead = await world.person('陳評量', ['assessor']);
  officer = await world.person('王承辦', ['officer']);
  await qualify(db, world.bodyId, lead.id);
});
afterAll(() => world.close());

async function made(documentId: string, shape: Partial<AssessmentShape> = {}): Promise<string> {
  const candidateId = shape.candidateId ?? (await userNamed(db, '林小美'));
  const base = { bodyId: world.bodyId, documentId, leadId: lead.id, refs: criteriaRefs(6), claimsPerItem: 2 };
  return (await assessmentWith(db, { ...base, ...shape, candidateId })).id;
}

const gridPath = (query: string) => `/training-bodies/${world.bodyId}/grid?${query}`;
const gridOf = async (reader: Persona, query: string): Promise<GridView> =>
  (await reader.get(gridPath(query)).expect(200)).body as GridView;

/** A repeatable stream of choices. */
function chooser(seed: number) {
  let state = seed;
  return <T>(options: readonly T[]): T => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return options[Math.floor((state / 2 ** 31) * options.length)]!;
  };
}

describe('the cohort grid', () => {
  test('shows each candidate with the states of every criterion and key aspect', async () => {
    const documentId = await documentWith(db, { criteria: 6, keyAspects: 1 });
    const id = await made(documentId, { items: 2, fate: (index) => (index === 0 ? {} : { judged: [] }) });
    const { columns, items, next } = await gridOf(officer, `documentId=${documentId}`);
    expect(columns.map(({ ref, type }) => `${ref} ${type}`)).toEqual([
      ...criteriaRefs(6).map((ref) => `${ref} criterion`),
      'KA1 key_aspect',
    ]);
    expect(items).toEqual([
      {
        assessmentId: id,
        candidate: { id: expect.any(String), name: '林小美' },
        attempt: 1,
        pathway: 'training',
        cohort: null,
        decidedAt: null,
        withdrawnAt: null,
        outcome: null,
        cells: ['met', 'met', 'in_progress', 'in_progress', 'gap', 'gap', 'gap'],
        counts: { met: 2, disputed: 0, insufficient: 0, in_progress: 2, more_needed: 0, gap: 3 },
      },
    ]);
    expect(next).toBeNull();
  });

  test('agrees with the coverage of every candidate, and goes on agreeing while things change', async () => {
    const documentId = await documentWith(db, { criteria: 12 });
    const second = await world.person('李評量', ['assessor']);
    await qualify(db, world.bodyId, second.id);
    const pick = chooser(7);
    const judgedAs: Fate['judged'][] = [
      [],
      [['lead', 'accepted']],
      [['lead', 'accepted']],
      [['lead', 'rejected']],
      [['second', 'more_needed']],
      [
        ['lead', 'rejected'],
        ['lead', 'accepted'],
      ],
      [
        ['lead', 'accepted'],
        ['second', 'rejected'],
      ],
    ];
    const ids: string[] = [];
    for (let i = 0; i < 25; i += 1) {
      ids.push(
        await made(documentId, {
          secondId: second.id,
          refs: criteriaRefs(12),
          items: pick([0, 1, 4, 8]),
          claimsPerItem: pick([1, 3, 5]),
          fate: () => ({
            form: pick(['document', 'document', 'observation']),
            producedOn: pick(['2026-01-10', '2026-01-10', '2024-03-20', '2019-01-01', null]),
            declared: pick([true, true, true, false]),
            signed: pick([true, true, false]),
            withdrawn: pick([false, false, false, false, true]),
            claimsWithdrawn: pick([false, false, false, true]),
            judged: pick(judgedAs),
            bytes: pick([undefined, undefined, 'the same work']),
          }),
        }),
      );
    }

    const seen = new Set<string>();
    async function expectAgreement(): Promise<string> {
      const grid = await gridOf(officer, `documentId=${documentId}&limit=100`);
      expect(grid.items.map(({ assessmentId }) => assessmentId)).toEqual(ids);
      for (const { assessmentId, cells, counts } of grid.items) {
        const { body } = await officer.get(`/assessments/${assessmentId}/coverage`).expect(200);
        const { targets, totals } = body as CoverageView;
        expect(cells).toEqual(targets.filter(({ required }) => required).map(({ state }) => state));
        expect(counts).toEqual(totals.targets);
        for (const cell of cells) seen.add(cell);
      }
      return JSON.stringify(grid.items);
    }

    const states = [await expectAgreement()];
    const judge = async (decision: Decision) => {
      const claims = await db.read.findBy(Claim, { assessmentId: ids[3]! });
      const rules = { validity: null, sufficiency: null, authenticity: null, currency: null };
      const rows = claims.map(({ id: claimId }) => {
        const said = { decision, rules, reason: '理由', judgedBy: lead.id, judgedAt: world.clock.instant() };
        return { id: newId(), assessmentId: ids[3]!, claimId, ...said };
      });
      await db.write(async (tx) => {
        await tx.insert(Judgement, rows);
        await tx.increment(Assessment, { id: ids[3]! }, 'revision', 1);
      });
    };
    await judge('more_needed');
    states.push(await expectAgreement());
    world.clock.pass(30);
    states.push(await expectAgreement());
    await world.changeSettings({ currencyWindowMonths: 120 });
    states.push(await expectAgreement());
    await db.write((tx) => tx.update(Qualification, { userId: second.id }, { revokedAt: '2000-01-01T00:00:00.000Z' }));
    states.push(await expectAgreement());
    expect(new Set(states).size).toBe(states.length);
    expect([...seen].sort()).toEqual(['disputed', 'gap', 'in_progress', 'insufficient', 'met', 'more_needed']);
  });

  test('shows the outcome of who was decided', async () => {
    const documentId = await documentWith(db, { criteria: 6 });
    const id = await made(documentId);
    const decidedAt = world.clock.instant();
    const given = {
      id: newId(),
      assessmentId: id,
      documentNumber: 'TS-TEST',
      outcome: 'competent' as const,
      decidedBy: lead.id,
      decidedAt,
      record: '{}',
      recordSha256: '',
      pdfSha256: '',
      pdfSize: 1,
      signerSha256: '',
      signatureLevel: 'B-B',
    };
    await db.write(async (tx) => {
      await tx.insert(Verdict, given);
      await tx.update(Assessment, { id }, { decidedAt });
    });
    const { items } = await gridOf(officer, `documentId=${documentId}`);
    expect(items).toMatchObject([{ assessmentId: id, outcome: 'competent', decidedAt }]);
  });

  test('shows managers all, assessors and verifiers those assigned to them, and nobody themselves', async () => {
    const documentId = await documentWith(db, { criteria: 6 });
    const other = await world.person('周評量', ['assessor', 'candidate']);
    const [mine, theirs] = [await made(documentId), await made(documentId, { leadId: other.id })];
    const own = await made(documentId, { candidateId: other.id });
    const ids = async (reader: Persona) =>
      (await gridOf(reader, `documentId=${documentId}`)).items.map(({ assessmentId }) => assessmentId);
    expect(await ids(officer)).toEqual([mine, theirs, own]);
    expect(await ids(lead)).toEqual([mine, own]);
    expect(await ids(other)).toEqual([theirs]);
    expect(await ids(await world.person('新評量', ['assessor']))).toEqual([]);
    expect(await ids(await world.person('新審查', ['verifier']))).toEqual([]);
  });

  test('shows a verifier nothing of records that are still drafts', async () => {
    const documentId = await documentWith(db, { criteria: 6 });
    const verifier = await world.person('吳審查', ['verifier']);
    const id = await made(documentId, { items: 1, fate: () => ({ form: 'observation', signed: false }) });
    await officer.post(`/assessments/${id}/assignments`, { userId: verifier.id, duty: 'verifier' }).expect(201);
    const statesFor = async (reader: Persona) =>
      (await gridOf(reader, `documentId=${documentId}`)).items.map(({ cells }) => cells.slice(0, 2));
    expect(await statesFor(lead)).toEqual([['insufficient', 'insufficient']]);
    expect(await statesFor(verifier)).toEqual([['gap', 'gap']]);
    expect(await statesFor(officer)).toEqual([['insufficient', 'insufficient']]);
  });

  test('is closed to candidates, and is not there for other bodies', async () => {
    const documentId = await documentWith(db, { criteria: 6 });
    const candidate = await world.person('林小美', ['candidate']);
    await candidate.get(gridPath(`documentId=${documentId}`)).expect(403);
    const elsewhere = await world.operator.post('/training-bodies', { name: '別的訓練機構' }).expect(201);
    const path = `/training-bodies/${elsewhere.body.id}/grid?documentId=${documentId}`;
    await officer.get(path).expect(404);
    await lead.get(path).expect(404);
  });

  test('goes on from page to page in the order of enrolment', async () => {
    const documentId = await documentWith(db, { criteria: 6 });
    const ids = [];
    for (let i = 0; i < 5; i += 1) ids.push(await made(documentId, { cohort: i < 4 ? '春班' : '秋班' }));
    const pages: string[][] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = `documentId=${documentId}&limit=2${cursor && `&cursor=${cursor}`}`;
      const page = await gridOf(officer, query);
      pages.push(page.items.map(({ assessmentId }) => assessmentId));
      cursor = page.next;
    }
    expect(pages).toEqual([ids.slice(0, 2), ids.slice(2, 4), ids.slice(4)]);
    const autumn = await gridOf(officer, `documentId=${documentId}&cohort=${encodeURIComponent('秋班')}`);
    expect(autumn.items.map(({ assessmentId }) => assessmentId)).toEqual(ids.slice(4));
  });

  test('answers wrong questions with what is wrong', async () => {
    const documentId = await documentWith(db, { criteria: 6 });
    await officer.get(gridPath('limit=10')).expect(400);
    await officer.get(gridPath(`documentId=${documentId}&limit=2001`)).expect(400);
    await officer.get(gridPath(`documentId=${documentId}&cursor=!`)).expect(400);
    await officer.get(gridPath(`documentId=${documentId}&rows=1`)).expect(400);
    await officer.get(gridPath(`documentId=${newId()}`)).expect(404);
  });

  test('takes as many queries for forty candidates as for four, and fewer when nothing changed', async () => {
    const counts = [];
    for (const rows of [4, 40]) {
      const documentId = await documentWith(db, { criteria: 6 });
      for (let i = 0; i < rows; i += 1) await made(documentId, { items: rows === 4 ? 1 : 5 });
      const path = gridPath(`documentId=${documentId}`);
      const first = await countQueries(world, () => officer.get(path).expect(200));
      counts.push([first, await countQueries(world, () => officer.get(path).expect(200))]);
    }
    expect(counts[0]).toEqual(counts[1]);
    const [first, again] = counts[1]!;
    expect(again).toBeLessThan(first!);
  });
});
