import { type Page } from 'playwright-core';
import { Database } from '../../src/database/database.js';
import { Notice } from '../../src/notices/notice.entity.js';
import { competentVerdicts } from '../factories/competent.js';
import { decided } from '../factories/decided.js';
import { type Enrolled } from '../factories/enrolled.js';
import { type Persona, type World } from '../world.js';
import { axeFindings, Browser, phone, tooWide, worldOfToday } from './support/browser.js';
import { declaredRoutes, textsOf } from './support/routes.js';

type Who = 'candidate' | 'assessor' | 'administrator' | 'operator' | 'nobody';

const body = '/bodies/:bodyId';
const desk = ['assessor', 'administrator'] as const;

/** Who opens each address. A new address needs a row. */
const visitors: Record<string, readonly Who[]> = {
  '/': ['candidate', 'assessor', 'administrator'],
  '/account': ['candidate'],
  '/appeals/:id': ['candidate', 'administrator'],
  '/assessments/:id': ['candidate', ...desk],
  '/assessments/:id/accesses': ['candidate', 'administrator'],
  '/assessments/:id/acknowledgement': ['candidate'],
  '/assessments/:id/decision': ['assessor'],
  '/assessments/:id/declaration': ['candidate'],
  '/assessments/:id/evidence/:itemId': ['candidate'],
  '/assessments/:id/hand-in': ['candidate'],
  '/assessments/:id/judging': ['assessor'],
  '/assessments/:id/matrix': desk,
  '/assessments/:id/planning': ['assessor'],
  '/assessments/:assessmentId/records': desk,
  '/assessments/:assessmentId/records/:kind/:recordId': desk,
  '/assessments/:assessmentId/records/blank': ['assessor'],
  '/assessments/:assessmentId/records/new/:what': desk,
  '/assessments/:id/verification': desk,
  [body]: ['administrator'],
  [`${body}/assessments`]: ['administrator'],
  [`${body}/assessments/:assessmentId`]: ['administrator'],
  [`${body}/audit`]: ['administrator'],
  [`${body}/audit/deletion`]: ['administrator'],
  [`${body}/audit/log`]: ['administrator'],
  [`${body}/certificates`]: ['administrator'],
  [`${body}/certificates/:certificateId`]: ['administrator'],
  [`${body}/certificates/batches`]: ['administrator'],
  [`${body}/certificates/batches/:batchId`]: ['administrator'],
  [`${body}/enrolment`]: ['administrator'],
  [`${body}/enrolment/csv`]: ['administrator'],
  [`${body}/notices`]: ['administrator'],
  [`${body}/people`]: ['administrator'],
  [`${body}/people/:userId`]: ['administrator'],
  [`${body}/people/new`]: ['administrator'],
  [`${body}/people/register`]: ['administrator'],
  [`${body}/settings`]: ['administrator'],
  [`${body}/settings/classes`]: ['administrator'],
  [`${body}/settings/rules`]: ['administrator'],
  [`${body}/settings/templates`]: ['administrator'],
  [`${body}/verification`]: ['administrator'],
  [`${body}/verification/agreement`]: ['administrator'],
  [`${body}/verification/plans/:planId`]: ['administrator'],
  [`${body}/verification/plans/new`]: ['administrator'],
  '/certificates': ['candidate'],
  '/documents': ['assessor'],
  '/documents/:id': ['candidate'],
  '/documents/:id/report': ['administrator'],
  '/documents/import': ['administrator'],
  '/field': ['assessor'],
  '/field/:assessmentId': ['assessor'],
  '/installation': ['operator'],
  '/notices': ['candidate', 'administrator'],
  '/search': ['assessor'],
  '/third-party': ['nobody'],
};

const long = '歐陽司徒𠮷田諸葛上官公孫慕容夏侯東方皇甫尉遲長孫宇文司空鍾離端木百里呼延南宮'.repeat(2).slice(0, 60);

