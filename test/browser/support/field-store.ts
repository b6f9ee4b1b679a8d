import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { type Page } from 'playwright-core';

const root = join(import.meta.dirname, '../../..');

/** Builds the application's own store of the field for a page, as `globalThis.fieldStore`. */
const build = `
  import { build } from 'vite';
  const [result] = [await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: { entry: ${JSON.stringify(join(root, 'test/browser/support/field-store.entry.js'))}, formats: ['iife'], name: 'fieldStore' },
    },
  })].flat();
  process.stdout.write(result.output[0].code);
`;

let code: string | undefined;

/** Puts the store's code into the page, past its content security policy, as a person's finger would be too slow. */
export async function withFieldStore(page: Page): Promise<void> {
  code ??= execFileSync(process.execPath, ['--input-type=module', '-e', build], { cwd: root, encoding: 'utf8' });
  await page.evaluate(`${code}; globalThis.fieldStore = fieldStore;`);
}
