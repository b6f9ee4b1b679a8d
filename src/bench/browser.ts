import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser } from 'playwright-core';

const root = resolve(import.meta.dirname, '../..');

/** A real browser without a window; null, with a word on stderr, where there is none. */
export async function openBrowser(): Promise<Browser | null> {
  const finder = pathToFileURL(resolve(root, 'scripts/lib/browser.mjs')).href;
  const { findBrowser } = (await import(finder)) as { findBrowser: () => string | undefined };
  const executablePath = findBrowser();
  if (!executablePath) {
    process.stderr.write('Left out: there is no Chromium or Chrome. Install one, or name it in TEST_BROWSER.\n');
    return null;
  }
  // It is a development package: an installation that only serves lacks it, and has the other benchmarks.
  const { chromium } = await import('playwright-core');
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}