describe('every route, in a browser', () => {
  let world: World;
  let browser: Browser;
  let ids: Record<string, string>;
  let people: Record<Exclude<Who, 'nobody'>, Persona>;
  let letter: string;
  beforeAll(async () => {
    world = await worldOfToday();
    const administrator = await world.person('王管理', ['administrator']);
    const subject = await decided(world, { '1.1': 'accepted', '1.2': 'more_needed', '2.1': 'rejected' });
    people = { candidate: subject.candidate, assessor: subject.assessor, administrator, operator: world.operator };
    ids = { ...(await everything(world, administrator, subject)), itemId: subject.itemId };
    letter = await invitation(world, people.assessor, ids.assessmentId!);
    browser = await Browser.open(world);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  const addressOf = (route: string): string =>
    route
      .replace(/^\/appeals\/:id/, `/appeals/${ids.appealId}`)
      .replace(/^\/documents\/:id/, `/documents/${ids.documentId}`)
      .replace(/:(\w+)/g, (_, name: string) => ids[name]!);

  it('is known here', () => {
    expect(Object.keys(visitors).sort()).toEqual(declaredRoutes());
  });

  it.each<Who>(['candidate', 'assessor', 'administrator', 'operator', 'nobody'])(
    'is sound on a phone for %s',
    async (who) => {
      const foreign = { 'zh-TW': await textsOf('en'), en: await textsOf('zh-TW') };
      const routes = Object.keys(visitors).filter((route) => visitors[route]!.includes(who));
      const wish = { viewport: phone };
      const page = who === 'nobody' ? await browser.page(wish) : await browser.as(people[who], '/', wish);
      const found: string[] = [];
      for (const route of routes) {
        await page.goto(route === '/third-party' ? letter : addressOf(route));
        for (const locale of ['zh-TW', 'en'] as const) {
          await page.locator('header select').first().selectOption(locale);
          for (const fault of await faultsOf(page, foreign[locale])) found.push(`${route}, ${locale}: ${fault}`);
        }
      }
      expect(found).toEqual([]);
    },
  );

  it('breaks no policy', () => {
    expect(browser.complaints).toEqual([]);
  });
});

/** What is wrong with the page, once all of it is there. */
async function faultsOf(page: Page, foreign: ReadonlySet<string>): Promise<string[]> {
  if (!(await isWhole(page))) return ['is never there'];
  const seen = await page.evaluate<{
    headings: number;
    title: string;
    texts: string[];
    words: string;
  }>(`({
    headings: document.querySelectorAll('h1').length,
    title: document.title,
    words: document.body.innerText,
    texts: [...document.querySelectorAll('button, label, legend, summary, nav a')].map((one) => one.innerText.trim()),
  })`);
  const faults = [...(await axeFindings(page)), ...(await tooWide(page))];
  if (seen.headings !== 1) faults.push(`${seen.headings} headings of the first level`);
  if (!/.+ · .+/.test(seen.title)) faults.push(`titled ${seen.title}`);
  for (const [nonsense] of seen.words.matchAll(/^(undefined|null|NaN)$|非數值|\[object |Invalid Date|[a-z]：/gm))
    faults.push(`says ${nonsense}`);
  for (const text of seen.texts) if (foreign.has(text)) faults.push(`says ${text} in the other language`);
  return faults;
}

const isThere = `document.querySelector('h1') !== null && !/讀取中…|Loading…/.test(document.body.innerText)`;

/** Waits until nothing on the page is being read, twice in a row: what was read may ask for more. */
async function isWhole(page: Page): Promise<boolean> {
  const began = Date.now();
  for (let times = 0; times < 2; times = (await page.evaluate<boolean>(isThere)) ? times + 1 : 0) {
    if (Date.now() - began > 20_000) return false;
    await page.waitForTimeout(30);
  }
  return true;
}

/** Something to see on every page; names of sixty characters among it. Answers what the addresses name. */
async function everything(world: World, administrator: Persona, subject: Enrolled): Promise<Record<string, string>> {
  const { bodyId, app } = world;
  const { candidate, assessor } = subject;
  const home = `/training-bodies/${bodyId}`;
  await administrator.patch(`${home}/people/${candidate.id}`, { name: long, reason: '更正姓名' });
  const shape = { bodyId, leadId: assessor.id, documentId: subject.documentId, cohort: long };
  await competentVerdicts(app.get(Database), { ...shape, count: 2 });
  const batch = await administrator.post(`${home}/certificate-batches`, { cohort: long });
  let certificates: { id: string }[] = [];
  while (certificates.length < 2) certificates = (await administrator.get(`${home}/certificates`)).body.items;
  const sampling = { basePercent: 50, risk: { newAssessor: 0, newUnit: 0, complaint: 100, firstVerdicts: 0 } };
  const plan = await administrator.post(`${home}/sampling-plans`, { ...sampling, ...thisYear() }).expect(201);
  await administrator.post(`${home}/sampling-plans/${plan.body.id}/draws`).expect(200);
  const standard = await world.operator.get('/competency-documents/by-code/BAS4222-002v2').expect(200);
  const enrolment = { candidateId: candidate.id, documentId: standard.body.id, leadAssessorId: assessor.id };
  const open = await administrator.post(`${home}/assessments`, { ...enrolment, pathway: 'training' }).expect(201);
  const about = { place: long, startedAt: new Date().toISOString(), note: long };
  const sitting = await assessor.post(`/assessments/${open.body.id}/sittings`, about).expect(201);
  const verdict = await assessor.get(`/assessments/${subject.assessmentId}/verdict`).expect(200);
  await assessor.post(`/verdicts/${verdict.body.id}/notification`, { channel: 'in_app' }).expect(201);
  const appeal = await candidate.post(`/verdicts/${verdict.body.id}/appeal`, { grounds: long }).expect(201);
  return {
    bodyId,
    kind: 'sittings',
    recordId: sitting.body.id,
    what: 'invitations',
    id: subject.assessmentId,
    appealId: appeal.body.id,
    assessmentId: open.body.id,
    documentId: subject.documentId,
    userId: candidate.id,
    certificateId: certificates[0]!.id,
    batchId: batch.body.id,
    planId: plan.body.id,
  };
}

const thisYear = () => ({
  periodFrom: `${new Date().getFullYear()}-01-01`,
  periodTo: `${new Date().getFullYear()}-12-31`,
});

async function invitation(world: World, assessor: Persona, assessmentId: string): Promise<string> {
  const about = {
    name: '王店長',
    email: 'manager@example.com',
    relation: '直屬主管',
    message: '請就上個月的值班情形說明。',
  };
  const asked = { ...about, targetRefs: ['P1.1.1'], locale: 'zh-TW' };
  const { body: made } = await assessor.post(`/assessments/${assessmentId}/invitations`, asked).expect(201);
  return (await world.app.get(Database).read.findOneBy(Notice, { causeId: made.id }))!.link!;
}
