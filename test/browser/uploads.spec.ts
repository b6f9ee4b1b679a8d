import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Page } from 'playwright-core';
import { enrolled, type Enrolled } from '../factories/enrolled.js';
import { textOf } from '../support/tus.js';
import { type World } from '../world.js';
import { axeFindings, Browser, desk, phone, picture, worldOfToday } from './support/browser.js';

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('large files over a line that breaks', () => {
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-large-'));
  const film = textOf(30_000_000);
  const recording = textOf(12_000_000);
  const filmAt = join(folder, '門市服務流程（第三次演練，全程錄影）.txt');
  const recordingAt = join(folder, '訪談𠮷錄音.txt');
  let world: World;
  let browser: Browser;
  let people: Enrolled;
  let page: Page;

  beforeAll(async () => {
    writeFileSync(filmAt, film);
    writeFileSync(recordingAt, recording);
    world = await worldOfToday();
    people = await enrolled(world);
    browser = await Browser.open(world);
    page = await browser.as(people.candidate, address(), { viewport: phone });
    page.on('dialog', (dialog) => void dialog.accept()); // leaving is asked about while something is on its way
    await slow(4_000_000);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const address = (): string => `/assessments/${people.assessmentId}/hand-in`;
  /** As many bytes a second as a telephone may send. */
  const slow = async (bytes: number): Promise<void> => {
    const session = await page.context().newCDPSession(page);
    const line = { offline: false, latency: 20, downloadThroughput: -1, uploadThroughput: bytes };
    await session.send('Network.emulateNetworkConditions', line); // for as long as the session is attached
  };
  const inBothLanguages = async (): Promise<string[]> => {
    const found = await axeFindings(page);
    await page.getByLabel('語言').selectOption('en');
    const inEnglish = await axeFindings(page);
    await page.getByLabel('Language').selectOption('zh-TW');
    return [...found, ...inEnglish];
  };
  const share = async (): Promise<number> =>
    Number(await page.getByRole('progressbar').first().getAttribute('aria-valuenow'));
  const reaches = async (percent: number): Promise<void> => {
    while ((await share()) < percent) await sleep(50);
  };
  const handedIn = async (title: string) => {
    const { body } = await people.candidate.get(`/assessments/${people.assessmentId}/evidence`).expect(200);
    return body.items.find((item: { title: string }) => item.title === title);
  };

  it('wait for the line, go on by themselves after the page was closed, and arrive whole', async () => {
    await page.getByLabel('選擇檔案').setInputFiles(filmAt);
    await page.getByRole('button', { name: '上傳 1 件' }).click();
    await reaches(20);
    await page.context().setOffline(true);
    await page.getByText('等網路恢復').waitFor();
    await picture(page, 'offline-390');
    expect(await inBothLanguages()).toEqual([]);
    await sleep(1500);
    await page.context().setOffline(false);
    await reaches(45);
    await page.reload();
    await page.getByText('上次沒有傳完的檔案，現在接著傳').waitFor();
    await reaches(1);
    expect(await share()).toBeGreaterThan(25);
    await picture(page, 'goes-on-390');
    expect(await inBothLanguages()).toEqual([]);
    await page.getByText('已收到 1 件證據').waitFor();
    await picture(page, 'received-390');
    const item = await handedIn('門市服務流程（第三次演練，全程錄影）');
    expect(item.files).toMatchObject([{ size: film.length, sha256: sha256(film) }]);
  });

  it('are paused and gone on with, several at once', async () => {
    await page.setViewportSize(desk);
    await page.goto(address());
    await slow(8_000_000);
    const small = { name: '備註.txt', mimeType: 'text/plain', buffer: Buffer.from('備註') };
    await page.getByLabel('選擇檔案').setInputFiles(recordingAt);
    await page.getByLabel('選擇檔案').setInputFiles(small);
    await page.getByRole('button', { name: '上傳 2 件' }).click();
    await reaches(10);
    await page.getByRole('button', { name: '暫停上傳：訪談𠮷錄音.txt' }).click();
    await page.getByText('已暫停').waitFor();
    await picture(page, 'paused-1440');
    expect(await inBothLanguages()).toEqual([]);
    await page.getByRole('button', { name: '繼續上傳：訪談𠮷錄音.txt' }).click();
    await page.getByText('已收到 2 件證據').waitFor();
    expect((await handedIn('訪談𠮷錄音')).files).toMatchObject([{ sha256: sha256(recording) }]);
    expect((await handedIn('備註')).files).toHaveLength(1);
  });

  it('are added to evidence, and go on there after the page was closed', async () => {
    const { id } = await handedIn('備註');
    await page.goto(`/assessments/${people.assessmentId}/evidence/${id}`);
    await slow(4_000_000);
    await page.locator('summary', { hasText: '加上檔案' }).click();
    await page.getByLabel('選擇檔案').setInputFiles([recordingAt, filmAt]);
    await picture(page, 'adding-1440');
    await page.getByRole('button', { name: '加上這 2 個檔案' }).click();
    await reaches(5);
    await page.goto(`/assessments/${people.assessmentId}`);
    await page.getByText('有 2 個檔案還沒有傳完').waitFor();
    await page.getByRole('link', { name: '接著傳' }).click();
    await page.getByRole('progressbar').waitFor();
    expect(await inBothLanguages()).toEqual([]);
    await page.getByText('已加上檔案。').waitFor();
    const { files } = await handedIn('備註');
    expect(files.map(({ size }: { size: number }) => size)).toEqual([6, recording.length, film.length]);
  });

  it('that a browser has no room for are chosen again, and taken back', async () => {
    await page.context().addInitScript('navigator.storage.estimate = async () => ({ quota: 0, usage: 0 })');
    await page.goto(address());
    await slow(2_000_000);
    await page.getByLabel('選擇檔案').setInputFiles(recordingAt);
    await page.getByRole('button', { name: '上傳 1 件' }).click();
    await reaches(10);
    await page.reload();
    await page.getByText('有檔案上次沒有傳完').waitFor();
    await picture(page, 'unfinished-1440');
    expect(await inBothLanguages()).toEqual([]);
    await page.getByLabel('選擇檔案').setInputFiles(recordingAt);
    await page.getByText('有檔案上次沒有傳完').waitFor({ state: 'detached' });
    await slow(100_000);
    await page.getByRole('button', { name: '上傳 1 件' }).click();
    await page.getByRole('progressbar').waitFor();
    await reaches(1);
    expect(await share()).toBeGreaterThanOrEqual(5);
    await page.reload();
    const gone = page.waitForResponse((one) => one.request().method() === 'DELETE');
    await page.getByRole('button', { name: '不傳了：訪談𠮷錄音.txt' }).click();
    expect((await gone).status()).toBe(204);
    await page.getByText('已取消「訪談𠮷錄音.txt」').waitFor();
    await picture(page, 'taken-back-1440');
    await page.reload();
    await page.getByLabel('選擇檔案').waitFor();
    expect(await page.getByText('有檔案上次沒有傳完').count()).toBe(0);
    expect(browser.complaints).toEqual([]);
  });
});
