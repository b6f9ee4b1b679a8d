import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Page } from 'playwright-core';
import { enrolled } from '../factories/enrolled.js';
import { passwordOf, type Persona, type World } from '../world.js';
import { axeFindings, Browser, desk, phone, picture, tablet, worldOfToday } from './support/browser.js';

const photo = readFileSync(join(import.meta.dirname, '../../web/public/icons/192.png'));
/** Photos that differ in a byte. */
const photos = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    name: `IMG_${index}.png`,
    mimeType: 'image/png',
    buffer: Buffer.concat([photo, Buffer.from([index])]),
  }));

interface Record {
  id: string;
  signedAt: string | null;
  sittingId: string | null;
  outcomes: { ref: string; outcome: string; note?: string }[];
  notes: string;
}

describe('an assessor in the workplace', () => {
  let world: World;
  let browser: Browser;
  let assessor: Persona;
  let assessments: string[];
  beforeAll(async () => {
    world = await worldOfToday();
    const first = await enrolled(world);
    ({ assessor } = first);
    assessments = [first.assessmentId];
    for (const name of ['許𠮷祥', '亞歷山大・馮・洪堡德・德・拉・康達明']) {
      const candidate = await world.person(name, ['candidate']);
      const enrolment = {
        candidateId: candidate.id,
        documentId: first.documentId,
        pathway: 'training',
        leadAssessorId: assessor.id,
      };
      const path = `/training-bodies/${world.bodyId}/assessments`;
      const { body } = await world.operator.post(path, enrolment).expect(201);
      const interest = { conflict: false, statement: '與受評者無利害關係。' };
      await assessor.post(`/assessments/${body.id}/interest-declarations`, interest).expect(201);
      assessments.push(body.id as string);
    }
    for (const id of assessments)
      await world.operator.patch(`/assessments/${id}/enrolment`, { workplace: '信義門市' }).expect(200);
    browser = await Browser.open(world);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  /** Another page of the same device, as when the application is opened again. */
  const reopened = async (page: Page, address: string): Promise<Page> => {
    const context = page.context();
    await page.close();
    const next = await context.newPage();
    next.on('pageerror', (error) => browser.complaints.push(String(error)));
    await next.goto(address);
    return next;
  };
  const takenAlong = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: '帶著走：信義門市' }).click();
    await page.getByText('已把 3 位受評者帶在這台裝置上').waitFor();
    await page.getByText('離線也能開啟：已備妥。').waitFor();
  };
  const see = (page: Page, ref: string, outcome: string) =>
    page.locator(`[data-ref="${ref}"]`).locator('label', { hasText: outcome }).click();
  const isKept = (page: Page, ref: string, value: string) =>
    page.locator(`[data-ref="${ref}"] input[value=${value}]:checked`).waitFor({ state: 'attached' });
  const showAll = (page: Page) => page.getByText(/^全部項目/).click();
  const recordsOf = async (id: string): Promise<Record[]> =>
    (await assessor.get(`/assessments/${id}/observations`).expect(200)).body as Record[];
  const filesOf = async (id: string): Promise<string[]> =>
    ((await assessor.get(`/evidence/${id}`).expect(200)).body.files as { sha256: string }[]).map((file) => file.sha256);

  it('observes without a network, closes the page, opens it again, and loses nothing', async () => {
    let page = await browser.as(assessor, '/field', { viewport: tablet });
    await page.getByRole('button', { name: '帶著走：信義門市' }).waitFor();
    await picture(page, 'field-before');
    await takenAlong(page);
    await picture(page, 'field-taken');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('link', { name: /開始觀察.*林小美/ }).click();
    await page.getByRole('heading', { level: 1, name: '林小美' }).waitFor();
    await picture(page, 'field-begin');
    expect(await axeFindings(page)).toEqual([]);
    await page.context().setOffline(true);
    await page.getByRole('button', { name: '開始觀察' }).click();
    await showAll(page);
    await see(page, '1.1', '做到了');
    await isKept(page, '1.1', 'shown');
    await see(page, '1.2', '沒做到');
    await page.getByLabel(/1\.1 看到了什麼/).fill('先問需求，再介紹方案。');
    await page.locator('input[type=file][multiple]').setInputFiles(photos(2));
    await page.getByText('已存下 2 張照片').waitFor();
    await page.getByLabel('觀察經過').fill('顧客「太貴」的反應處理得宜。');
    await page.getByLabel('觀察經過').blur();
    await page.getByAltText(/^照片 1/).scrollIntoViewIfNeeded();
    await picture(page, 'field-observing-tablet');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('navigation', { name: '這次的受評者' }).getByText('許𠮷祥').click();
    await page.getByRole('heading', { level: 1, name: '許𠮷祥' }).waitFor();
    await page.getByRole('link', { name: /林小美/ }).click();
    await isKept(page, '1.2', 'not_shown');
    await page.getByText('1 件尚未送出').first().waitFor();

    page = await reopened(page, `/field/${assessments[0]}`);
    await page.getByRole('heading', { level: 1, name: '林小美' }).waitFor();
    await isKept(page, '1.2', 'not_shown');
    expect(await page.getByLabel(/1\.1 看到了什麼/).inputValue()).toBe('先問需求，再介紹方案。');
    expect(await page.getByLabel('觀察經過').inputValue()).toBe('顧客「太貴」的反應處理得宜。');
    await page.setViewportSize(phone);
    await picture(page, 'field-observing-phone');
    await page.getByRole('button', { name: '簽署並送出' }).click();
    await page.getByRole('dialog').waitFor();
    await picture(page, 'field-sign-phone');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '簽署', exact: true }).click();
    await page.getByText('已放進待送匣').waitFor();
    await picture(page, 'field-queued-phone');
    expect(await recordsOf(assessments[0]!)).toEqual([]);

    await page.context().setOffline(false);
    await page.getByText('全部都已送出').waitFor();
    const [record, ...others] = await recordsOf(assessments[0]!);
    expect(others).toEqual([]);
    expect(record).toMatchObject({ notes: '顧客「太貴」的反應處理得宜。', signedAt: expect.any(String) });
    expect(record!.outcomes).toEqual([
      { ref: '1.1', outcome: 'shown', note: '先問需求，再介紹方案。' },
      { ref: '1.2', outcome: 'not_shown' },
    ]);
    expect(new Set(await filesOf(record!.id)).size).toBe(2);
    await page.goto('/field');
    await page.getByText('已送出並簽署').waitFor();
    await picture(page, 'field-sent-phone');
    await page.setViewportSize(desk);
    await picture(page, 'field-sent-desk');
    await page.locator('header select').first().selectOption('en');
    await page.getByText('Sent and signed').waitFor();
    await picture(page, 'field-en-desk');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('link', { name: /Observe.*許𠮷祥/ }).click();
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByRole('heading', { name: 'Targets' }).waitFor();
    await page.emulateMedia({ colorScheme: 'dark' });
    await picture(page, 'field-observing-en-dark');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Throw this empty record away' }).click();
    await page.getByRole('button', { name: 'Begin' }).waitFor();
    // The language goes with the person, into the pages of the tests that follow.
    const kept = page.waitForResponse((answer) => answer.url().endsWith('/api/me') && answer.ok());
    await page.locator('header select').first().selectOption('zh-TW');
    await kept;
    await page.context().close();
  });

  it('is killed in the middle of sending five observations, and the server has each of them once', async () => {
    let page = await browser.as(assessor, '/field', { viewport: phone });
    await takenAlong(page);
    await page.context().setOffline(true);
    const observed = assessments[1]!;
    await page.goto(`/field/${observed}`);
    for (let count = 1; count <= 5; count += 1) {
      await page.getByRole('button', { name: count === 1 ? '開始觀察' : '再觀察一次' }).click();
      await showAll(page);
      await see(page, '1.1', '做到了');
      await isKept(page, '1.1', 'shown');
      await page.locator('input[type=file][multiple]').setInputFiles(photos(2));
      await page.getByText('已存下 2 張照片').waitFor();
      await page.getByRole('button', { name: '簽署並送出' }).click();
      await page.getByRole('button', { name: '簽署', exact: true }).click();
      await page.getByText(`${count} 件尚未送出`).first().waitFor();
    }
    let arrived = 0;
    const half = new Promise<void>((resolve) => {
      void page.route('**/api/evidence/*/files', async (route) => {
        arrived += 1;
        if (arrived < 4) return route.continue();
        await route.fetch().catch(() => undefined); // the server has it, and nobody hears the answer
        resolve();
      });
    });
    await page.context().setOffline(false);
    await half;
    page = await reopened(page, '/field');
    await page.getByText('全部都已送出').waitFor();
    const records = await recordsOf(observed);
    expect(records).toHaveLength(5);
    for (const { id, signedAt } of records) {
      expect(signedAt).not.toBeNull();
      const files = await filesOf(id);
      expect([files.length, new Set(files).size]).toEqual([2, 2]);
    }
    await page.context().close();
  });

  it('keeps what was typed when the tab dies, by the clock of the person, and mends one bad photo', async () => {
    const [, , third] = assessments;
    const draft = { startedAt: new Date(Date.now() - 3_600_000).toISOString(), place: '信義門市', title: '上午的觀察' };
    await assessor.put(`/assessments/${third}/observations/${randomUUID()}`, draft).expect(201);
    let page = await browser.as(assessor, '/field', { viewport: tablet });
    await page.evaluate(`localStorage.setItem('touchstone.zone', 'Asia/Tokyo')`);
    await takenAlong(page);
    await page.context().setOffline(true);
    await page.goto(`/field/${third}`);
    await page.getByText(/您在別的裝置上寫了、還沒簽署的紀錄：#\d+ 上午的觀察/).waitFor();
    await picture(page, 'field-elsewhere-tablet');
    await page.getByRole('radio', { name: /口頭提問/ }).check();
    await page.getByRole('button', { name: '開始觀察' }).click();
    await page.getByRole('button', { name: '加一題' }).click();
    await page.getByLabel('問題', { exact: true }).fill('客人說太貴，您怎麼回答？');
    await page.getByLabel(/這一題要看的項目/).selectOption('2.1');
    await page.getByLabel('回答', { exact: true }).fill('先問他比較的是哪一家。');
    await page.getByLabel('回答', { exact: true }).blur();
    await picture(page, 'field-questions-tablet');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '簽署並送出' }).click();
    await page.getByRole('button', { name: '簽署', exact: true }).click();
    await page.getByText('已放進待送匣').waitFor();
    await page.getByRole('radio', { name: /平常的工作/ }).check();
    await page.getByRole('button', { name: '再觀察一次' }).click();
    await page.getByLabel('觀察經過').pressSequentially('話說到一半', { delay: 0 });
    const devtools = await page.context().newCDPSession(page);
    void devtools.send('Page.crash').catch(() => undefined);
    await page.waitForEvent('crash');

    page = await reopened(page, `/field/${third}`);
    await page.getByRole('timer').waitFor();
    expect(await page.getByLabel('觀察經過').inputValue()).toBe('話說到一半');
    const began = page.getByLabel('開始時間');
    const shown = Date.parse(`${await began.inputValue()}:00+09:00`);
    expect(Math.abs(shown - Date.now())).toBeLessThan(300_000);
    const earlier = new Date(shown - 7_200_000 + 9 * 3_600_000).toISOString().slice(0, 16);
    await began.fill(earlier);
    await began.blur();
    await page.getByRole('timer').getByText(/^02:0/).waitFor();

    const [good, bad, large] = photos(3);
    bad!.buffer = Buffer.from('MZ'.padEnd(200, '\0'));
    large!.buffer = Buffer.concat([large!.buffer, randomBytes(6_000_000)]);
    await page.locator('input[type=file][multiple]').setInputFiles([good!, bad!, large!]);
    await page.getByText('已存下 3 張照片').waitFor();
    await showAll(page);
    await see(page, '1.1', '做到了');
    await isKept(page, '1.1', 'shown');
    await page.context().setOffline(false);
    await page.getByRole('button', { name: '簽署並送出' }).click();
    await page.getByRole('button', { name: '簽署', exact: true }).click();
    await page.getByText('有照片沒有被接受').waitFor();
    await page.getByText('照片 2 / 3 張已送達').waitFor();
    await page.getByRole('button', { name: '修正' }).click();
    await page.getByText('請移除後重拍').waitFor();
    await picture(page, 'field-bad-photo-tablet');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '移除照片 2' }).click();
    await page.getByText('已移除，不會送出').waitFor();
    await page.getByRole('button', { name: '簽署並送出' }).click();
    await page.getByRole('button', { name: '簽署', exact: true }).click();
    await page.getByText('已送出並簽署').waitFor();
    const { body: asked } = await assessor.get(`/assessments/${third}/questionings`).expect(200);
    const question = { text: '客人說太貴，您怎麼回答？', refs: ['2.1'], mode: 'oral', outcome: 'satisfactory' };
    expect(asked).toMatchObject([{ signedAt: expect.any(String), questions: [question] }]);
    const signed = (await recordsOf(third!)).find(({ signedAt }) => signedAt !== null)!;
    expect(signed).toMatchObject({ notes: '話說到一半', startedAt: new Date(shown - 7_200_000).toISOString() });
    expect(new Set(await filesOf(signed.id)).size).toBe(2);
    await page.context().close();
  });

  it('records its own part of what several watch together, and makes it one of its own where that is refused', async () => {
    const [first, second] = assessments;
    const place = '信義門市櫃檯';
    const open = async (id: string): Promise<string> => {
      const opened = { place, startedAt: new Date().toISOString(), note: '各站一區' };
      return (await assessor.post(`/assessments/${id}/sittings`, opened).expect(201)).body.id as string;
    };
    const [shared, taken] = [await open(first!), await open(second!)];
    const page = await browser.as(assessor, '/field', { viewport: tablet });
    await takenAlong(page);
    await page.context().setOffline(true);
    for (const id of [first, second]) {
      await page.goto(`/field/${id}`);
      await page
        .getByRole('radio', { name: /^是，信義門市櫃檯/ })
        .and(page.locator(':checked'))
        .waitFor();
      expect(await page.getByLabel('地點').inputValue()).toBe(place);
      await picture(page, 'field-sitting-begin');
      await page.getByRole('button', { name: '開始觀察' }).click();
      await page.getByText(/^這是多人一起觀察的其中一份：信義門市櫃檯/).waitFor();
      await showAll(page);
      await see(page, '1.1', '做到了');
      await isKept(page, '1.1', 'shown');
      await page.getByRole('button', { name: '簽署並送出' }).click();
      await page.getByText(/^多人一起觀察的其中一份：要等主評量者/).waitFor();
      await page.getByRole('button', { name: '簽署', exact: true }).click();
      await page.getByText('已放進待送匣').waitFor();
    }
    // Meanwhile the same assessor joined the other one from a desk.
    const atDesk = { startedAt: new Date().toISOString(), place, sittingId: taken };
    await assessor.put(`/assessments/${second}/observations/${randomUUID()}`, atDesk).expect(201);
    await page.context().setOffline(false);
    await page.getByText('每位觀察者只有一份').waitFor();
    await page.getByText('要單獨成為一份觀察').waitFor();
    await picture(page, 'field-sitting-refused');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '修正' }).click();
    await page.getByLabel('這次是多人一起觀察嗎？').selectOption('不是，只有我觀察');
    await page.getByText(/^這是多人一起觀察的其中一份/).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '簽署並送出' }).click();
    await page.getByRole('button', { name: '簽署', exact: true }).click();
    await page.getByText('全部都已送出').waitFor();
    const own = (await recordsOf(second!)).filter(({ sittingId, signedAt }) => !sittingId && signedAt);
    expect(own.at(-1)!.outcomes).toEqual([{ ref: '1.1', outcome: 'shown' }]);

    await page.goto(`/field/${first}`);
    await page.goto('/field');
    await page.getByRole('link', { name: '看這一場' }).click();
    await page.getByRole('heading', { name: '各人看到的' }).waitFor();
    const { body: sitting } = await assessor.get(`/sittings/${shared}`).expect(200);
    expect(sitting.observers).toMatchObject([{ observer: { id: assessor.id }, signedAt: expect.any(String) }]);
    await page.context().close();
  });

  it('is told at the record what the server refuses, and the others go on', async () => {
    const page = await browser.as(assessor, '/field', { viewport: phone });
    await takenAlong(page);
    const [, , third] = assessments;
    await page.context().setOffline(true);
    for (const id of [third!, assessments[0]!]) {
      await page.goto(`/field/${id}`);
      await page.getByRole('button', { name: '開始觀察' }).click();
      await showAll(page);
      await see(page, '1.1', '沒看到');
      await isKept(page, '1.1', 'not_seen');
      await page.getByRole('button', { name: '先送出，之後再簽' }).click();
      await page.getByText('已放進待送匣').waitFor();
    }
    const { body } = await world.operator.get(`/assessments/${third}`).expect(200);
    await world.operator
      .post(`/assessments/${third}/withdrawal`, { reason: '離職' })
      .set('If-Match', `"${body.revision}"`);
    await page.context().setOffline(false);
    await page.goto('/field');
    await page.getByText('需要您處理').first().waitFor();
    await page.getByText('已送出，尚未簽署').waitFor();
    await page.getByText('1 件尚未送出').first().waitFor();
    await picture(page, 'field-refused-phone');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '簽署' }).click();
    await page.getByText('已送出並簽署').waitFor();

    await page.goto('/account');
    await page.getByRole('button', { name: '登出' }).click();
    await page.getByRole('heading', { name: '還有 1 件紀錄沒有送出' }).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '登出', exact: true }).click();
    await page.locator('input[name=password]').waitFor();
    await page.locator('input[name=email]').fill(assessor.email);
    await page.locator('input[name=password]').fill(passwordOf(assessor.email));
    await page.locator('button[type=submit]').click();
    await page.locator('header nav').waitFor();
    await page.goto('/field');
    await page.getByText('還沒有帶任何受評者').waitFor();
    await page.getByRole('button', { name: '捨棄…' }).click();
    await page.getByRole('button', { name: '捨棄', exact: true }).click();
    await page.getByText('全部都已送出').waitFor();
    expect(browser.complaints).toEqual([]);
  });
});
