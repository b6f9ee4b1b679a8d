import { type CDPSession, type Page } from 'playwright-core';
import { enrolled } from '../factories/enrolled.js';
import { type Persona, type World } from '../world.js';
import { axeFindings, phone, picture, Profile, signIn, tablet, tooWide, worldOfToday } from './support/browser.js';

const names = ['林小美', ...[1, 2, 3, 4].map((number) => `${'亞歷山大・馮・洪堡德・'.repeat(7)}𠮷${number}`)];

describe('the device of an assessor in the workplace', () => {
  let world: World;
  let profile: Profile;
  let assessor: Persona;
  let assessments: string[];
  let page: Page;
  let devtools: CDPSession;
  beforeAll(async () => {
    world = await worldOfToday();
    const first = await enrolled(world);
    ({ assessor } = first);
    assessments = [first.assessmentId];
    for (const name of names.slice(1)) {
      const { id: candidateId } = await world.person(name, ['candidate']);
      const whose = { candidateId, documentId: first.documentId, pathway: 'training', leadAssessorId: assessor.id };
      const path = `/training-bodies/${world.bodyId}/assessments`;
      assessments.push((await world.operator.post(path, whose).expect(201)).body.id);
    }
    for (const id of assessments)
      await world.operator.patch(`/assessments/${id}/enrolment`, { workplace: '信義門市' }).expect(200);
    profile = new Profile(world);
    page = await profile.open('/', { viewport: phone });
    devtools = await page.context().newCDPSession(page);
    await signIn(page, assessor.email);
  });
  afterAll(async () => {
    await profile?.close();
    await world?.close();
  });

  it('can install the application', async () => {
    const { errors, url } = await devtools.send('Page.getAppManifest');
    expect([errors, new URL(url).pathname]).toEqual([[], '/manifest.webmanifest']);
    await page.getByRole('link', { name: '現場觀察', exact: true }).click();
    await page.getByText('離線也能開啟：已備妥。').waitFor();
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
    expect(installabilityErrors).toEqual([]);
  });

  it('is offered to install it when the browser does, also before the page that asks is open', async () => {
    // The browser finds it fit to be installed, and has offered so.
    await page.getByRole('button', { name: '安裝到主畫面' }).waitFor();
    await page.reload();
    await page.getByRole('link', { name: '我的工作', exact: true }).click();
    const held = await page.evaluate<boolean>(`(() => {
      const offer = new Event('beforeinstallprompt', { cancelable: true });
      offer.prompt = async () => { document.body.dataset.asked = 'yes'; };
      return !window.dispatchEvent(offer);
    })()`);
    expect(held).toBe(true);
    await page.getByRole('link', { name: '現場觀察', exact: true }).click();
    await page.getByRole('button', { name: '安裝到主畫面' }).click();
    await page.locator('body[data-asked=yes]').waitFor({ state: 'attached' });
    // Who declined is not asked again, and told how to do it all the same.
    await page.getByText(/在瀏覽器選單選/).waitFor();
    await page.evaluate(`window.dispatchEvent(new Event('appinstalled'))`);
    await page.getByText('已安裝到這台裝置。').waitFor();
  });

  it('says whether the browser promises to keep what is on it, and asks again', async () => {
    await page.getByText('儲存空間不足時，瀏覽器可能會清除尚未送出的紀錄。').waitFor();
    await page.getByRole('button', { name: '請瀏覽器保留' }).click();
    await page.getByText('瀏覽器沒有答應保留。').waitFor();
    await picture(page, 'device-not-persisted-phone');
    expect(await axeFindings(page)).toEqual([]);
    const browser = await page.context().browser()!.newBrowserCDPSession();
    await browser.send('Browser.grantPermissions', { origin: world.server, permissions: ['durableStorage'] });
    await page.getByRole('button', { name: '請瀏覽器保留' }).click();
    await page.getByText('這台裝置會一直保留您的紀錄').waitFor();
    expect(await page.evaluate(`navigator.storage.persisted()`)).toBe(true);
  });

  it('says that there is no room left, and keeps all that was kept', async () => {
    await page.getByRole('button', { name: '帶著走：信義門市' }).click();
    await page.getByText('已把 5 位受評者帶在這台裝置上').waitFor();
    await page.getByRole('link', { name: /開始觀察.*林小美/ }).click();
    await page.getByRole('button', { name: '開始觀察' }).click();
    await page.getByLabel('觀察經過').fill('「𠮷野家」的喆、堃二位同仁');
    await page.getByLabel('觀察經過').blur();
    const target = page.locator('[data-ref="1.1"]');
    const shown = target.locator('label', { hasText: '做到了' });
    await page.evaluate(`
      globalThis.put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = () => { throw new DOMException('No room', 'QuotaExceededError'); };
    `);
    await shown.click();
    await page.getByText('這台裝置存不進去！').waitFor();
    expect(await target.locator('input:checked').count()).toBe(0);
    await page.getByLabel('觀察經過').press('End');
    await page.getByLabel('觀察經過').pressSequentially('，都在場。');
    await picture(page, 'device-full-phone');
    await page.evaluate(`IDBObjectStore.prototype.put = globalThis.put;`);
    await shown.click();
    await target.locator('input[value=shown]:checked').waitFor({ state: 'attached' });
    await page.getByText('這台裝置存不進去！').waitFor({ state: 'detached' });
    await page.reload();
    expect(await page.getByLabel('觀察經過').inputValue()).toBe('「𠮷野家」的喆、堃二位同仁，都在場。');
  });

  it('keeps the candidates and what is not sent in sight, and what has the focus beside them', async () => {
    for (const viewport of [phone, tablet, { width: tablet.height, height: tablet.width }]) {
      await page.setViewportSize(viewport);
      expect(await tooWide(page)).toEqual([]);
      const under = await page.evaluate<string[]>(`(async () => {
        const found = [];
        const stops = [...document.querySelectorAll('main :is(a, button, input, textarea, select, summary)')];
        for (const stop of stops.filter((one) => !one.disabled && one.getClientRects().length > 0).reverse()) {
          stop.focus();
          await new Promise(requestAnimationFrame);
          const { left, width, top, bottom } = stop.getBoundingClientRect();
          const seen = document.elementFromPoint(Math.min(left + width / 2, innerWidth - 1), (top + bottom) / 2);
          const isSeen = seen && (stop.contains(seen) || seen.contains(stop) || stop.labels?.[0]?.contains(seen));
          if (!isSeen) found.push(stop.outerHTML.slice(0, 80) + ' under ' + seen?.outerHTML.slice(0, 80));
        }
        return found;
      })()`);
      expect(under).toEqual([]);
      await page.getByLabel('觀察經過').focus();
      const strip = page.getByRole('navigation', { name: '這次的受評者' }).locator('..');
      expect((await strip.boundingBox())!.y).toBe(0);
      await strip.getByText('1 件尚未送出').waitFor();
    }
    await page.setViewportSize(phone);
  });

  it('takes the list of a workplace anew: who left it is gone, but for what is not sent', async () => {
    const [first, second] = assessments;
    for (const id of [first, second])
      await world.operator.patch(`/assessments/${id}/enrolment`, { workplace: '松山門市' }).expect(200);
    await page.goto('/field');
    await page.getByRole('button', { name: '更新：信義門市' }).click();
    await page.getByText('已把 3 位受評者帶在這台裝置上').waitFor();
    await page.getByText('已不在這個工作場所的名單上').waitFor();
    await picture(page, 'device-anew-phone');
    expect(await page.getByText(/ 帶上$/).count()).toBe(4);
    await page.getByRole('button', { name: '更新：松山門市' }).click();
    await page.getByText('已不在這個工作場所的名單上').waitFor({ state: 'detached' });
    expect(await page.getByText(/ 帶上$/).count()).toBe(5);
    expect(profile.complaints).toEqual([]);
  });
});
