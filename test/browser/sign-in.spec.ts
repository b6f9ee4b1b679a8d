import { axeFindings, Browser, phone, picture, signIn, worldOfToday } from './support/browser.js';
import { type Persona, type World } from '../world.js';

describe('signing in, in a browser', () => {
  let world: World;
  let browser: Browser;
  let candidate: Persona;
  beforeAll(async () => {
    world = await worldOfToday({ withoutSeeds: true });
    candidate = await world.person('林小美', ['candidate']);
    browser = await Browser.open(world);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  it.each(['zh-TW', 'en'] as const)(
    'is asked for in the language of the device (%s), and axe finds nothing',
    async (locale) => {
      const page = await browser.page({ viewport: phone, locale });
      await page.goto('/');
      await page.getByRole('heading', { name: locale === 'en' ? 'Sign in to Touchstone' : '登入試金石' }).waitFor();
      await picture(page, `sign-in-${locale}`);
      expect(await axeFindings(page)).toEqual([]);
    },
  );

  it('tells of a wrong password and keeps the address that was typed', async () => {
    const page = await browser.page();
    await page.goto('/account');
    await page.locator('input[name=email]').fill(candidate.email);
    await page.locator('input[name=password]').fill('wrong');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    expect(await page.locator('input[name=email]').inputValue()).toBe(candidate.email);
  });

  it('asks for a password of one’s own in place of the one-time password, which need not be typed again', async () => {
    const person = { name: '何欣怡', email: 'ho@example.tw', roles: ['candidate'] };
    const added = await world.operator.post(`/training-bodies/${world.bodyId}/people`, person).expect(201);
    const page = await browser.page({ viewport: phone });
    await page.goto('/');
    await page.locator('input[name=email]').fill(person.email);
    await page.locator('input[name=password]').fill(added.body.oneTimePassword);
    await page.keyboard.press('Enter');
    await page.getByLabel('新密碼').fill('雨過天青的早晨適合散步');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('新密碼：至少需要 12 個字元。').waitFor();
    await picture(page, 'password-refused-390');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel('新密碼').fill('雨過天青的早晨最適合散步');
    await page.getByRole('alert').waitFor({ state: 'detached' }); // what was put right is not held up any longer
    const typeOf = () => page.getByLabel('新密碼').getAttribute('type');
    await page.getByRole('button', { name: '顯示密碼' }).last().click();
    expect(await typeOf()).toBe('text');
    await picture(page, 'password-shown-390');
    const sent = page.route('**/api/password', async (route) => {
      expect(await typeOf()).toBe('password');
      await route.continue();
    });
    await sent;
    await page.getByLabel('新密碼').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '我的工作' }).waitFor();
  });

  it('goes on in the language that is kept for the person, which the bar changes', async () => {
    await candidate.patch('/me', { locale: 'en' }).expect(200);
    const page = await browser.page();
    await page.goto('/');
    await signIn(page, candidate.email);
    await page.getByRole('navigation', { name: 'Main menu' }).waitFor();
    const kept = page.waitForResponse((answer) => answer.request().method() === 'PATCH');
    await page.getByLabel('Language').selectOption('zh-TW');
    await page.getByRole('navigation', { name: '主選單' }).waitFor();
    await kept;
    expect((await candidate.get('/me')).body.locale).toBe('zh-TW');
  });

  it('reads the page anew whose parts were replaced since it was opened', async () => {
    const page = await browser.as(world.operator);
    await page.route('**/assets/account-*.js', (part) => part.fulfill({ status: 404 }), { times: 1 });
    await page.getByRole('link', { name: '我的帳號' }).click();
    await page.getByRole('heading', { name: '我的帳號' }).waitFor();
  });

  it('leads to where one was going, and a page’s policy is never broken', async () => {
    const page = await browser.as(candidate, '/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await picture(page, 'home');
    expect(await axeFindings(page)).toEqual([]);
    expect(browser.complaints).toEqual([]);
  });
});
