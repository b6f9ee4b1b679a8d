import { type Page } from 'playwright-core';
import { Database } from '../../src/database/database.js';
import { competentVerdicts } from '../factories/competent.js';
import { answersOf, notYetCompetent } from '../factories/decided.js';
import { enrolled, type Enrolled } from '../factories/enrolled.js';
import { type World } from '../world.js';
import { axeFindings, Browser, desk, phone, picture, tooWide, worldOfToday } from './support/browser.js';

/** The smallest whole PNG. */
const photo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
/** As a camera writes it: EXIF with the day it was taken, and hardly a picture. */
function photoOf(taken: string): Buffer {
  const tiff = Buffer.alloc(64);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  const entry = (at: number, tag: number, value: number): void => {
    tiff.writeUInt16BE(1, at);
    tiff.writeUInt16BE(tag, at + 2);
    tiff.writeUInt32BE(value, at + 10);
  };
  entry(8, 0x8769, 26);
  entry(26, 0x9003, 44);
  tiff.write(taken, 44, 'latin1');
  const size = Buffer.from([0, 2 + 6 + tiff.length]);
  const head = Buffer.from([0xff, 0xd8, 0xff, 0xe1]);
  return Buffer.concat([head, size, Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from([0xff, 0xd9])]);
}
/** The day it is where the browser is. */
const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Taipei' }).format();
const inAWeek = (): string => new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);

