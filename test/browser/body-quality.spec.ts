import { type Page } from 'playwright-core';
import { Assessment } from '../../src/assessments/assessment.entity.js';
import { Database } from '../../src/database/database.js';
import { decided, type Decided } from '../factories/decided.js';
import { enrolled } from '../factories/enrolled.js';
import { type Persona, type World } from '../world.js';
import { axeFindings, Browser, picture, worldOfToday } from './support/browser.js';
import { fits } from './support/pages.js';

describe('the quality work of a training body, in a browser', () => {
  let world: World;
  let browser: Browser;
  let home: string;
  let officer: Page;
  let verifier: Page;
  let persona: Persona;
  let first: Decided;
  beforeAll(async () => {
    world = await worldOfToday();
    home = `/bodies/${world.bodyId}`;
    persona = await world.person('吳審查', ['verifier']);
    const admin = await world.person('王管理', ['administrator']);
    first = await decided(world, { '1.1': 'accepted', '1.2': 'more_needed' });
    browser = await Browser.open(world);
    officer = await browser.as(admin, `${home}/verification`);
    verifier = await browser.as(persona);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  /** The page as axe sees it, and at every width without scrolling sideways. Where every route is seen, so is English. */
  const looks = async (page: Page, name: string): Promise<void> => {
    await page.waitForLoadState('networkidle');
    expect(await axeFindings(page)).toEqual([]);
    await fits(page, name);
  };

  it('draws by a plan, says why each was drawn, and assigns a verifier to judge blind', async () => {
    await officer.getByRole('link', { name: '建立抽樣計畫' }).click();
    await officer.getByLabel('基本抽樣比例（%）').fill('100');
    await officer.getByLabel(/^盲評/).check();
    await officer.getByRole('button', { name: '建立計畫' }).click();
    await officer.getByRole('button', { name: '現在抽樣' }).click();
    await officer.getByText('已抽出 1 件。').waitFor();
    await officer.getByLabel('指派審查者').selectOption({ label: `吳審查（${persona.email}）` });
    await officer.getByRole('button', { name: '指派', exact: true }).click();
    await officer.getByText('已指派。').waitFor();
    await officer.getByRole('heading', { level: 1, name: /^抽樣計畫：所有單元與基準，/ }).waitFor();
    await officer.getByRole('listitem').getByText('基本抽樣：100%').waitFor();
    await looks(officer, 'plan');
  });

  it('lets the verifier judge blind: no judgement of the assessors shows before the last answer', async () => {
    await verifier.reload();
    await verifier.getByRole('link', { name: /已抽為審查樣本/ }).click();
    await verifier.getByRole('heading', { level: 1, name: '盲評：林小美' }).waitFor();
    await looks(verifier, 'blind');
    await verifier.locator('header select').first().selectOption('en');
    await verifier.getByRole('heading', { level: 1, name: 'Judging blind: 林小美' }).waitFor();
    expect(await axeFindings(verifier)).toEqual([]);
    await verifier.locator('header select').first().selectOption('zh-TW');
    expect(await verifier.getByRole('main').innerText()).not.toMatch(/已檢視|陳評量|尚未具備/);
    await verifier.goto(`/assessments/${first.assessmentId}/matrix`);
    await verifier.getByRole('heading', { level: 1, name: '盲評：林小美' }).waitFor();
    await verifier.getByLabel(/^接受/).check();
    await verifier.getByRole('button', { name: '記下判斷' }).click();
    await verifier.getByText('1.1：已接受').waitFor();
    await verifier.getByLabel('不接受').check();
    await verifier.getByRole('button', { name: '記下判斷' }).click();
    await verifier.getByRole('alert').waitFor();
    await verifier.getByLabel('理由').fill('看不出本人如何處理。');
    await verifier.getByLabel('充分性').check();
    await picture(verifier, 'blind-refused');
    await verifier.getByRole('button', { name: '記下判斷' }).click();
    await verifier.getByText('共 2 項，其中 1 項一致。').waitFor();
  });

  it('signs what the verifier found, point by point, and the action is reported done', async () => {
    await verifier.getByLabel('項目').selectOption('1.2');
    await verifier.getByLabel('證據規則').selectOption('sufficiency');
    await verifier.getByRole('button', { name: '再加一點' }).click();
    await verifier.getByLabel('發現').last().fill('紀錄完整。');
    await verifier.getByLabel(/^需要改善/).check();
    await verifier.getByRole('button', { name: '簽署審查' }).click();
    await verifier.getByRole('alert').waitFor();
    await picture(verifier, 'verification-refused');
    await verifier.getByLabel('發現').first().fill('理由過於簡略。');
    await verifier.getByLabel('要求改善的事項').fill('補記判斷的理由。');
    await verifier.getByRole('button', { name: '簽署審查' }).click();
    await verifier.getByText('已簽署，審查紀錄列在上面。').waitFor();
    await looks(verifier, 'verification');
    const assessor = await browser.as(first.assessor);
    await assessor.getByRole('link', { name: /審查後有待處理事項/ }).click();
    await assessor.getByRole('button', { name: '回報已改善' }).click();
    await assessor.getByLabel('做了什麼').fill('已補記，並於會議說明。');
    await assessor.getByRole('button', { name: '回報已改善' }).click();
    await assessor.getByText('已回報改善。').waitFor();
    await picture(assessor, 'verification-done');
    await officer.goto(`${home}/verification`);
    await officer.getByText('補記判斷的理由。').waitFor();
    await looks(officer, 'quality');
  });

  it('shows how far both agree: kappa with its interval, and the counts behind it', async () => {
    await officer.getByRole('link', { name: '查看一致性' }).click();
    await officer.getByText('1 / 2 項').first().waitFor();
    await officer.getByText('看次數表').first().click();
    await officer.getByLabel('職能單元或基準', { exact: true }).selectOption({ index: 1 });
    await officer.getByRole('heading', { name: '依項目' }).waitFor();
    await looks(officer, 'agreement');
    await verifier.goto(`${home}/verification`);
    await verifier.getByRole('heading', { name: '等您審查的判定' }).waitFor();
    await looks(verifier, 'verifier');
  });

  it('has an appeal decided by somebody who took no part, signed after it is asked once more', async () => {
    const { body: verdict } = await first.assessor.get(`/assessments/${first.assessmentId}/verdict`).expect(200);
    await first.assessor.post(`/verdicts/${verdict.id}/notification`, { channel: 'in_app' }).expect(201);
    const appeal = await first.candidate
      .post(`/verdicts/${verdict.id}/appeal`, { grounds: '1.2 已有紀錄。' })
      .expect(201);
    await officer.goto(`${home}/verification`);
    await officer.getByRole('region', { name: /申覆/ }).getByRole('link', { name: '林小美' }).click();
    await officer.getByText('1.2 已有紀錄。').waitFor();
    await officer.getByRole('button', { name: '簽署決定' }).click();
    await officer.getByRole('alert').getByText('決定：請選擇。').waitFor();
    await looks(officer, 'appeal');
    await officer.getByRole('link', { name: '看評量案與證據' }).click();
    await officer.waitForURL(`**/assessments/${first.assessmentId}`);
    // An assessor who took no part is given its address.
    const other = await browser.as(await world.person('周評量', ['assessor']), `/appeals/${appeal.body.id}`);
    await other.getByLabel(/^不成立/).check();
    await other.getByLabel('決定的理由').fill('紀錄看不出本人的處理。');
    await other.getByRole('button', { name: '簽署決定' }).click();
    await picture(other, 'appeal-asked');
    await other.getByRole('button', { name: '簽署並通知' }).click();
    await other.getByText('已簽署決定，並通知受評者。').waitFor();
    await other.getByRole('link', { name: '申覆決定書（PDF）' }).waitFor();
    await picture(other, 'appeal-decided');
  });

  it('holds, lets go, and deletes what is due once it has shown what that is; a tombstone stays', async () => {
    const old = await enrolled(world);
    await old.candidate.post(`/assessments/${old.assessmentId}/evidence`, { title: '舊紀錄', statement: '處理經過' });
    const withdrawnAt = '2010-01-01T00:00:00.000Z';
    await world.app.get(Database).write((tx) => tx.update(Assessment, { id: old.assessmentId }, { withdrawnAt }));
    await officer.goto(`${home}/audit`);
    const row = officer.getByRole('row', { name: /已到期/ });
    await row.getByRole('button', { name: /^保留這件/ }).click();
    await row.getByLabel('保留的理由').fill('調查中');
    await row.getByRole('button', { name: '保留這件', exact: true }).click();
    await officer.getByText('已加上保留。').waitFor();
    await officer.getByRole('button', { name: '解除保留：調查中' }).first().click();
    await officer.getByText('已解除保留。').waitFor();
    await row.getByRole('checkbox').check();
    await looks(officer, 'audit');
    await row.getByRole('checkbox').check();
    await officer.getByRole('link', { name: '看會刪除什麼（已選 1 件）' }).click();
    await officer.getByText('證據（只留編號）：1').waitFor();
    await looks(officer, 'deletion');
    await officer.getByRole('button', { name: '刪除這 2 筆' }).click();
    await officer.getByRole('button', { name: '永遠刪除' }).click();
    await officer.getByText('已刪除 2 筆紀錄。').waitFor();
    await officer.getByRole('link', { name: '回到稽核與保存' }).click();
    await officer.getByText('證據（只留編號）：1').waitFor();
    await picture(officer, 'tombstone');
  });

  it('makes an audit pack, followed to its end, to be downloaded and resumed', async () => {
    await officer.getByRole('button', { name: '製作資料包' }).click();
    const link = officer.getByRole('link', { name: /^下載（/ });
    await link.waitFor();
    const address = (await link.getAttribute('href'))!;
    const rest = await officer.request.get(address, { headers: { Range: 'bytes=10-' } });
    expect(rest.status()).toBe(206);
    const download = officer.waitForEvent('download');
    await link.click();
    expect((await download).suggestedFilename()).toMatch(/\.zip$/);
    await picture(officer, 'pack');
  });

  it('tells who changed what, who looked at evidence, and who could assess on a day', async () => {
    await officer.getByRole('link', { name: '查看紀錄' }).click();
    await officer.getByLabel('做了什麼').selectOption('hold');
    await officer.getByRole('rowheader', { name: '解除保留' }).waitFor();
    await looks(officer, 'log');
    await officer.goto(`/assessments/${first.assessmentId}/accesses`);
    await officer.getByLabel('誰', { exact: true }).selectOption({ label: '吳審查' });
    await officer.getByRole('cell', { name: '證據 1' }).first().waitFor();
    await looks(officer, 'accesses');
    await officer.goto(`${home}/people`);
    await officer.getByRole('link', { name: '資格名冊' }).click();
    await officer.getByRole('rowheader', { name: '吳審查' }).waitFor();
    const saved = officer.waitForEvent('download');
    await officer.getByRole('button', { name: '下載名冊（CSV）' }).click();
    expect((await saved).suggestedFilename()).toMatch(/\.csv$/);
    await looks(officer, 'register');
    await officer.getByLabel('日期').fill('2020-01-01');
    await officer.getByText('那一天沒有評量者或審查者。').waitFor();
  });

  it('hands a person what the body keeps about them', async () => {
    await officer.goto(`${home}/people/${first.candidate.id}`);
    const saved = officer.waitForEvent('download');
    await officer.getByRole('link', { name: '下載林小美的資料（ZIP）' }).click();
    expect((await saved).suggestedFilename()).toMatch(/^touchstone-.*\.zip$/);
  });

  it('breaks no policy of its pages', () => {
    expect(browser.complaints).toEqual([]);
  });
});
