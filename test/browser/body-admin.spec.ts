import { type Page } from 'playwright-core';
import { enrolled, type Enrolled } from '../factories/enrolled.js';
import { type Persona, type World } from '../world.js';
import { axeFindings, Browser, picture, worldOfToday } from './support/browser.js';

describe('the daily administration of a training body, in a browser', () => {
  let world: World;
  let browser: Browser;
  let home: string;
  let admin: Persona;
  let subject: Enrolled;
  let page: Page;
  beforeAll(async () => {
    world = await worldOfToday();
    home = `/bodies/${world.bodyId}`;
    admin = await world.person('王管理', ['administrator']);
    subject = await enrolled(world);
    browser = await Browser.open(world);
    page = await browser.as(admin, home);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  const open = async (path: string): Promise<void> => {
    await page.goto(home + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
  };
  const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
  const see = (text: string): Promise<void> => page.getByText(text).first().waitFor();
  /** What is there passes axe in both languages, and is kept as a picture in each width. */
  const isSound = async (name: string): Promise<void> => {
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, name);
  };

  it('corrects whom a candidate goes with, hands the assessment over and back, and ends it without a verdict', async () => {
    const second = await world.person('周評量', ['assessor', 'verifier']);
    await open('/assessments');
    await page.getByRole('link', { name: '林小美' }).click();
    await page.getByLabel('班別').fill('門市服務第 1 期');
    await page.getByLabel('工作場所').fill('台北旗艦店');
    await press('更正');
    await see('已更正班別與工作場所。');
    await page.getByLabel('擔任').selectOption('主評量者');
    await page.getByLabel('姓名').selectOption(second.id);
    await press('指派');
    await see('已指派周評量為「主評量者」。');
    await press('復原');
    await see('已指派陳評量為「主評量者」。');
    await page.getByLabel('擔任').selectOption('審查者');
    await page.getByLabel('姓名').selectOption(second.id);
    await press('指派');
    await see('已指派周評量為「審查者」。');
    await press('結束周評量的「審查者」');
    await see('已結束周評量的「審查者」。');
    await isSound('assessment');
    await page.getByLabel('理由').fill('轉任其他門市');
    await press('退出評量');
    await see('請先勾選');
    await page.getByLabel('我了解這件評量案結束後不能再打開').check();
    await press('退出評量');
    await see('退出理由：轉任其他門市');
    await picture(page, 'assessment-left');
    const { body } = await admin.get(`/assessments/${subject.assessmentId}`).expect(200);
    expect(body).toMatchObject({ cohort: '門市服務第 1 期', workplace: '台北旗艦店', withdrawalReason: '轉任其他門市' });
    expect(body.assignments.filter((one: { endedAt: string | null }) => !one.endedAt)).toMatchObject([
      { duty: 'lead_assessor', person: { name: '陳評量' } },
    ]);
  });

  it('breaks no policy of its pages', () => {
    expect(browser.complaints).toEqual([]);
  });
});