describe('a candidate, on a phone', () => {
  let world: World;
  let browser: Browser;
  let people: Enrolled;
  let page: Page;
  let plan: object;
  const at = (rest = ''): string => `/assessments/${people.assessmentId}${rest}`;
  const inBothLanguages = async (): Promise<string[]> => {
    const found = await axeFindings(page);
    await page.getByLabel('語言').selectOption('en');
    const inEnglish = await axeFindings(page);
    await page.getByLabel('Language').selectOption('zh-TW');
    return [...found, ...inEnglish];
  };

  beforeAll(async () => {
    world = await worldOfToday();
    people = await enrolled(world);
    const { assessor, assessmentId } = people;
    const { body } = await assessor.get(`/assessments/${assessmentId}/plan/proposal`).expect(200);
    const { methods, contexts } = body;
    plan = { methods, contexts, note: '期中會到您的工作現場觀察一次。' };
    await assessor.post(`/assessments/${assessmentId}/plans`, { ...plan, basedOnVersion: 0 }).expect(201);
    const asked = { targetRefs: ['1.1'], text: '請補上最近半年的客訴處理紀錄。', dueOn: inAWeek() };
    await assessor.post(`/assessments/${assessmentId}/requests`, asked).expect(201);
    browser = await Browser.open(world);
    page = await browser.as(people.candidate, '/', { viewport: phone });
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  it('sees what waits, reads the plan and acknowledges it', async () => {
    await page.getByRole('link', { name: /評量計畫與個人資料告知事項/ }).waitFor();
    await picture(page, 'home-390');
    expect(await inBothLanguages()).toEqual([]);
    await page.getByRole('link', { name: /評量計畫與個人資料告知事項/ }).click();
    await page.getByRole('checkbox').check();
    await picture(page, 'acknowledgement-390');
    expect(await inBothLanguages()).toEqual([]);
    await page.getByRole('button', { name: '我已讀過這份計畫' }).click();
    await page.getByText(/您已於 .* 確認這份計畫/).waitFor();
  });

  it('is told what is new in a plan that was changed, before it is acknowledged again', async () => {
    const changed = { ...plan, basedOnVersion: 1, adjustments: [{ what: '提問', changed: '改以書面進行。' }] };
    await people.assessor.post(at('/plans'), changed).expect(201);
    await page.goto(at('/acknowledgement'));
    await page.getByRole('heading', { name: '和您確認過的第 1 版不同的地方' }).waitFor();
    await page.getByText('加上調整「提問」').waitFor();
    await picture(page, 'acknowledgement-news-390');
    expect(await inBothLanguages()).toEqual([]);
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: '我已讀過這份計畫' }).click();
    await page.getByText(/您已於 .* 確認這份計畫/).waitFor();
  });

  it('sees what is missing, and why, by the four rules', async () => {
    await page.goto(at());
    await page.getByRole('heading', { name: '還缺什麼' }).waitFor();
    await page.locator('summary', { hasText: '1.1' }).click();
    await page.getByText('還沒有證據可看').first().waitFor();
    await page.getByLabel('部分做得到').first().check();
    await page.getByText(/已儲存（.*）。自我評估/).waitFor();
    await page.getByText('補充說明').first().click();
    await page.getByLabel('為什麼這樣覺得？').first().fill('做過三次，結案那一步還不熟。');
    await page.getByRole('button', { name: '儲存說明' }).first().click();
    await page.locator('p', { hasText: '做過三次，結案那一步還不熟。' }).waitFor();
    await page.getByLabel('做得到', { exact: true }).first().check();
    await page.locator('p', { hasText: '做過三次，結案那一步還不熟。' }).waitFor();
    await picture(page, 'missing-390');
    expect(await inBothLanguages()).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await tooWide(page)).toEqual([]);
    const beyond = "(nav => nav.scrollWidth - nav.clientWidth)(document.querySelector('header nav'))";
    expect(await page.evaluate<number>(beyond)).toBe(0);
    await picture(page, 'missing-320');
    await page.setViewportSize(phone);
  });

  it('answers a request with files, says what they show and declares them', async () => {
    await page.getByRole('link', { name: '交新的證據' }).click();
    await page.getByLabel('選擇檔案').setInputFiles([
      { name: '客訴處理紀錄.png', mimeType: 'image/png', buffer: photo },
      {
        name: '顧客服務流程改善計畫書第三版（含附錄一至附錄十二與會議紀錄）.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from('流程'),
      },
    ]);
    await page.getByLabel('合起來是同一件證據').check();
    await page.getByRole('button', { name: '上傳 1 件' }).waitFor();
    await page.getByLabel('每個檔案各是一件證據').check();
    await page.getByRole('button', { name: '都用檔案自己的日期' }).click();
    await page.getByText('已替 2 件填上日期').waitFor();
    for (const field of await page.locator('input[type=date]').all()) expect(await field.inputValue()).toBe(today());
    await picture(page, 'hand-in-390');
    expect(await inBothLanguages()).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
    await page.context().setOffline(true);
    await page.getByRole('button', { name: '上傳 2 件' }).click();
    await page
      .getByRole('button', { name: /：客訴處理紀錄\.png$/ })
      .first()
      .waitFor();
    await picture(page, 'hand-in-offline-390');
    await page.context().setOffline(false);
    await page.getByRole('link', { name: '下一步：說明它證明什麼' }).click();
    await page.getByRole('checkbox', { name: /^1\.1 / }).waitFor();
    expect(await page.getByRole('checkbox', { name: /^1\.1 / }).isChecked()).toBe(true);
    await page.getByRole('checkbox', { name: /^1\.2 / }).check();
    await picture(page, 'mapping-390');
    expect(await inBothLanguages()).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
    await page.setViewportSize(desk);
    await picture(page, 'mapping-1440');
    await page.setViewportSize(phone);
    await page.getByRole('button', { name: '儲存對應' }).click();
    await page.getByRole('link', { name: '下一件證據' }).click();
    await page.getByRole('checkbox', { name: /^1\.3 / }).check();
    await page.getByRole('button', { name: '儲存對應' }).click();
    await page.getByRole('link', { name: '下一步：聲明真實性' }).click();
    await page.getByRole('button', { name: '我聲明這 2 件證據' }).waitFor();
    await picture(page, 'declaration-390');
    expect(await inBothLanguages()).toEqual([]);
    await page.getByRole('button', { name: '我聲明這 2 件證據' }).click();
    await page.getByText('已聲明 2 件證據。').waitFor();
    const { body } = await people.candidate.get(`/assessments/${people.assessmentId}/requests`).expect(200);
    expect(body.items[0].state).toBe('answered');
    await page.goto('/');
    await page.getByText(/^下一步：還有 \d+ 項需要證據$/).waitFor();
    await picture(page, 'home-standing-390');
    expect(await inBothLanguages()).toEqual([]);
  });

  it('corrects one and withdraws another, with what that means', async () => {
    await page.goto(at());
    await page.getByRole('link', { name: '客訴處理紀錄', exact: true }).click();
    await page.getByRole('img', { name: '客訴處理紀錄.png' }).waitFor({ state: 'attached' });
    await page.getByText('更正標題、日期或說明').click();
    await page.getByLabel('標題').fill('客訴處理紀錄（三月）');
    await page.getByLabel('哪一天完成的').fill('');
    await page.getByRole('button', { name: '儲存更正' }).click();
    await page.getByRole('heading', { name: '客訴處理紀錄（三月）' }).waitFor();
    await page.getByText('還沒有聲明真實性').waitFor();
    await page.getByText('已更正。').waitFor();
    await page.getByText('更正標題、日期或說明').click();
    await page.getByRole('button', { name: '填上日期' }).click();
    await page.locator('input[name=producedOn]:focus').fill(today());
    await page.getByRole('button', { name: '儲存更正' }).click();
    await page.getByText('還不知道哪一天完成').waitFor({ state: 'hidden' });
    await page.locator('summary', { hasText: '加上檔案' }).click();
    await page
      .getByLabel('選擇檔案')
      .setInputFiles({ name: '第二頁.txt', mimeType: 'text/plain', buffer: Buffer.from('頁') });
    await page.getByRole('button', { name: '加上這 1 個檔案' }).click();
    await page.getByText('已加上檔案。').waitFor();
    await picture(page, 'item-390');
    expect(await inBothLanguages()).toEqual([]);
    await page.getByText('撤回這件證據').click();
    await page.getByLabel('撤回的原因').fill('檔案交錯了');
    await page.getByRole('button', { name: '撤回', exact: true }).click();
    await page.getByText(/撤回：檔案交錯了/).waitFor();
    await picture(page, 'withdrawn-390');
  });

  it('joins photos of one document, dated by the camera, and is led to a field that is wrong', async () => {
    await page.goto(at('/hand-in'));
    const pages = ['IMG_2041.jpg', 'IMG_2042.jpg'].map((name, index) => {
      return { name, mimeType: 'image/jpeg', buffer: photoOf(`2025:03:1${5 + index} 14:05:00`) };
    });
    await page.getByLabel('選擇檔案').setInputFiles(pages);
    await page.getByLabel('合起來是同一件證據').check();
    const title = page.getByLabel('標題');
    while ((await title.inputValue()) !== '2025年3月15日 14:05 的照片') await page.waitForTimeout(20);
    await title.fill('𠮷野家門市會議紀錄（共兩頁）');
    await page.waitForTimeout(1500); // as if the camera had been opened, and the browser had closed the page meanwhile
    await page.reload();
    while ((await title.inputValue()) !== '𠮷野家門市會議紀錄（共兩頁）') await page.waitForTimeout(20);
    const day = page.getByLabel('哪一天完成的');
    expect(await day.inputValue()).toBe('');
    await day.fill('12025-03-15');
    await picture(page, 'joined-390');
    await page.getByRole('button', { name: '上傳 1 件' }).click();
    await page.getByRole('alert').getByRole('link', { name: '哪一天完成的：' }).click();
    expect(await page.evaluate<string>('document.activeElement.dataset.field')).toMatch(/^producedOn-/);
    await picture(page, 'field-wrong-390');
    expect(await inBothLanguages()).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
    await page.getByRole('button', { name: '用照片的拍攝日期：2025年3月15日' }).click();
    await page.getByRole('button', { name: '上傳 1 件' }).click();
    await page.getByRole('link', { name: '下一步：說明它證明什麼' }).click();
    await page.getByText('圖片 · 2 個檔案').waitFor();
    await page.getByLabel('檔案', { exact: true }).selectOption('檔案 2／2 IMG_2042.jpg');
    await page.getByText('IMG_2042.jpg（').waitFor();
    await page.getByRole('link', { name: '往下：說明它證明什麼' }).click();
    await picture(page, 'bundle-390');
    expect(await inBothLanguages()).toEqual([]);
    const { body } = await people.candidate.get(`/assessments/${people.assessmentId}/evidence`).expect(200);
    expect(body.items.at(-1)).toMatchObject({
      title: '𠮷野家門市會議紀錄（共兩頁）',
      producedOn: '2025-03-15',
      files: pages.map(({ name }) => ({ name })),
    });
  });

  it('sees what would make the whole stronger, and who it is for', async () => {
    await page.goto(at());
    await page.getByRole('heading', { name: '要和評量者一起安排的' }).waitFor();
    await page.locator('summary', { hasText: '至少一件直接證據' }).click();
    await page.getByText('請評量者安排一次觀察、提問或實作示範。').last().waitFor();
    await page.locator('summary', { hasText: '每項行為指標都有足夠的獨立證據' }).click();
    await picture(page, 'remarks-390');
    expect(await inBothLanguages()).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
  });

  it('reads the verdict, confirms to have it, and appeals', async () => {
    const { assessor, assessmentId } = people;
    const { body: claims } = await assessor.get(`/assessments/${assessmentId}/claims`).expect(200);
    const [claim] = claims.items.filter(({ targetRef }: { targetRef: string }) => targetRef === '1.3');
    const answer = { ...answersOf([claim.id], ['more_needed']).judgements[0], reason: '請補上會議決議的日期。' };
    await assessor.post(`/assessments/${assessmentId}/judgements`, { judgements: [answer] }).expect(201);
    await page.goto(at());
    await page.locator('summary', { hasText: '1.3' }).click();
    await page.getByText('陳評量：請補上會議決議的日期。').waitFor();
    await picture(page, 'judged-390');
    const { body: verdict } = await assessor.post(`/assessments/${assessmentId}/verdicts`, notYetCompetent).expect(201);
    await assessor.post(`/verdicts/${verdict.id}/notification`, { channel: 'in_app' }).expect(201);
    await page.goto(at());
    await page.getByRole('button', { name: '我收到了這份文件' }).click();
    await page.getByText(/您已於 .* 簽收/).waitFor();
    for (const part of ['/hand-in', '/declaration']) {
      await page.goto(at(part));
      await page.getByText('這項評量已經結束，證據不能再更改。').waitFor();
    }
    await page.goto('/');
    await page.getByText('尚未具備').waitFor();
    await page.goto(at());
    await page.getByRole('button', { name: '我要申覆' }).click();
    await page.getByRole('button', { name: '提出申覆' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('您認為哪裡有誤，為什麼').fill('證據 2 已說明處理經過。');
    await picture(page, 'verdict-390');
    expect(await inBothLanguages()).toEqual([]);
    await page.getByRole('button', { name: '提出申覆' }).click();
    await page.getByText('等待決定').waitFor();
    await page.setViewportSize(desk);
    await picture(page, 'verdict-1440');
    await page.getByText('撤回申覆').click();
    await page.getByRole('button', { name: '撤回這件申覆' }).click();
    await page.getByRole('button', { name: '撤回這件申覆' }).waitFor({ state: 'detached' });
  });

  it('sees what comes along into a reassessment, and leaves it with a reason', async () => {
    await page.setViewportSize(phone);
    await page.goto(at());
    await page.locator('summary', { hasText: '要再證明' }).click();
    await page.getByText(/隨時可以為您安排補評/).waitFor();
    await picture(page, 'reassessment-390');
    expect(await inBothLanguages()).toEqual([]);
    const { assessor, assessmentId } = people;
    const wish = { leadAssessorId: assessor.id, carryOver: 'all' };
    await assessor.post(`/assessments/${assessmentId}/reassessment`, wish).expect(201);
    await page.goto(at());
    await page.getByRole('link', { name: '前往新的評量' }).click();
    await page.getByText('沿用了上一次的 1 件證據').waitFor();
    await picture(page, 'second-attempt-390');
    await page.getByText('退出這項評量').first().click();
    const leave = page.getByRole('button', { name: '退出這項評量' });
    await leave.click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('退出的原因').fill('換了工作');
    await picture(page, 'leaving-390');
    expect(await inBothLanguages()).toEqual([]);
    await leave.click();
    await page.getByRole('dialog').getByRole('button', { name: '不退出' }).click();
    await leave.click();
    await page.getByRole('dialog').getByRole('button', { name: '退出這項評量' }).click();
    await page.getByText(/您已在 .* 退出這項評量/).waitFor();
    await page.getByRole('heading', { name: '再接受評量' }).waitFor();
    await picture(page, 'left-390');
  });

  it('has a certificate to show, with its credential and the page that checks it', async () => {
    const { candidate, assessor } = people;
    const shape = { bodyId: world.bodyId, leadId: assessor.id, candidateIds: [candidate.id] };
    const [competent] = await competentVerdicts(world.app.get(Database), shape);
    await world.operator.post(`/assessments/${competent!.assessmentId}/certificate`, {}).expect(201);
    await page.setViewportSize(phone);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('/certificates');
    await page.getByRole('link', { name: '下載數位憑證' }).waitFor();
    await page.getByText('數位憑證（Open Badge）是什麼？').click();
    await page.getByRole('button', { name: '分享查驗連結' }).click();
    await page.getByText(/已複製連結/).waitFor();
    expect(await page.evaluate<string>('navigator.clipboard.readText()')).toMatch(/\/verify/);
    await picture(page, 'certificates-390');
    expect(await inBothLanguages()).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下載證明（PDF）' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.pdf$/);
  });

  it('never breaks the policy of the page', () => {
    expect(browser.complaints).toEqual([]);
  });
});
