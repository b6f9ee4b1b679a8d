import { readFileSync } from 'node:fs';
import { Database } from '../../src/database/database.js';
import { Notice } from '../../src/notices/notice.entity.js';
import { enrolled, type Enrolled } from '../factories/enrolled.js';
import { type World } from '../world.js';
import { axeFindings, Browser, phone, picture, tooWide, worldOfToday } from './support/browser.js';

describe('what everybody uses, in a browser', () => {
  let world: World;
  let browser: Browser;
  let people: Enrolled;
  beforeAll(async () => {
    world = await worldOfToday();
    people = await enrolled(world);
    browser = await Browser.open(world);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  const invite = async (targetRefs: string[]): Promise<{ id: string; link: string }> => {
    const { body } = await people.assessor
      .post(`/assessments/${people.assessmentId}/invitations`, {
        name: '王店長',
        email: 'manager@example.com',
        relation: '直屬主管',
        targetRefs,
        message: '請就上個月的值班情形說明。',
        locale: 'zh-TW',
      })
      .expect(201);
    const letter = await world.app.get(Database).read.findOneBy(Notice, { causeId: body.id });
    return { id: body.id, link: letter!.link! };
  };

  it('lets a third party write, come back, and sign, without an account', async () => {
    const { link } = await invite(['1.1', '1.2', 'KA1']);
    const page = await browser.page({ viewport: phone });
    await page.goto(link);
    await page.getByRole('heading', { name: '請說說您看到的林小美' }).waitFor();
    expect(page.url()).not.toContain('#');
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'third-party-empty');
    await page.getByLabel('職稱與服務單位').fill('信義門市店長');
    const question = page.getByRole('group', { name: /您看到受評者做到這件事了嗎/ });
    await question.nth(0).getByText('有，做到了').click();
    await question.nth(1).getByText('沒看過，無法回答').click();
    await page.getByLabel('請舉一個例子').fill('每週一開店前，她都逐項核對。');
    await page.getByText(/已自動儲存/).waitFor();

    await page.reload();
    expect(await page.getByLabel('職稱與服務單位').inputValue()).toBe('信義門市店長');
    await page.getByRole('button', { name: '送出報告' }).click();
    await page.getByRole('alert').waitFor();
    await picture(page, 'third-party-faults');
    await page.getByLabel('聯絡電話或電子郵件').fill('02-2345-6789');
    await page.getByLabel('從', { exact: true }).fill('2025-09-01');
    await page.getByLabel('到', { exact: true }).fill('2026-02-28');
    await page.getByLabel('我同意以上聲明').check();
    await picture(page, 'third-party-written');
    await page.getByRole('button', { name: '送出報告' }).click();
    await page.getByRole('heading', { name: '謝謝您，報告已送出' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'third-party-sent');
  });

  it('tells a third party whose link was revoked what to do, in both languages', async () => {
    const { id, link } = await invite(['1.1']);
    await people.assessor.post(`/invitations/${id}/revocation`).expect(200);
    for (const locale of ['zh-TW', 'en'] as const) {
      const page = await browser.page({ viewport: phone, locale });
      await page.goto(link);
      await page
        .getByRole('heading', { name: locale === 'en' ? 'This link does not work any more' : '這個連結不能用了' })
        .waitFor();
      expect(await axeFindings(page)).toEqual([]);
    }
  });

  it('keeps language, time zone and theme, and ends other sessions', async () => {
    await browser.as(people.assessor);
    const page = await browser.as(people.assessor, '/account', { viewport: phone });
    await page.getByRole('heading', { name: '我的帳號' }).waitFor();
    await page.getByRole('listitem').filter({ hasText: '這個裝置' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'account');
    await page
      .getByRole('button', { name: /^結束「/ })
      .first()
      .click();
    await page.getByText('已結束那個裝置的登入').waitFor();

    await page.getByLabel('用途').fill('人資系統同步');
    await page.getByRole('button', { name: '建立權杖' }).click();
    await page.getByText('權杖已建立，只顯示這一次').waitFor();
    await picture(page, 'account-token');
    await page.getByRole('button', { name: '撤銷「人資系統同步」' }).click();
    await page.getByText('已撤銷權杖').waitFor();

    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '匯出' }).click()]);
    expect(file.suggestedFilename()).toMatch(/^touchstone-.*\.zip$/);
    await page.getByLabel('正確的內容').fill('陳評量員');
    await page.getByRole('button', { name: '送出請求' }).click();
    await page.getByText(/已送出請求/).waitFor();

    await page.getByLabel('顯示模式').last().selectOption('dark');
    await page.getByLabel('語言', { exact: true }).last().selectOption('en');
    await page.getByRole('heading', { name: 'My account' }).waitFor();
    await page.getByText('Saved', { exact: true }).waitFor();
    expect((await people.assessor.get('/me')).body.locale).toBe('en');
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'account-dark-en');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in to Touchstone' }).waitFor();
  });

  it('shows what a person was told', async () => {
    const page = await browser.as(world.operator, '/notices');
    await page.getByText(/有人請求更正個人資料/).click();
    await page.getByText(/陳評量員/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'notices');
  });

  it('finds and reads documents, and where each item stands in the source', async () => {
    const page = await browser.as(world.operator, '/documents');
    await page.getByRole('link', { name: '發展客戶服務的行銷策略' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'documents');
    await page.getByRole('searchbox', { name: '搜尋' }).last().fill('客戶服務助理');
    await page.getByText('找到 1 份').waitFor();
    await page.getByRole('link', { name: '客戶服務助理' }).click();
    await page.getByText('依據組織政策，以專業周到服務與客戶進行溝通。').waitFor();
    await page.getByRole('cell', { name: '2017年12月31日' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'document-standard');
    await page.getByRole('link', { name: '匯入報告' }).click();
    await page.getByText(/各項的出處/).waitFor();
    await page.getByRole('link', { name: 'P1.1.1', exact: true }).click();
    expect(await page.locator('mark:target').textContent()).toContain('依據組織政策，以專業周到服務與客戶進行溝通');
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'document-report');

    const small = await browser.as(people.candidate, `/documents/${people.documentId}`, { viewport: phone });
    await small.getByRole('heading', { name: '評量之關鍵面向' }).waitFor();
    await small.getByRole('heading', { name: '評量建議' }).waitFor();
    expect(await axeFindings(small)).toEqual([]);
    expect(await tooWide(small)).toEqual([]);
    await picture(small, 'document-unit');
  });

  it('finds assessments, people and documents from the bar', async () => {
    const page = await browser.as(world.operator, '/account');
    await page.getByRole('heading', { name: '我的帳號' }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('小美');
    await page.keyboard.press('Enter');
    await page.getByText('找到 2 項').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'search');
    await page.getByRole('searchbox').last().fill('留住客戶');
    await page.getByRole('link', { name: '發展客戶服務的行銷策略' }).click();
    await page.getByRole('heading', { name: '發展客戶服務的行銷策略' }).waitFor();
  });

  it('imports a document, or says every line that it cannot read', async () => {
    const page = await browser.as(world.operator, '/documents/import');
    const text = readFileSync('seeds/BAS4222-002v2.txt', 'utf8');
    const choose = (content: string): Promise<void> =>
      page.getByLabel('文字檔').setInputFiles({ name: 'x.txt', mimeType: 'text/plain', buffer: Buffer.from(content) });
    await choose(text.replace('T1與客戶互動', '與客戶互動'));
    await page.getByRole('button', { name: '匯入' }).click();
    await page.getByText(/個地方讀不懂，沒有匯入/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'document-faults');
    await choose(text.replace('溝通協調能力', '溝通與協調能力'));
    await page.getByLabel(/^勘誤理由/).fill('依公告勘誤表');
    await page.getByRole('button', { name: '匯入' }).click();
    await page.getByRole('heading', { name: '匯入報告' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('never breaks the policy of its pages', () => {
    expect(browser.complaints).toEqual([]);
  });
});
