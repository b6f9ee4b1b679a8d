import { type Page } from 'playwright-core';
import { Database } from '../../src/database/database.js';
import { assessmentWith, criteriaRefs, documentWith } from '../factories/assessment.js';
import { type Enrolled, enrolled } from '../factories/enrolled.js';
import { type World } from '../world.js';
import { axeFindings, Browser, desk, phone, picture, tablet, tooWide, worldOfToday } from './support/browser.js';
import { pdfOf } from './support/files.js';

const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Taipei' }).format(new Date());

describe('the assessor’s desk, in a browser', () => {
  let world: World;
  let browser: Browser;
  let made: Enrolled;
  let page: Page;
  beforeAll(async () => {
    world = await worldOfToday();
    made = await enrolled(world);
    await handIn(made);
    browser = await Browser.open(world);
    page = await browser.as(made.assessor);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  it('begins with what has waited longest', async () => {
    await page.getByRole('heading', { name: '等待評量的案件' }).waitFor();
    await picture(page, 'queue');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('link', { name: '林小美' }).click();
    await page.getByRole('heading', { level: 1, name: '林小美' }).waitFor();
    await page.getByRole('heading', { name: '還沒符合的必要項目' }).waitFor();
    await picture(page, 'overview');
    expect(await axeFindings(page)).toEqual([]);
  });

  it('judges evidence beside what it shows, with single keys', async () => {
    await page.getByRole('link', { name: '判斷證據' }).first().click();
    await page.getByText('第 2 頁，共 3 頁').waitFor();
    await page.getByRole('button', { name: '上一頁' }).click();
    await page.getByRole('img', { name: '文件第 1 頁' }).waitFor();
    await page.getByRole('button', { name: /看標示處：第 2 頁/ }).click();
    await page.getByText('第 2 頁，共 3 頁').waitFor();
    await picture(page, 'judging');
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('a');
    await page.getByText('1.1：已接受').waitFor();
    await page.getByText(/^評量方法 M2 ./).waitFor();
    const scrolled = () => page.evaluate<number>('scrollY');
    const before = await scrolled();
    await page.keyboard.press('r');
    await page.getByRole('textbox', { name: '理由' }).and(page.locator(':focus')).waitFor();
    expect(await scrolled()).toBe(before);
    await page.getByRole('textbox', { name: '理由' }).press('Escape');
    await page.getByRole('textbox', { name: '理由' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '標示這一頁' }).click();
    await page.getByText(/^標示了.*這個位置會一起記下。$/).waitFor();
    await picture(page, 'judging-marked');
    await page.getByRole('button', { name: '清除標示' }).click();
    await page.keyboard.press('m');
    await page.getByRole('button', { name: '記下判斷' }).click();
    await page.getByRole('link', { name: '理由：請填寫這個欄位。' }).click();
    await page.getByRole('textbox', { name: '理由' }).and(page.locator(':focus')).fill('請補上處理後顧客的回覆。');
    await picture(page, 'judging-more');
    await page.getByRole('button', { name: '記下判斷' }).click();
    await page.getByText('1.2：需要補充').waitFor();
    await page.setViewportSize(tablet);
    await picture(page, 'judging-820');
    await page.setViewportSize(desk);
  });

  it('shows sixty targets by three hundred items at once, to be walked by arrow keys', async () => {
    const { id } = await large(world, made);
    const began = Date.now();
    await page.goto(`/assessments/${id}/matrix`);
    await page.getByRole('grid').waitFor();
    await page.getByRole('gridcell').first().waitFor();
    expect(Date.now() - began).toBeLessThan(10_000); // of a busy machine; the bench measures it
    expect(await page.getByRole('gridcell').count()).toBeLessThan(1_500);
    await picture(page, 'matrix');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('columnheader', { name: '項目' }).focus();
    for (const key of ['ArrowDown', 'Control+ArrowRight', 'Control+ArrowDown']) await page.keyboard.press(key);
    expect(await page.locator(':focus').getAttribute('aria-label')).toMatch(/^12\.5，證據 300：/);
    await picture(page, 'matrix-end');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.getByRole('combobox', { name: '顯示哪些證據' }).selectOption('waiting');
    await page.setViewportSize(tablet);
    await picture(page, 'matrix-820');
    await page.setViewportSize(desk);
    await page.getByRole('gridcell').first().click();
    await page.keyboard.press('Enter');
    await page.waitForURL(/judging\?item=/);
  });

  it('makes a plan from what is proposed', async () => {
    await page.goto(`/assessments/${made.assessmentId}/planning`);
    await page.getByRole('textbox', { name: /備註/ }).fill('於客服中心實地觀察。');
    await page.getByRole('button', { name: '存成新的一版' }).click();
    await page.getByRole('heading', { name: '目前的計畫（第 1 版）' }).waitFor();
    await page.getByText('計畫已存檔。受評者會收到通知，要重新確認這一版。').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('changes the plan: methods, what they need, adjustments, parts; and says what is new', async () => {
    await page.getByRole('button', { name: '修改計畫' }).click();
    await page.getByRole('checkbox', { name: '檢視客服中心推廣活動的紀錄' }).uncheck();
    await page.getByRole('textbox', { name: /為什麼不用這個方法/ }).fill('評量期間沒有推廣活動。');
    await page.getByRole('button', { name: '加上自訂的方法' }).click();
    await page.getByRole('textbox', { name: '自訂方法的名稱' }).fill('模擬客訴處理');
    await page.getByRole('combobox', { name: '加上一種必要的證據' }).last().selectOption('observation');
    await page.getByRole('combobox', { name: '「觀察紀錄」也可以用別的代替' }).selectOption('demonstration');
    await page.getByRole('button', { name: '加上一項調整' }).click();
    await page.getByRole('textbox', { name: '調整的部分' }).fill('提問');
    await page.getByRole('textbox', { name: '改成怎樣' }).fill('改以書面進行。');
    await page.getByRole('combobox', { name: '陳評量評量的部分' }).selectOption('some');
    await page.getByRole('checkbox', { name: /^1\.1 / }).check();
    await picture(page, 'plan-editor');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '存成新的一版' }).click();
    await page.getByRole('link', { name: '請填寫這個欄位。' }).click();
    await page.keyboard.type('評量期間沒有真實客訴。');
    await page.getByRole('button', { name: '存成新的一版' }).click();
    await page.getByRole('heading', { name: '和第 1 版不同的地方' }).first().waitFor();
    for (const change of ['加上方法「模擬客訴處理」', '加上調整「提問」', '改了陳評量評量的部分', '改了備註'])
      await page.getByText(change).waitFor();
    await page.getByText('必要證據：觀察紀錄或實作示範').waitFor();
    await picture(page, 'plan');
    await page.setViewportSize(phone);
    await page.getByRole('button', { name: '修改計畫' }).click();
    await page.getByRole('button', { name: '移除調整「提問」' }).click();
    expect(await page.locator(':focus').getAttribute('data-field')).toBe('adjustments');
    await page.getByText('取消調整「提問」').waitFor();
    await picture(page, 'plan-editor-390');
    expect(await tooWide(page)).toEqual([]);
    await page.setViewportSize(desk);
    await page.getByRole('button', { name: '存成新的一版' }).click();
    await page.getByRole('heading', { name: '目前的計畫（第 3 版）' }).waitFor();
    await page.getByText(/^第 2 版 · /).click();
    await picture(page, 'plan-versions');
    expect(await axeFindings(page)).toEqual([]);
  });

  it('asks the candidate for what is missing, and answers for a warning', async () => {
    await page.goto(`/assessments/${made.assessmentId}`);
    await page.getByRole('button', { name: '請受評者補充 1.3', exact: true }).click();
    await page.getByRole('button', { name: '送出請求' }).click();
    await page.getByText('請求已送出，受評者會收到通知。').waitFor();
    await page.getByText('等待補充').waitFor();
    await page
      .getByRole('button', { name: /^說明為何不處理/ })
      .first()
      .click();
    await page.getByRole('textbox', { name: '理由' }).fill('本單元不需要。');
    await page.getByRole('button', { name: '記下理由' }).click();
    await page.getByText('已說明').first().waitFor();
    expect(await page.locator(':focus').innerText()).toBe('理由已記下，會印在判定書上。');
    await page.getByRole('button', { name: '收回這個理由：本單元不需要。' }).click();
    await page.getByRole('textbox', { name: '為什麼收回' }).fill('改以觀察補上。');
    await picture(page, 'waiver-withdrawal');
    await page.getByRole('button', { name: '收回這個理由', exact: true }).click();
    await page.getByText('理由已收回，這項提醒重新列出').waitFor();
    expect(await page.getByText('本單元不需要。').count()).toBe(0);
  });

  it('leads from what is found to where it is mended, and takes back what was said by mistake', async () => {
    await page.getByRole('link', { name: '記下由哪一項行為指標展現' }).click();
    expect(await page.locator(':focus').getAttribute('id')).toBe('attribute');
    await page.getByRole('button', { name: '記下一項' }).click();
    await page.getByRole('combobox', { name: '知識或技能' }).selectOption({ index: 1 });
    await page.getByRole('button', { name: '記下', exact: true }).click();
    await page.getByRole('button', { name: /^收回「S02 .*的紀錄$/ }).click();
    await page.getByText('已收回。').waitFor();
    await page.getByRole('button', { name: '收回請求' }).click();
    await page.getByRole('textbox', { name: '收回的理由' }).fill('改以觀察補上。');
    await page.getByRole('button', { name: '收回請求' }).click();
    await page.getByText('請求已收回。').waitFor();
    await page.getByRole('button', { name: '重新申報' }).click();
    await page.getByRole('button', { name: '申報', exact: true }).click();
    await page.getByText('已申報。').waitFor();
    await page
      .getByRole('button', { name: /^請受評者補充：請受評者為證據/ })
      .first()
      .click();
    await page.getByRole('textbox', { name: '請受評者做什麼' }).waitFor();
    await page.setViewportSize(phone);
    await picture(page, 'overview-mending-390');
    expect(await tooWide(page)).toEqual([]);
    await page.setViewportSize(desk);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '取消' }).click();
    await page.getByRole('link', { name: '前往判斷' }).first().click();
    await page.waitForURL(/judging\?item=.*&claim=/);
    await page.goto(`/assessments/${made.assessmentId}`);
    await page.getByRole('link', { name: '前往評量計畫' }).first().click();
    await page.getByRole('heading', { name: '評量計畫：林小美' }).waitFor();
    await page.goto(`/assessments/${made.assessmentId}`);
    await page.getByRole('link', { name: '前往觀察、提問與報告' }).first().click();
    await page.waitForURL(/records$/);
  });

  it('gives the verdict after a last look, and tells the candidate', async () => {
    await page.getByRole('link', { name: '判定', exact: true }).click();
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
    await page.getByRole('radio', { name: /^已具備/ }).check();
    await page.getByRole('button', { name: '檢查並預覽' }).click();
    await page.getByRole('button', { name: '看是什麼擋著' }).click();
    expect(await page.locator(':focus').innerText()).toMatch(/目前不能判定「已具備」/);
    await picture(page, 'verdict-competent-blocked');
    await page.getByRole('radio', { name: /^尚未具備/ }).check();
    expect(await page.getByRole('textbox', { name: /^1\.3 / }).inputValue()).toBe('');
    await page.getByRole('button', { name: '把建議的文字帶入 1.3' }).click();
    expect(await page.locator(':focus').inputValue()).toMatch(/^還沒有看到能證明「.+」的證據。$/);
    await page.getByRole('button', { name: '檢查並預覽' }).click();
    await page.getByText('有些地方需要修正').waitFor();
    await page.getByRole('link', { name: '寫下給受評者的回饋。' }).click();
    expect(await page.locator(':focus').getAttribute('name')).toBe('feedback');
    await picture(page, 'verdict-blocked');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('textbox', { name: /判定理由/ }).fill('證據還不夠。');
    await page.getByRole('textbox', { name: /給受評者的回饋/ }).fill('已經有好的開始。');
    await page.getByRole('textbox', { name: /下一步/ }).fill('兩週內補上觀察。');
    await page.getByRole('button', { name: '檢查並預覽' }).click();
    await page.getByText('請看過全文，再簽署。').waitFor();
    await page.getByRole('img', { name: '文件第 1 頁' }).waitFor();
    await page.getByText('這一頁的文字').click();
    await page.getByText(/預覽.未簽署.不具效力/).waitFor();
    await picture(page, 'verdict-preview');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('textbox', { name: /下一步/ }).fill('三週內補上觀察。');
    await page.getByText('預覽之後又改過了。要簽署，請先再預覽一次。').waitFor();
    expect(await page.getByRole('button', { name: '簽署判定' }).count()).toBe(0);
    await page.setViewportSize(phone);
    await picture(page, 'verdict-preview-390');
    expect(await tooWide(page)).toEqual([]);
    await page.getByRole('button', { name: '檢查並預覽' }).click();
    await page.getByRole('button', { name: '簽署判定' }).click();
    await page.setViewportSize(desk);
    await page.getByRole('dialog').waitFor();
    await picture(page, 'verdict-dialog');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '我確認，簽署' }).click();
    await page.getByText('判定書已簽署。接著請通知受評者。').waitFor();
    expect(await page.locator(':focus').innerText()).toBe('判定：林小美');
    await page.getByRole('link', { name: '打開判定書（PDF）' }).waitFor();
    await page.getByRole('img', { name: '文件第 1 頁' }).waitFor();
    await page.getByRole('button', { name: '記下並通知' }).click();
    await page
      .getByText(/通知受評者$/)
      .first()
      .waitFor();
    await page.getByText(/申覆期限：/).waitFor();
    await picture(page, 'verdict');
    expect(await axeFindings(page)).toEqual([]);
  });

  it('has nothing for axe to find in English either, and keeps the policy of the page', async () => {
    const english = await browser.as(made.assessor, '/', { locale: 'en' });
    for (const part of ['', '/judging', '/matrix', '/planning', '/decision']) {
      await english.goto(`/assessments/${made.assessmentId}${part}`);
      await english.getByRole('navigation', { name: 'Pages of this assessment' }).waitFor();
      await english.getByText('Loading…').first().waitFor({ state: 'detached' });
      expect(await axeFindings(english)).toEqual([]);
    }
    expect(browser.complaints).toEqual([]);
  });
});

