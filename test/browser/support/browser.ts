import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser as Chromium, type BrowserContext, chromium, type Page } from 'playwright-core';
import { passwordOf, type Persona, World, type WorldOptions } from '../../world.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

/** What a browser does by itself and a closed network answers slowly. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const phone = { width: 390, height: 844 };
export const tablet = { width: 820, height: 1180 };
export const desk = { width: 1440, height: 900 };

export interface PageWish {
  viewport?: { width: number; height: number };
  locale?: 'zh-TW' | 'en';
  dark?: boolean;
}

/** A World whose clock shows today, as browsers do. */
export async function worldOfToday(options: WorldOptions = {}): Promise<World> {
  const world = new World();
  world.clock.set(new Date().toISOString());
  await world.start(options);
  return world;
}

/** A real browser on the built application. Whatever a page complains about (errors, its content security policy) is kept. */
export class Browser {
  /** Errors of pages and of their policy; a test that expects none says so at its end. */
  readonly complaints: string[] = [];
  private readonly contexts: BrowserContext[] = [];

  private constructor(
    private readonly world: World,
    private readonly chromium: Chromium,
  ) {}

  static async open(world: World): Promise<Browser> {
    return new Browser(world, await chromium.launch({ executablePath: process.env.TEST_BROWSER, args: quiet }));
  }

  async close(): Promise<void> {
    await this.chromium.close();
  }

  /** A page in a browser profile of its own, where nobody is signed in. */
  async page({ viewport = desk, locale = 'zh-TW', dark = false }: PageWish = {}): Promise<Page> {
    const colorScheme = dark ? ('dark' as const) : ('light' as const);
    const place = { baseURL: this.world.server, locale, timezoneId: 'Asia/Taipei' };
    // Half-way through a transition colours are neither of the two that were chosen for their contrast.
    const options = { ...place, viewport, colorScheme, reducedMotion: 'reduce' as const };
    const context = await this.chromium.newContext(options);
    context.setDefaultTimeout(120_000); // a busy machine is slow, not broken
    this.contexts.push(context);
    const page = await context.newPage();
    noteComplaints(page, this.complaints);
    return page;
  }

  /** A page on which this person is signed in, opened at an address; with a language, as people choose one and sign in. */
  async as({ email }: Pick<Persona, 'email'>, address = '/', wish: PageWish = {}): Promise<Page> {
    const page = await this.page(wish);
    const data = { email, password: passwordOf(email) };
    if (!wish.locale) await page.context().request.post('/api/session', { data, failOnStatusCode: true });
    await page.goto(address);
    if (wish.locale) {
      // Otherwise the person's own would be taken over.
      await page.locator('main select').first().selectOption(wish.locale);
      await signIn(page, email);
    }
    await page.locator('header nav').waitFor();
    return page;
  }
}

/** Signs in on a page that asks for it, as people do. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(passwordOf(email));
  await page.locator('button[type=submit]').click();
  await page.locator('header nav').waitFor();
}

function noteComplaints(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // A refusal of the server is shown by the page and no fault of its own.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) complaints.push(message.text());
  });
}

/** A browser of one device, whose profile outlives it: it can be killed and started again. */
export class Profile {
  readonly complaints: string[] = [];
  private readonly folder = mkdtempSync(join(tmpdir(), 'touchstone-profile-'));
  private context: BrowserContext | undefined;

  constructor(private readonly world: World) {}

  /** Starts the browser if it is not running, and opens a page. */
  async open(
    address: string,
    { viewport = desk, offline = false }: PageWish & { offline?: boolean } = {},
  ): Promise<Page> {
    this.context ??= await chromium.launchPersistentContext(this.folder, {
      executablePath: process.env.TEST_BROWSER,
      args: quiet,
      baseURL: this.world.server,
      viewport,
      locale: 'zh-TW',
      timezoneId: 'Asia/Taipei',
      offline,
    });
    this.context.setDefaultTimeout(120_000);
    const page = await this.context.newPage();
    noteComplaints(page, this.complaints);
    await page.goto(address);
    return page;
  }

  /** Closes a page and opens another. */
  async reopened(page: Page, address: string): Promise<Page> {
    await page.close();
    return this.open(address);
  }

  /** Ends the browser as a failing battery would: nothing is said to any page. */
  async crash(): Promise<void> {
    const context = this.context!;
    const ended = new Promise((resolve) => context.once('close', resolve));
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Browser.crash').catch(() => undefined);
    await ended;
    this.context = undefined;
  }

  async close(): Promise<void> {
    await this.context?.close();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** What axe finds wrong with the page by WCAG 2.2 A and AA, one line a finding. */
export async function axeFindings(page: Page): Promise<string[]> {
  if (!(await page.evaluate<boolean>('"axe" in globalThis'))) await page.evaluate(axe); // not as a script of the page, which its policy would refuse
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResults> } };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const { violations } = await axe.run({ runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
  });
}

interface AxeResults {
  violations: { id: string; nodes: { target: string[] }[] }[];
}

/** What reaches beyond the right edge of a screen on which the page has to be scrolled sideways; nothing if it fits. */
export function tooWide(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(async () => {
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
    const root = document.documentElement;
    if (root.scrollWidth <= innerWidth) return [];
    const beyond = [...root.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > innerWidth);
    const called = (one) => one.tagName.toLowerCase() + '.' + one.className + ' ' + one.textContent.slice(0, 20);
    return [root.scrollWidth + ' > ' + innerWidth, ...beyond.slice(0, 20).map(called)];
  })()`);
}

/** Keeps a picture for people to look at, in `SCREENSHOTS` if that is set. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(resolve(folder), `${name}.png`), fullPage: true });
}
