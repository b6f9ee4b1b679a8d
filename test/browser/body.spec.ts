import { readFileSync } from 'node:fs';
import { type Page } from 'playwright-core';
import { Database } from '../../src/database/database.js';
import { competentVerdicts } from '../factories/competent.js';
import { decided } from '../factories/decided.js';
import { enrolled } from '../factories/enrolled.js';
import { type Persona, type World } from '../world.js';
import { Browser, picture, worldOfToday } from './support/browser.js';
import { fits, isSound, openPage } from './support/pages.js';

describe('running a training body, in a browser', () => {
  let world: World;
  let browser: Browser;
  let home: string;
  let admin: Persona;
  let page: Page;
  beforeAll(async () => {
    world = await worldOfToday();
    home = `/bodies/${world.bodyId}`;
    admin = await world.person('王管理', ['administrator']);
    await decided(world, { '1.1': 'accepted', '1.2': 'more_needed', '2.1': 'accepted' });
    await enrolled(world);
    browser = await Browser.open(world);
    page = await browser.as(admin, home);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  const open = (path: string): Promise<void> => openPage(page, home + path);

  it('shows how the cohorts do, and adds a person whose first password is shown once', async () => {
    await page.getByRole('rowheader', { name: '林小美' }).first().waitFor();
    await open('/people/new');
    await page.getByLabel('姓名').fill('𠮷田美玲');
    await page.getByLabel('電子郵件').fill('meiling@example.tw');
    await page.getByLabel('評量者').check();
    await page.getByRole('button', { name: '新增人員' }).click();
    await page.getByText('已新增𠮷田美玲').waitFor();
    await picture(page, 'person-added');
    await page.getByRole('link', { name: '查看這位人員' }).click();
    await page.getByLabel('資格名稱').fill('職能評量師');
    await page.getByRole('button', { name: '登錄資格' }).click();
    await page.getByText('已登錄資格。').waitFor();
    await page.getByRole('button', { name: '結束「評量者」的角色' }).click();
    await page.getByRole('button', { name: '復原' }).click();
    await page.getByText('已增加角色。').waitFor();
    await picture(page, 'person');
  });

  it('enrols a class from a spreadsheet: what is wrong is told first, and nobody twice', async () => {
    const assessor = await world.person('周評量', ['assessor']);
    const classOf = (...names: string[]): string =>
      ['姓名\t電子郵件\t單元代碼\t主評量者\t班別']
        .concat(names.map((name, i) => `${name}\tclass${i}@example.tw\tKMM5R0915\t${assessor.email}\t第 1 期`))
        .join('\n');
    await open('/enrolment/csv');
    const paste = page.getByLabel('或貼上內容');
    await paste.fill(`${classOf('甲一', '乙二')}\n丙三\tno address\tNONE\tnobody@example.tw\t`);
    await page.getByRole('button', { name: '檢查內容' }).click();
    await page.getByText('可以報名 2 列，已經報名 0 列，有問題 1 列。').waitFor();
    await page.getByText('沒有「NONE」這個單元或基準').waitFor();
    await isSound(page, 'csv-preview');
    await page.getByRole('button', { name: '報名 2 位' }).click();
    await page.getByText('完成：2 位已報名，0 位未成功。').waitFor();
    await picture(page, 'csv-sent');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '下載結果（CSV）' }).click();
    const result = readFileSync(await (await download).path(), 'utf8');
    expect(result).toMatch(/"甲一","class0@example.tw","KMM5R0915","已報名","[0-9A-Z-]{10,}"/);
    await paste.fill(classOf('甲一', '乙二', '丁四'));
    await page.getByRole('button', { name: '檢查內容' }).click();
    await page.getByText('可以報名 1 列，已經報名 2 列，有問題 0 列。').waitFor();
  });

  it('certifies a class at once, says who is not ready, and revokes what was issued in error', async () => {
    const { assessor, documentId } = await enrolled(world);
    const shape = { bodyId: world.bodyId, leadId: assessor.id, documentId, cohort: '第 2 期' };
    await competentVerdicts(world.app.get(Database), { ...shape, count: 3 });
    await competentVerdicts(world.app.get(Database), { ...shape, outcome: 'not_yet_competent' });
    await open('/certificates/batches');
    await page.getByLabel('班別').selectOption('第 2 期');
    await page.getByRole('heading', { name: '可以發證 3 位，還不行 1 位。' }).waitFor();
    await isSound(page, 'batch-preview');
    await page.getByRole('button', { name: '發證給這 3 位' }).click();
    await page.getByText('已發 3 / 3，未發 0').waitFor();
    await picture(page, 'batch-done');
    await open('/certificates');
    await page
      .getByRole('link', { name: /^2026-/ })
      .first()
      .click();
    await page.getByRole('button', { name: '撤銷' }).waitFor();
    await picture(page, 'certificate');
    await page.getByLabel('說明').last().fill('姓名鍵入錯誤');
    await page.getByLabel('我了解撤銷無法復原').check();
    await page.getByRole('button', { name: '撤銷' }).click();
    await page.getByText('撤銷原因：誤發').waitFor();
  });

  it.each([
    ['overview', ''],
    ['people', '/people'],
    ['enrolment', '/enrolment'],
    ['enrolment-csv', '/enrolment/csv'],
    ['assessments', '/assessments'],
    ['certificates', '/certificates'],
    ['batches', '/certificates/batches'],
    ['verification', '/verification'],
    ['new-plan', '/verification/plans/new'],
    ['audit', '/audit'],
    ['notices', '/notices'],
    ['settings', '/settings'],
  ])('fits %s at every width', async (name, path) => {
    await open(path);
    await fits(page, name);
  });

  it('breaks no policy of its pages', () => {
    expect(browser.complaints).toEqual([]);
  });
});
