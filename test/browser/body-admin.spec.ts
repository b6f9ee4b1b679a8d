import { type Page } from 'playwright-core';
import { newId } from '../../src/common/ids.js';
import { Database } from '../../src/database/database.js';
import { Notice } from '../../src/notices/notice.entity.js';
import { Membership } from '../../src/people/membership.entity.js';
import { usersNamed } from '../../src/bench/made/people.js';
import { insertAll } from '../factories/assessment.js';
import { competentVerdicts } from '../factories/competent.js';
import { enrolled, type Enrolled } from '../factories/enrolled.js';
import { type Persona, type World } from '../world.js';
import { Browser, picture, worldOfToday } from './support/browser.js';
import { isSound, openPage, press, see } from './support/pages.js';

/** A grey dot. */
const logo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

const longName = `𠮷野${'壽'.repeat(56)}美`;

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
    page.setDefaultTimeout(60_000);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  const open = (path: string): Promise<void> => openPage(page, home + path);

  it('corrects whom a candidate goes with, hands the assessment over and back, and ends it without a verdict', async () => {
    const second = await world.person('周評量', ['assessor', 'verifier']);
    await open('/assessments');
    await page.getByRole('link', { name: '林小美' }).click();
    await page.getByLabel('班別').fill('門市服務第 1 期');
    await page.getByLabel('工作場所').fill('台北旗艦店');
    await press(page, '更正');
    await see(page, '已更正班別與工作場所。');
    await page.getByLabel('擔任').selectOption('主評量者');
    await page.getByLabel('姓名').selectOption(second.id);
    await press(page, '指派');
    await see(page, '已指派周評量為「主評量者」。');
    await press(page, '復原');
    await see(page, '已指派陳評量為「主評量者」。');
    await page.getByLabel('擔任').selectOption('審查者');
    await page.getByLabel('姓名').selectOption(second.id);
    await press(page, '指派');
    await see(page, '已指派周評量為「審查者」。');
    await press(page, '結束周評量的「審查者」');
    await see(page, '已結束周評量的「審查者」。');
    await isSound(page, 'assessment');
    await page.getByLabel('理由').fill('轉任其他門市');
    await press(page, '退出評量');
    await see(page, '請先勾選');
    await page.getByLabel('我了解這件評量案結束後不能再打開').check();
    await press(page, '退出評量');
    await see(page, '退出理由：轉任其他門市');
    await picture(page, 'assessment-left');
    const { body } = await admin.get(`/assessments/${subject.assessmentId}`).expect(200);
    expect(body).toMatchObject({
      cohort: '門市服務第 1 期',
      workplace: '台北旗艦店',
      withdrawalReason: '轉任其他門市',
    });
    expect(body.assignments.filter((one: { endedAt: string | null }) => !one.endedAt)).toMatchObject([
      { duty: 'lead_assessor', person: { name: '陳評量' } },
    ]);
  });

  it('changes rules and classes of evidence, and tells what each version changed', async () => {
    await open('/settings/rules');
    await page.getByLabel('證據的時效（月）').fill('36');
    await page.getByLabel('知識與技能缺少證據時').selectOption('blocks');
    await press(page, '儲存設定');
    await page.getByRole('alert').waitFor(); // a reason is needed, and the input stays
    expect(await page.getByLabel('證據的時效（月）').inputValue()).toBe('36');
    await page.getByLabel('理由').fill('年度會議決議');
    await press(page, '儲存設定');
    await see(page, '已儲存新的一版設定。');
    await see(page, '從預設值改起：');
    await see(page, '證據的時效（月）：24 → 36');
    await open('/settings/classes');
    await page.getByLabel('提問紀錄，評量者').selectOption('supplementary');
    await page.getByLabel('理由').fill('筆試不算直接證據');
    await press(page, '儲存設定');
    await see(page, '已儲存新的一版設定。');
    await isSound(page, 'settings-classes');
    await page.getByLabel('理由').fill('撤回上次的決定');
    await press(page, '全部回到預設');
    await page.getByLabel('提問紀錄，評量者').and(page.locator('[data-now=direct]')).waitFor();
    await open('/settings/rules');
    await see(page, '撤回上次的決定');
    await see(page, '第 3 版');
    await isSound(page, 'settings-rules');
  });

  it('words and draws a certificate, looks at it first, and puts all of it back', async () => {
    await open('/settings/templates');
    await page.getByLabel('機構標誌').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: logo });
    await page.getByLabel('標題（中文）').fill('職能單元學習成果');
    await page.getByLabel('「已具備」改稱').fill('技術士證合格');
    await press(page, '儲存樣式');
    await page.getByRole('alert').getByRole('link').first().waitFor();
    expect(await page.getByLabel('標題（中文）').inputValue()).toBe('職能單元學習成果');
    await isSound(page, 'settings-templates-refused');
    await page.getByLabel('標題（英文）').fill('Outcome of a competency unit');
    await page.getByLabel('「已具備」改稱').fill('通過');
    await page.getByLabel('附加說明（中文）').fill('依本會評量辦法辦理。');
    await page.getByLabel('附加說明（英文）').fill('By the rules of assessment of this body.');
    await press(page, '預覽 PDF');
    const preview = page.getByRole('link', { name: '在新分頁開啟預覽（PDF）' });
    expect(await preview.getAttribute('href')).toMatch(/^blob:/);
    await press(page, '儲存樣式');
    await see(page, '已儲存樣式。');
    await page.getByLabel('拿掉目前的標誌').check();
    await press(page, '儲存樣式');
    await see(page, '第 2 版');
    expect(await page.getByLabel('拿掉目前的標誌').count()).toBe(0);
    await isSound(page, 'settings-templates');
    await press(page, '全部回到預設');
    await page.getByRole('dialog').getByRole('button', { name: '全部回到預設' }).click();
    await see(page, '已全部回到預設。');
    const { body } = await admin.get(`/training-bodies/${world.bodyId}/templates/certificate`).expect(200);
    expect(body).toMatchObject({ version: 3, title: null, statement: null, labels: {}, logo: null });
  });

  it('lists a thousand people a hundred at a time, finds one, and gives them a new one-time password', async () => {
    const db = world.app.get(Database);
    const ids = await usersNamed(db, [...Array(999).keys()].map((i) => `學員${i}`).concat(longName));
    const rows = ids.map((userId) => ({
      ...{ id: newId(), bodyId: world.bodyId, userId, role: 'candidate' as const },
      ...{ createdAt: new Date().toISOString(), endedAt: null },
    }));
    await db.write((tx) => insertAll(tx, Membership, rows));
    await open('/people');
    await see(page, '已列出 100 筆');
    await press(page, '顯示更多');
    await see(page, '已列出 200 筆');
    await page.getByLabel('找姓名或電子郵件').fill('𠮷野');
    await see(page, '共 1 筆');
    await page.getByRole('link', { name: longName }).click();
    await press(page, '重設密碼');
    await see(page, '一次性密碼');
    await press(page, '結束「受評者」的角色');
    await see(page, '已結束「受評者」的角色');
    await isSound(page, 'person');
  });

  it('tells in sentences whom a batch passed over, mails a certificate, issues it anew and leads to its check', async () => {
    const shape = {
      bodyId: world.bodyId,
      leadId: subject.assessor.id,
      documentId: subject.documentId,
      cohort: '第 2 期',
    };
    const db = world.app.get(Database);
    const made = await competentVerdicts(db, { ...shape, count: 2 });
    made.push(...(await competentVerdicts(db, { ...shape, outcome: 'not_yet_competent' })));
    const assessmentIds = made.map(({ assessmentId }) => assessmentId);
    const order = await admin
      .post(`/training-bodies/${world.bodyId}/certificate-batches`, { assessmentIds })
      .expect(201);
    await open(`/certificates/batches/${order.body.id}`);
    await see(page, '已發 2 / 3，未發 1');
    await see(page, '這份判定不是「已具備」，不能據以核發證明。');
    await isSound(page, 'batch');
    await page
      .getByRole('link', { name: /^2026-/ })
      .first()
      .click();
    await press(page, '寄查驗連結給持有人');
    await see(page, '已交付寄送。');
    await page.getByLabel('說明').first().fill('證書遺失');
    await page.getByLabel('理由').first().selectOption('遺失');
    await press(page, '換發');
    await page.getByText(/^已換發為 /).waitFor();
    expect(await page.getByRole('button', { name: '撤銷' }).count()).toBe(0);
    await isSound(page, 'certificate-reissued');
    await page.getByRole('link', { name: '看新的證明' }).click();
    await page.getByRole('link', { name: '下載證明（PDF）' }).waitFor();
    const check = await page.getByRole('link', { name: '查驗頁面' }).getAttribute('href');
    expect((await page.request.get(new URL(check!).pathname)).status()).toBe(200);
    await open('/assessments');
    await page.getByRole('row', { name: /尚未具備/ }).waitFor();
    expect(await page.getByRole('row', { name: /已發證明/ }).count()).toBe(2);
    await isSound(page, 'assessments');
  });

  it('sends a notice again that did not go out', async () => {
    const db = world.app.get(Database);
    const [notice] = await db.read.findBy(Notice, { bodyId: world.bodyId });
    const failed = { attempts: 8, nextAttemptAt: null, lastError: 'EENVELOPE 550 No such mailbox' };
    await db.write((tx) => tx.update(Notice, { id: notice!.id }, failed));
    await open('');
    await page.getByRole('link', { name: '1 封通知寄送失敗' }).click();
    await page.getByLabel('狀態').selectOption('寄送失敗');
    await see(page, 'No such mailbox');
    await see(page, '試過幾次都沒有寄到。');
    await isSound(page, 'notices');
    await press(page, '重新寄送');
    await see(page, '已排入重新寄送。');
  });

  it('shows of three hundred lines which are wrong, and enrols the others', async () => {
    const head = '姓名,電子郵件,單元代碼,主評量者,班別';
    const line = (i: number): string =>
      i % 60 === 0
        ? `新生${i},new${i}@example.tw,KMM5R0915,${subject.assessor.email},門市服務第 3 期`
        : `新生${i},new${i}＠example.tw,KMM5R0915,${subject.assessor.email},門市服務第 3 期`;
    const file = [head, ...[...Array(300).keys()].map(line)].join('\r\n');
    await open('/enrolment/csv');
    const csv = { name: 'class.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${file}`) };
    await page.getByLabel('選擇 CSV 檔').setInputFiles(csv);
    await press(page, '檢查內容');
    await see(page, '可以報名 5 列，已經報名 0 列，有問題 295 列。');
    await press(page, '報名 5 位');
    await see(page, '完成：5 位已報名，0 位未成功。');
    await page.getByLabel('只列出有問題的列').check();
    expect(await page.getByRole('row').count()).toBe(296);
    await picture(page, 'csv-300');
  });

  it('shows cohorts side by side, and who has how much in hand, on the screen and on paper', async () => {
    await open('');
    await page.getByRole('heading', { name: '班別 × 行為指標' }).waitFor();
    await page.getByRole('row', { name: /^陳評量 5/ }).waitFor();
    await isSound(page, 'overview');
    await page.emulateMedia({ media: 'print' });
    await picture(page, 'overview-print');
    await page.emulateMedia({ media: 'screen' });
  });

  it('tells an officer whose a page is, and does not ask them to try again', async () => {
    const officer = await browser.as(await world.person('高承辦', ['officer']), `${home}/audit/log`);
    await see(officer, '這一頁只有機構的管理者可以使用。');
    expect(await officer.getByRole('button', { name: '再試一次' }).count()).toBe(0);
    await isSound(officer, 'not-for-officers');
  });

  it('lets who runs the installation make a body, and shows its beginning what to do', async () => {
    const first = await browser.as(world.operator, '/installation');
    await first.getByLabel('機構名稱').fill('南方職能學苑');
    await first.getByRole('button', { name: '設立訓練機構' }).click();
    await first.getByText('已設立「南方職能學苑」。').waitFor();
    await picture(first, 'installation');
    await first.getByRole('link', { name: '前往這個機構' }).click();
    await first.getByRole('heading', { name: '從哪裡開始' }).waitFor();
    await picture(first, 'body-new');
    await first.getByRole('link', { name: /^到「/ }).click();
    await first.getByRole('heading', { name: '從哪裡開始' }).waitFor({ state: 'detached' });
    await first.getByRole('link', { name: '到「南方職能學苑」' }).waitFor();
    await page.goto('/installation');
    await see(page, '這一頁只有系統的負責人可以使用。');
  });

  it('breaks no policy of its pages', () => {
    expect(browser.complaints).toEqual([]);
  });
});