/** Sixty targets by three hundred items, in every state. */
async function large(world: World, { assessor, candidate }: Enrolled): Promise<{ id: string }> {
  const db = world.app.get(Database);
  const documentId = await documentWith(db, { criteria: 60 });
  const shape = { bodyId: world.bodyId, documentId, candidateId: candidate.id, leadId: assessor.id };
  const answers = [[], [['lead', 'accepted']], [['lead', 'rejected']], [['lead', 'more_needed']]] as const;
  return assessmentWith(db, {
    ...shape,
    items: 300,
    claimsPerItem: 10,
    refs: criteriaRefs(60),
    fate: (index, ref) => ({
      judged: answers[(index + ref.length + Number(ref.split('.')[1])) % 4],
      declared: index % 5 !== 0,
      form: index % 9 === 0 ? 'observation' : 'document',
    }),
  });
}

/** Three items: a document of three pages, words and a picture, with claims that nobody has judged. */
async function handIn({ candidate, assessmentId }: Enrolled): Promise<void> {
  const pdf = await candidate
    .upload(`/assessments/${assessmentId}/evidence`)
    .field('title', '顧客抱怨處理紀錄')
    .field('producedBy', 'candidate')
    .field('producedOn', today())
    .attach('files', await pdfOf(3), '處理紀錄.pdf')
    .expect(201);
  const words = await candidate
    .post(`/assessments/${assessmentId}/evidence`, {
      title: '反思札記',
      statement: '我先傾聽，再說明處理方式。',
      producedBy: 'candidate',
      producedOn: today(),
    })
    .expect(201);
  const claims = [
    { itemId: pdf.body.id, targetRef: '1.1', place: { fileId: pdf.body.files[0].id, page: 2, note: '表格第三列' } },
    { itemId: pdf.body.id, targetRef: '1.2', method: 'M2' },
    { itemId: words.body.id, targetRef: '1.1' },
  ];
  await candidate.post(`/assessments/${assessmentId}/claims`, { claims }).expect(201);
}
