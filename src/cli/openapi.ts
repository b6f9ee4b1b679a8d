import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import 'reflect-metadata';
import { createApp } from '../app.setup.js';
import { Config } from '../config.js';
import { describeApi } from '../openapi.js';

const file = resolve(import.meta.dirname, '../../openapi.json');

/** `openapi` writes the API's description to openapi.json; `openapi --check` exits 1 if the committed one is old. */
export async function main(argv: string[]): Promise<number> {
  const text = await describe();
  if (!argv.includes('--check')) {
    await writeFile(file, text);
    return 0;
  }
  if ((await readFile(file, 'utf8').catch(() => '')) === text) return 0;
  process.stderr.write('openapi.json is not what the code describes: run npm run openapi and commit it.\n');
  return 1;
}

/** The controllers are all it needs, so it starts on a database of its own that is gone afterwards. */
async function describe(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'touchstone-openapi-'));
  try {
    const app = await createApp(
      new Config({ DATA_DIR: folder, UPLOADS_DIR: join(folder, 'uploads'), LOG_LEVEL: 'error' }),
    );
    await app.init();
    const text = `${JSON.stringify(describeApi(app), null, 2)}\n`;
    await app.close();
    return text;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
