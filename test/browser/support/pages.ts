import { type Page } from 'playwright-core';
import { axeFindings, desk, phone, picture, tablet, tooWide } from './browser.js';

/** Opens an address and waits until what it shows is there. */
export async function openPage(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
}

/** Presses the one button of this name. */
export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

/** Waits until this stands on the page. */
export const see = (page: Page, text: string): Promise<void> => page.getByText(text).first().waitFor();

/** What is there passes axe, and is kept as a picture. */
export async function isSound(page: Page, name: string): Promise<void> {
  expect(await axeFindings(page)).toEqual([]);
  await picture(page, name);
}

/** It is at every width without scrolling sideways, and kept as pictures. */
export async function fits(page: Page, name: string): Promise<void> {
  for (const [width, viewport] of Object.entries({ phone, tablet, desk })) {
    await page.setViewportSize(viewport);
    expect([name, width, ...(await tooWide(page))]).toEqual([name, width]);
    await picture(page, `${name}-${width}`);
  }
}
