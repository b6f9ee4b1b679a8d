import { type Page, type Route } from 'playwright-core';
import { enrolled } from '../factories/enrolled.js';
import { passwordOf, type Persona, type World } from '../world.js';
import { phone, picture, Profile, worldOfToday } from './support/browser.js';
import { withFieldStore } from './support/field-store.js';

const observations = 40;
const photosOf = (index: number): number => (index % 2 === 0 ? 12 : 13);
const allPhotos = 500;

/** What was written down on the device: per record the hashes of its photos. */
type Written = Record<string, string[]>;

/** One record with its photos, through the code that the pages use. */
const writeDown = (page: Page, one: { index: number; count: number; userId: string; assessmentId: string }) =>
  page.evaluate(
    (wish) =>
      (
        globalThis as unknown as { fieldStore: { writeDownOne: (one: typeof wish) => Promise<[string, string[]]> } }
      ).fieldStore.writeDownOne(wish),
    one,
  );

describe('a long day in the workplace without a network', () => {
  let world: World;
  let assessor: Persona;
  let assessmentId: string;
  let profile: Profile;
  beforeAll(async () => {
    world = await worldOfToday();
    ({ assessor, assessmentId } = await enrolled(world));
    await world.operator.patch(`/assessments/${assessmentId}/enrolment`, { workplace: '信義門市' }).expect(200);
    profile = new Profile(world);
  });
  afterAll(async () => {
    await profile?.close();
    await world?.close();
  });

  const signIn = async (page: Page): Promise<void> => {
    await page.locator('input[name=email]').fill(assessor.email);
    await page.locator('input[name=password]').fill(passwordOf(assessor.email));
    await page.locator('button[type=submit]').click();
    await page.locator('header nav').waitFor();
  };

  it('keeps 40 observations with 500 photos through a crash and the end of the session, and sends each once', async () => {
    let page = await profile.open('/field', { viewport: phone });
    await signIn(page);
    await page.getByRole('button', { name: '帶著走：信義門市' }).click();
    await page.getByText('離線也能開啟：已備妥。').waitFor();
    await page.context().setOffline(true);
    await withFieldStore(page);
    const written: Written = {};
    const began = Date.now();
    for (let index = 0; index < observations; index += 1) {
      const [id, hashes] = await writeDown(page, { index, count: photosOf(index), userId: assessor.id, assessmentId });
      written[id] = hashes;
    }
    const keptIn = Date.now() - began;
    await page.getByText('40 件尚未送出').first().waitFor();

    // The browser dies, eight hours pass, and with them the session; the tablet is still without a network.
    await profile.crash();
    world.clock.set(new Date(Date.now() + 13 * 3_600_000).toISOString());
    page = await profile.open('/field', { viewport: phone, offline: true });
    await page.getByText('40 件尚未送出').first().waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: '重新登入' }).click();

    // Of some requests the server has all and the answer is lost; the page is closed in the middle.
    let lost = 0;
    let tell = (): void => undefined;
    const firstLost = new Promise<void>((resolve) => (tell = resolve));
    const lose = async (route: Route): Promise<void> => {
      lost += 1;
      tell();
      await route.fetch().catch(() => undefined);
      await route.abort().catch(() => undefined);
    };
    await page.route('**/api/evidence/*/files', lose, { times: 2 });
    await signIn(page);
    await page.goto('/field');
    await page.getByRole('progressbar').waitFor();
    await firstLost;
    await picture(page, 'field-load-sending-phone');
    page = await profile.reopened(page, '/field');
    await page.route('**/api/assessments/*/observations/*', lose, { times: 1 });
    await page.route('**/api/observations/*/signature', lose, { times: 1 });
    const sending = Date.now();
    await page.getByText('全部都已送出').waitFor();
    process.stderr.write(`kept in ${keptIn} ms, sent in ${Date.now() - sending} ms, ${lost} answers lost\n`);

    const { body: records } = await assessor.get(`/assessments/${assessmentId}/observations`).expect(200);
    const arrived: Written = {};
    for (const { id, signedAt } of records as { id: string; signedAt: string | null }[]) {
      expect(signedAt).not.toBeNull();
      const { body } = await assessor.get(`/evidence/${id}`).expect(200);
      arrived[id] = (body.files as { sha256: string }[]).map(({ sha256 }) => sha256).sort();
    }
    expect(Object.keys(arrived).sort()).toEqual(Object.keys(written).sort());
    for (const [id, hashes] of Object.entries(written)) expect(arrived[id]).toEqual([...hashes].sort());
    expect(new Set(Object.values(arrived).flat()).size).toBe(allPhotos);
    expect(lost).toBeGreaterThan(2);
    expect(profile.complaints).toEqual([]);
  });
});
