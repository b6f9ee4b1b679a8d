import { Database } from '../../src/database/database.js';
import { Notice } from '../../src/notices/notice.entity.js';
import { enrolled, type Enrolled } from '../factories/enrolled.js';
import { type World } from '../world.js';
import { axeFindings, Browser, phone, picture, worldOfToday } from './support/browser.js';

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
    const letter = await world.app.get(Database).read.findOneByOrFail(Notice, { causeId: body.id });
    return { id: body.id, link: letter.link! };
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

  it('never breaks the policy of its pages', () => {
    expect(browser.complaints).toEqual([]);
  });
});
