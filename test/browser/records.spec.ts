import { type Page } from 'playwright-core';
import { Database } from '../../src/database/database.js';
import { Notice } from '../../src/notices/notice.entity.js';
import { type Enrolled, enrolled } from '../factories/enrolled.js';
import { type Persona, type World } from '../world.js';
import { axeFindings, Browser, desk, phone, picture, tooWide, worldOfToday } from './support/browser.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Row = Record<string, any>;

describe('what assessors record at the desk, in a browser', () => {
  let world: World;
  let browser: Browser;
  let made: Enrolled;
  let second: Persona;
  let page: Page;
  beforeAll(async () => {
    world = await worldOfToday();
    made = await enrolled(world);
    second = await assessing('歐陽・亞歷山大・馮・洪堡德評量');
    browser = await Browser.open(world);
    page = await browser.as(made.assessor, `/assessments/${made.assessmentId}/records`);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  const assessing = async (name: string): Promise<Persona> => {
    const person = await world.person(name, ['assessor']);
    const qualification = { userId: person.id, title: '職能評量師', validFrom: '2024-01-01' };
    await world.operator.post(`/training-bodies/${world.bodyId}/qualifications`, qualification).expect(201);
    const duty = { userId: person.id, duty: 'assessor' };
    await world.operator.post(`/assessments/${made.assessmentId}/assignments`, duty).expect(201);
    const interest = { conflict: false, statement: '與受評者無利害關係。' };
    await person.post(`/assessments/${made.assessmentId}/interest-declarations`, interest).expect(201);
    return person;
  };
  const listed = async (what: 'observations' | 'questionings' | 'sittings' | 'invitations'): Promise<Row[]> => {
    const { body } = await made.assessor.get(`/assessments/${made.assessmentId}/${what}`).expect(200);
    return body.items ?? body;
  };
  const isSaved = (on = page) => on.getByText(/^已自動儲存/).waitFor();
  const sign = async (on = page): Promise<void> => {
    await on.getByRole('button', { name: '檢查並簽署' }).click();
    await on.getByRole('dialog').waitFor();
    await on.getByRole('button', { name: '簽署', exact: true }).click();
    await on.getByText('SHA-256').waitFor();
  };
  const see = (on: Page, ref: string, outcome: string) =>
    on.locator(`[data-ref="${ref}"]`).getByText(outcome, { exact: true }).click();
  const fits = async (): Promise<void> => {
    await page.setViewportSize(phone);
    await page.setViewportSize(phone);
    expect(await tooWide(page)).toEqual([]);
  };

  it('writes down questions and answers, keeps them by itself, and signs them', async () => {
    await page.getByText('還沒有紀錄。從上面選一種開始。').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'records-empty');
    await page.getByRole('link', { name: '提問紀錄', exact: true }).click();
    await page.getByLabel('地點或方式').fill('信義門市會議室');
    await page.getByLabel('問題', { exact: true }).fill('名單從哪裡來，怎麼查重？');
    await page.getByText('對應的項目：未指定').click();
    await page.getByRole('checkbox', { name: /^1\.1 / }).check();
    await isSaved();
    await page.reload();
    expect(await page.getByLabel('問題', { exact: true }).inputValue()).toBe('名單從哪裡來，怎麼查重？');
    await page.getByText('對應的項目：1.1').waitFor();

    await page.getByText('答得足夠', { exact: true }).click();
    await page.getByRole('button', { name: '檢查並簽署' }).click();
    await page.getByRole('link', { name: '請寫下第 1 題的回答。' }).click();
    await page.keyboard.type('從三個系統匯入，以電話查重。');
    await page.getByRole('button', { name: '新增問題' }).click();
    await page.keyboard.type('成效怎麼看？');
    await page.getByRole('button', { name: '移除第 2 題' }).click();
    await page.getByRole('button', { name: '放回來' }).click();
    await isSaved();
    const files = [{ name: '錄音.txt', mimeType: 'text/plain', buffer: Buffer.from('錄音') }];
    await page.getByLabel('加入照片、錄音或其他檔案').setInputFiles(files);
    await page.getByText('已加入 1 個檔案').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'records-questioning');
    await fits();
    await picture(page, 'records-questioning-phone');
    await page.setViewportSize(desk);
    await sign();
    const [record] = await listed('questionings');
    expect(record).toMatchObject({ place: '信義門市會議室', signedAt: expect.any(String) });
    expect(record!.questions).toMatchObject([
      { refs: ['1.1'], answer: '從三個系統匯入，以電話查重。', outcome: 'satisfactory' },
      { text: '成效怎麼看？', outcome: 'not_asked' },
    ]);
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'records-questioning-signed');
    await page.getByRole('link', { name: '判斷這份證據' }).click();
    await page.getByRole('link', { name: '看紀錄全文' }).click();
    await page.getByText('SHA-256').waitFor();
  });

  it('takes a signed record back, and records it anew from what it said', async () => {
    await page.getByRole('button', { name: '收回這份紀錄' }).click();
    await page.getByLabel('理由').fill('地點登打錯誤。');
    await page.getByRole('button', { name: '收回這份紀錄' }).click();
    await page.getByText('理由：地點登打錯誤。').waitFor();
    await picture(page, 'records-withdrawn');
    await page.getByRole('link', { name: '照這份內容重新記錄' }).click();
    expect(await page.getByLabel('問題', { exact: true }).first().inputValue()).toBe('名單從哪裡來，怎麼查重？');
    await page.getByLabel('地點或方式').fill('松山門市會議室');
    await sign();
    const records = await listed('questionings');
    expect(records.map(({ place, withdrawnAt }) => [place, withdrawnAt !== null])).toEqual([
      ['信義門市會議室', true],
      ['松山門市會議室', false],
    ]);
    await page.getByRole('link', { name: '← 所有紀錄' }).click();
    await page.getByText(/^.已收回$/).waitFor();
  });

  it('has two assessors watch together, each sign a record, and the lead conclude', async () => {
    await page.getByRole('link', { name: '多人一起觀察' }).click();
    await page.getByLabel('地點或方式').fill('信義門市');
    await page.getByRole('button', { name: '開這一場' }).click();
    await page.getByRole('link', { name: '加入我的紀錄' }).waitFor();
    const address = new URL(page.url()).pathname;
    await page.getByRole('link', { name: '加入我的紀錄' }).click();
    await see(page, '1.1', '做到了');
    await see(page, '1.2', '沒做到');
    await page.getByLabel(/^1\.2 看到了什麼/).fill('當時在櫃檯另一側。');
    await isSaved();
    await picture(page, 'records-observation');
    expect(await axeFindings(page)).toEqual([]);
    await fits();
    await picture(page, 'records-observation-phone');
    await page.setViewportSize(desk);
    await sign();

    const other = await browser.as(second, address);
    await other.getByRole('link', { name: '加入我的紀錄' }).click();
    await see(other, '1.1', '做到了');
    await see(other, '1.2', '做到了');
    await isSaved(other);
    await sign(other);
    await other.getByRole('link', { name: /^信義門市/ }).click();
    await other.getByText('至少兩位觀察者都簽署後，由主評量者作成結論。').waitFor();

    await page.goto(address);
    await page.getByText(/^.看法不同$/).waitFor();
    await page.getByText('還有 1 項沒有結論。').waitFor();
    await page
      .getByRole('radiogroup', { name: /結論 1\.2/ })
      .getByText('做到了', { exact: true })
      .click();
    await page.getByLabel('為什麼這樣認定').fill('第二位觀察者站在旁邊看到。');
    await picture(page, 'records-sitting');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '作成結論' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '作成結論' }).click();
    await page
      .getByText(/作成結論$/)
      .last()
      .waitFor();
    await page.getByText('SHA-256').waitFor();
    await picture(page, 'records-sitting-concluded');
    expect(await axeFindings(page)).toEqual([]);
    expect((await listed('sittings')).map(({ concluded }) => concluded)).toEqual([true]);
  });

  it('asks a third party, whose words survive a lost network, and ends the link', async () => {
    await page.goto(`/assessments/${made.assessmentId}/records`);
    await page.getByRole('link', { name: '請第三方報告' }).click();
    await page.getByLabel('姓名').fill('王店長');
    await page.getByLabel('電子郵件').fill('not an address');
    await page.getByRole('checkbox', { name: /^1\.1 / }).check();
    await page.getByRole('button', { name: '寄出邀請' }).click();
    await page.getByRole('alert').waitFor();
    await picture(page, 'records-invite');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel('電子郵件').fill('manager@example.com');
    await page.getByRole('button', { name: '寄出邀請' }).click();
    await page.getByText('邀請已寄到 manager@example.com。').waitFor();
    const [{ id } = { id: '' }] = await listed('invitations');
    const letter = await world.app.get(Database).read.findOneBy(Notice, { causeId: id });

    const outside = await browser.page({ viewport: phone });
    await outside.goto(letter!.link!);
    await outside.getByLabel('職稱與服務單位').fill('信義門市店長');
    await isSaved(outside);
    await outside.context().setOffline(true);
    await outside.getByLabel('聯絡電話或電子郵件').fill('02-2345-6789');
    await outside.getByText(/^沒有網路，還沒存起來/).waitFor();
    expect(await axeFindings(outside)).toEqual([]);
    await outside.getByLabel('職稱與服務單位').fill('信義門市副店長');
    await outside.context().setOffline(false);
    await isSaved(outside);
    await outside.reload();
    expect(await outside.getByLabel('聯絡電話或電子郵件').inputValue()).toBe('02-2345-6789');
    expect(await outside.getByLabel('職稱與服務單位').inputValue()).toBe('信義門市副店長');
    await outside.getByRole('combobox', { name: '語言' }).selectOption('en');
    await outside.getByRole('button', { name: 'Send the report' }).waitFor();
    expect(await axeFindings(outside)).toEqual([]);

    // What the server took although its answer was lost is no change that somebody else made.
    await outside.route('**/api/third-party-form', async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    });
    await outside.getByLabel('Telephone or e-mail').fill('02-9876-5432');
    await outside.getByText(/^No network/).waitFor();
    await outside.getByLabel('Post and workplace').fill('店長');
    await outside.unroute('**/api/third-party-form');
    await outside.getByText(/^Saved/).waitFor();

    await page.reload();
    await page.getByText('已打開，填寫中').waitFor();
    await page.getByRole('button', { name: '重寄新連結給王店長' }).click();
    await page.getByText(/^新連結已寄到/).waitFor();
    await page.getByRole('button', { name: '收回連結：王店長' }).click();
    await picture(page, 'records-revoke');
    await page.getByRole('dialog').getByRole('button', { name: '收回連結' }).click();
    await page.getByText('給王店長的連結已收回。').waitFor();
    await page.getByText(/^.連結已收回$/).waitFor();
    await picture(page, 'records-list');
    expect(await axeFindings(page)).toEqual([]);
    await fits();
    await picture(page, 'records-list-phone');
    await page.setViewportSize(desk);
  });

  it('hands in a product, and prints a sheet to write on', async () => {
    await page.getByRole('link', { name: '作品或現場資料' }).click();
    await page.getByLabel('名稱').fill('客訴處理單');
    await page.getByLabel('說明').fill('櫃檯當日三張客訴處理單。');
    await picture(page, 'records-product');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '交入', exact: true }).click();
    await page.getByText('已交入，可以標示它展現了哪些項目。').waitFor();
    for (const kind of ['observation', 'questioning']) {
      await page.goto(`/assessments/${made.assessmentId}/records/blank?kind=${kind}`);
      await page.getByRole('region').first().waitFor();
      await page.emulateMedia({ media: 'print' });
      await picture(page, `records-blank-${kind}`);
      await page.emulateMedia({ media: 'screen' });
      expect(await axeFindings(page)).toEqual([]);
    }
  });

  it('has nothing for axe to find in English or in the dark, and keeps the policy of its pages', async () => {
    const english = await browser.as(made.assessor, `/assessments/${made.assessmentId}/records`, {
      locale: 'en',
      dark: true,
    });
    await english.getByRole('link', { name: 'Observed together' }).waitFor({ state: 'detached' });
    await english.getByText('Link ended').waitFor();
    await picture(english, 'records-list-en');
    expect(await axeFindings(english)).toEqual([]);
    await english.getByRole('link', { name: 'Demonstration', exact: true }).click();
    await english.getByRole('button', { name: 'Check and sign' }).waitFor();
    await picture(english, 'records-demonstration-en');
    expect(await axeFindings(english)).toEqual([]);
    expect(browser.complaints).toEqual([]);
  });
});
