import { type Locator, type Page } from 'playwright-core';
import { type Enrolled, enrolled } from '../factories/enrolled.js';
import { type World } from '../world.js';
import { axeFindings, Browser, phone, picture, worldOfToday } from './support/browser.js';
import { filmOf, heic, pdfOf, pdfWithoutFont, photoOnItsSide, wavOf } from './support/files.js';

const big5 = Buffer.from('c555abc8a9eaabe8b342b27aacf6bffda147a477a9f3a454a4e9a4baa65ec2d0a143', 'hex'); // 顧客抱怨處理紀錄：已於三日內回覆。

/** What of a page these tests look at; the rest of them runs where there is no page. */
interface Player {
  paused: boolean;
  currentTime: number;
  play(): Promise<void>;
  pause(): void;
}
interface Picture {
  naturalWidth: number;
  naturalHeight: number;
}
interface Painted {
  width: number;
  height: number;
  getContext(kind: '2d'): { getImageData(...box: number[]): { data: Uint8ClampedArray } };
}
interface Window {
  document: { querySelector<K extends 'canvas' | 'img' | 'audio'>(what: K): Elements[K] };
}
interface Elements {
  canvas: Painted;
  img: Picture;
  audio: Player;
}

describe('the viewer of evidence, in a browser', () => {
  let world: World;
  let browser: Browser;
  let made: Enrolled;
  let page: Page;
  let item: { id: string; files: { id: string; name: string }[] };
  const fileId = (name: string): string => item.files.find((file) => file.name === name)!.id;
  const claims = async () =>
    (await made.assessor.get(`/assessments/${made.assessmentId}/claims`).expect(200)).body.items as {
      targetRef: string;
      place: { fileId: string; region?: Record<string, number> } | null;
      withdrawnAt: string | null;
    }[];
  beforeAll(async () => {
    world = await worldOfToday();
    made = await enrolled(world);
    browser = await Browser.open(world);
    page = await browser.as(made.assessor);
    item = await handIn(made, page);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  const open = async (name: string): Promise<void> => {
    await page.getByRole('combobox', { name: '檔案', exact: true }).selectOption(fileId(name));
  };
  const add = async (code: string): Promise<void> => {
    await page.getByRole('button', { name: '加上一項對應' }).click();
    await page.getByText(/^位置：/).waitFor();
    await page.getByRole('combobox', { name: '項目' }).selectOption(code);
    await page.getByRole('button', { name: '加上', exact: true }).click();
    await page.getByText(`已加上 ${code}，請判斷。`).waitFor();
  };

  it('opens a claim at its page, with its region and its label', async () => {
    await page.goto(`/assessments/${made.assessmentId}/judging`);
    await page.getByText('第 2 頁，共 2 頁').waitFor();
    await page.getByRole('button', { name: '看標示處：「紀錄.pdf」的第 2 頁的框選區域，簽名' }).waitFor();
    const outline = page.getByRole('region', { name: '紀錄.pdf' }).getByText('1.1', { exact: true }).locator('..');
    const [leaf, box] = [await boxOf(outline.locator('..')), await boxOf(outline)];
    expect((box.x - leaf.x) / leaf.width).toBeCloseTo(0.1, 1);
    expect(box.width / leaf.width).toBeCloseTo(0.55, 1);
    await picture(page, 'region');
    expect(await axeFindings(page)).toEqual([]);
  });

  it('marks a region by dragging, by pressing two corners, and by keys', async () => {
    const button = page.getByRole('button', { name: '框選區域', exact: true });
    await button.click();
    const layer = page.getByRole('application');
    const { x, y, width, height } = await boxOf(layer);
    await page.mouse.move(x + width * 0.2, y + height * 0.1);
    await page.mouse.down();
    await page.mouse.move(x + width * 0.6, y + height * 0.25, { steps: 3 });
    await page.mouse.up();
    await page.getByText('已標示：第 2 頁的框選區域').waitFor();
    await picture(page, 'region-drawn');
    expect(await axeFindings(page)).toEqual([]);
    await page.mouse.click(x + width * 0.3, y + height * 0.3);
    await page.mouse.click(x + width * 0.7, y + height * 0.4);
    await page.keyboard.press('Escape');
    await layer.waitFor({ state: 'detached' });
    await add('1.2');
    const [, tapped] = await claims();
    expect(tapped).toMatchObject({ targetRef: '1.2', place: { fileId: fileId('紀錄.pdf'), page: 2 } });
    expect(tapped!.place!.region!.x).toBeCloseTo(0.3, 2);
    expect(tapped!.place!.region!.width).toBeCloseTo(0.4, 2);

    await button.focus();
    for (const key of ['Enter', 'ArrowRight', 'ArrowRight', 'ArrowUp', 'Shift+ArrowDown'])
      await page.keyboard.press(key);
    await page.keyboard.press('a'); // here no letter judges
    await page.keyboard.press('Escape');
    expect(await page.locator(':focus').textContent()).toBe('框選區域');
    await add('1.3');
    const region = { x: 0.31, y: 0.39, width: 0.4, height: 0.21 };
    expect((await claims()).at(-1)).toMatchObject({ targetRef: '1.3', place: { page: 2, region } });
  });

  it('puts the place of one’s own claim right by another claim in its stead', async () => {
    await page.getByRole('button', { name: '清除位置' }).click();
    await page.getByRole('button', { name: '清除位置' }).waitFor({ state: 'detached' });
    const ofIt = (await claims()).filter(({ targetRef }) => targetRef === '1.3');
    expect(ofIt.map(({ place, withdrawnAt }) => [place !== null, withdrawnAt !== null])).toEqual([
      [true, true],
      [false, false],
    ]);
  });

  it('shows Chinese whose font is not in the PDF', async () => {
    await open('無字型.pdf');
    await page.getByText('第 1 頁，共 1 頁').waitFor();
    await page.getByText('這一頁的文字').click();
    await page.getByText('顧客抱怨紀錄', { exact: true }).waitFor();
    await page.waitForFunction(() => {
      const canvas = (globalThis as unknown as Window).document.querySelector('canvas');
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      return data.filter((value, at) => at % 4 === 0 && value < 128 && data[at + 3]! > 128).length > 500;
    }); // ink
    await picture(page, 'pdf-without-font');
  });

  it('shows a photo upright, enlarges and turns it, and marks the same part however it is turned', async () => {
    await open('照片.jpg');
    const photo = page.getByRole('img', { name: '照片.jpg' });
    await photo.waitFor();
    await page.waitForFunction(() => (globalThis as unknown as Window).document.querySelector('img').naturalWidth > 0);
    expect(await photo.evaluate((img: object & Picture) => [img.naturalWidth, img.naturalHeight])).toEqual([200, 300]);
    await page.getByRole('button', { name: '向右轉' }).click();
    await page.getByRole('button', { name: '放大' }).click();
    await page.getByRole('button', { name: '框選區域', exact: true }).click();
    const { x, y, width, height } = await boxOf(page.getByRole('application'));
    expect(width).toBeGreaterThan(height);
    await page.mouse.click(x + width * 0.1, y + height * 0.2);
    await page.mouse.click(x + width * 0.3, y + height * 0.6);
    await picture(page, 'photo-turned');
    await page.getByRole('button', { name: '結束框選' }).click();
    expect(await axeFindings(page)).toEqual([]);
    await add('2.1');
    const { region } = (await claims()).at(-1)!.place!;
    for (const [side, share] of Object.entries({ x: 0.2, y: 0.7, width: 0.4, height: 0.2 }))
      expect(region![side]).toBeCloseTo(share, 1);
    await open('照片.heic');
    await page.getByText(/這是 HEIC 照片/).waitFor();
  });

  it('marks times of a recording by keys, by buttons and by writing, and plays the marked part', async () => {
    await open('錄音.wav');
    const player = page.locator('audio');
    await player.evaluate((audio: object & Player) => (audio.currentTime = 3));
    await player.focus();
    await page.keyboard.press('i');
    await player.evaluate((audio: object & Player) => (audio.currentTime = 4.5));
    await page.getByRole('button', { name: '到這裡' }).click();
    await page.getByText('已標示：0:03–0:05').waitFor();
    const end = page.getByRole('textbox', { name: /^到/ });
    await end.fill('四秒');
    await page.getByText('請寫成分:秒').waitFor();
    await end.fill('0:04');
    await end.blur();
    await page.getByText('已標示：0:03–0:04').waitFor();
    await picture(page, 'recording');
    expect(await axeFindings(page)).toEqual([]);
    await add('2.2');
    await page.getByRole('button', { name: '播放標示的片段' }).click();
    await page.waitForFunction(() => {
      const { paused, currentTime } = (globalThis as unknown as Window).document.querySelector('audio');
      return paused && currentTime >= 4 && currentTime < 5;
    });
    await open('影片.webm');
    await page.locator('video').evaluate(async (video: object & Player) => {
      await video.play();
      video.pause();
    });
    await page.getByRole('button', { name: '從這裡' }).click();
    await page.getByText('已標示：從 0:00 起').waitFor();
    await open('壞了.mp4');
    await page.getByText(/瀏覽器無法播放這個檔案/).waitFor();
  });

  it('shows text in the encodings that people here use', async () => {
    await open('筆記.txt');
    await page.getByText('𠮷先生的抱怨，已回覆。').waitFor();
    await open('舊筆記.txt');
    await page.getByText('顧客抱怨處理紀錄：已於三日內回覆。').waitFor();
    await page.getByText(/以 Big5 編碼顯示/).waitFor();
    await picture(page, 'text');
  });

  it('lets candidates mark a place before they tick what it shows', async () => {
    const own = await browser.as(made.candidate, `/assessments/${made.assessmentId}/evidence/${item.id}`, {
      viewport: phone,
    });
    await own.getByRole('combobox', { name: '檔案', exact: true }).selectOption(fileId('照片.jpg'));
    const photo = own.getByRole('figure').filter({ hasText: '照片.jpg' });
    await photo.getByRole('button', { name: '框選區域', exact: true }).click();
    const { x, y, width, height } = await boxOf(photo.getByRole('application'));
    await own.mouse.click(x + width * 0.25, y + height * 0.25);
    await own.mouse.click(x + width * 0.75, y + height * 0.5);
    await picture(own, 'candidate-region');
    await own.getByText('接下來勾選的項目會指向：「照片.jpg」的框選區域').waitFor();
    expect(await axeFindings(own)).toEqual([]);
    await own.getByRole('checkbox', { name: /^3\.1 / }).check();
    await own.getByRole('button', { name: '儲存對應' }).click();
    await own.getByText(/^已儲存/).waitFor();
    expect((await claims()).at(-1)).toMatchObject({ targetRef: '3.1', place: { fileId: fileId('照片.jpg') } });
  });

  it('keeps the policy of the page', () => expect(browser.complaints).toEqual([]));
});

async function boxOf(element: Locator) {
  await element.scrollIntoViewIfNeeded();
  return (await element.boundingBox())!;
}

/** One item with a file of every kind, and a claim to a region of one. */
async function handIn({ candidate, assessmentId }: Enrolled, page: Page) {
  const call = candidate.upload(`/assessments/${assessmentId}/evidence`);
  call.field('title', '顧客抱怨處理').field('producedBy', 'candidate').field('producedOn', '2026-03-01');
  const files: [Buffer, string][] = [
    [await pdfOf(2), '紀錄.pdf'],
    [pdfWithoutFont('顧客抱怨紀錄'), '無字型.pdf'],
    [await photoOnItsSide(page), '照片.jpg'],
    [heic, '照片.heic'],
    [wavOf(8), '錄音.wav'],
    [await filmOf(page), '影片.webm'],
    [Buffer.from('0000001c6674797069736f6d0000020069736f6d69736f326d703431' + '00'.repeat(40), 'hex'), '壞了.mp4'],
    [Buffer.from('𠮷先生的抱怨，已回覆。'), '筆記.txt'],
    [big5, '舊筆記.txt'],
  ];
  for (const [bytes, name] of files) call.attach('files', bytes, name);
  const { body } = await call.expect(201);
  const region = { x: 0.1, y: 0.13, width: 0.55, height: 0.12 };
  const place = { fileId: body.files[0].id, page: 2, region, note: '簽名' };
  await candidate
    .post(`/assessments/${assessmentId}/claims`, { claims: [{ itemId: body.id, targetRef: '1.1', place }] })
    .expect(201);
  return body;
}
