import { sha256 } from '../src/common/ids.js';
import { Database } from '../src/database/database.js';
import { canonicalSha256 } from '../src/documents/record.js';
import { type EvidenceView } from '../src/evidence/evidence.view.js';
import { defaultClassScheme } from '../src/settings/evidence-class.js';
import { defaultRuleSettings } from '../src/settings/rule-settings.js';
import { type CoverageView } from '../src/sufficiency/coverage.view.js';
import { assessmentWith, criteriaRefs, documentWith } from './factories/assessment.js';
import { type Persona, World } from './world.js';

let world: World;
let assessor: Persona;
let qualificationId: string;
let documentId: string;

beforeAll(async () => {
  world = await World.open({ withoutSeeds: true });
  assessor = await world.person('陳評量', ['assessor']);
  qualificationId = await qualified(assessor);
  documentId = await documentWith(world.app.get(Database), { criteria: 4 });
});
afterAll(() => world.close());

async function qualified({ id: userId }: Persona): Promise<string> {
  const row = { userId, title: '職能評量師', validFrom: '2020-01-01' };
  return (await world.operator.post(`/training-bodies/${world.bodyId}/qualifications`, row).expect(201)).body.id;
}

/** An assessment that lacks nothing under the defaults: an observation and a document, each with two claims. */
async function complete(lead: Persona): Promise<string> {
  const candidate = await world.person('林小美', ['candidate']);
  const fate = (index: number) => ({ form: index === 0 ? ('observation' as const) : ('document' as const) });
  const shape = { documentId, refs: criteriaRefs(4), items: 2, claimsPerItem: 2, fate };
  const parties = { bodyId: world.bodyId, candidateId: candidate.id, leadId: lead.id };
  return (await assessmentWith(world.app.get(Database), { ...shape, ...parties })).id;
}

const coverageOf = async (id: string): Promise<CoverageView> =>
  (await world.operator.get(`/assessments/${id}/coverage`).expect(200)).body;
/** The hash of the bytes that are sent. */
async function hashOf(path: string): Promise<string> {
  const { text, body } = await world.operator.get(path).buffer(true).expect(200);
  return sha256(Buffer.isBuffer(body) ? body : text);
}
const classesOf = async (id: string): Promise<string[]> => {
  const { body } = await world.operator.get(`/assessments/${id}/evidence`).expect(200);
  return body.items.map((item: EvidenceView) => item.class);
};

describe('a verdict', () => {
  const reported = { ...defaultClassScheme.document, candidate: 'supplementary' };
  const stricter = {
    currencyWindowMonths: 1,
    knowledgeAndSkills: 'blocks',
    classScheme: { ...defaultClassScheme, document: reported },
  };

  it('and all it shows stay as they are when settings and qualifications change, and the next is judged by the new', async () => {
    const decided = await complete(assessor);
    const { body: verdict } = await assessor
      .post(`/assessments/${decided}/verdicts`, { outcome: 'competent' })
      .expect(201);
    const shown = async () => ({
      coverage: await coverageOf(decided),
      classes: await classesOf(decided),
      grid: (await world.operator.get(`/training-bodies/${world.bodyId}/grid?documentId=${documentId}`).expect(200))
        .body.items[0],
      record: await hashOf(`/verdicts/${verdict.id}/record`),
      document: await hashOf(`/verdicts/${verdict.id}/document`),
    });
    const before = await shown();
    const undecided = await complete(assessor);
    expect((await coverageOf(undecided)).openRules).toEqual([]);

    await world.changeSettings(stricter);
    const revocation = `/training-bodies/${world.bodyId}/qualifications/${qualificationId}/revocation`;
    await world.operator.post(revocation).expect(204);
    world.clock.pass(200);

    expect(await shown()).toEqual(before);
    expect(before).toMatchObject({ record: verdict.recordSha256, document: verdict.pdfSha256 });
    expect(before.classes).toEqual(['direct', 'indirect']);

    const next = await world.person('李評量', ['assessor']);
    await qualified(next);
    for (const id of [undecided, await complete(next)]) {
      const { openRules } = await coverageOf(id);
      expect(openRules.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['S1', 'C2']));
      expect(await classesOf(id)).toEqual(['direct', 'supplementary']);
    }
  });

  it('pins the version, every value, and the hashes of what is long', async () => {
    await world.changeSettings({ ...stricter, currencyWindowMonths: 120, classScheme: null });
    const lead = await world.person('黃評量', ['assessor']);
    await qualified(lead);
    const id = await complete(lead);
    await lead.post(`/assessments/${id}/verdicts`, { outcome: 'competent' }).expect(201);
    const { body: verdict } = await lead.get(`/assessments/${id}/verdict`).expect(200);
    const { body: record } = await lead.get(`/verdicts/${verdict.id}/record`).expect(200);
    const { classScheme, privacyNotice, ...values } = defaultRuleSettings;
    expect(record.settings).toEqual({
      ...values,
      version: 2,
      currencyWindowMonths: 120,
      knowledgeAndSkills: 'blocks',
      classScheme: 'default',
      classSchemeSha256: canonicalSha256(classScheme),
      privacyNoticeSha256: sha256(privacyNotice),
      timeZone: 'Asia/Taipei',
    });
  });
});
