import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SHARE_ENV, Worker } from 'node:worker_threads';
import { type TokenSettings } from '../../src/config.js';

const places = [
  '/usr/lib/softhsm/libsofthsm2.so',
  '/usr/lib64/pkcs11/libsofthsm2.so',
  '/usr/local/lib/softhsm/libsofthsm2.so',
  '/opt/homebrew/lib/softhsm/libsofthsm2.so',
];
const library = places.find((place) => existsSync(place));

/** A group of tests that need SoftHSM2, a token made of software; where it is not installed they are skipped by name. */
export const describeWithToken = library
  ? describe
  : (name: string, tests: () => void) => describe.skip(`${name} (needs softhsm2)`, tests);

export interface SoftToken extends TokenSettings {
  pin: string;
  remove(): void;
}

/** Makes a token of its own in a new folder. */
export async function softToken(label = 'touchstone'): Promise<SoftToken> {
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-token-'));
  const configuration = join(folder, 'softhsm2.conf');
  mkdirSync(join(folder, 'tokens'));
  writeFileSync(
    configuration,
    `directories.tokendir = ${folder}/tokens\nobjectstore.backend = file\nlog.level = ERROR\n`,
  );
  const pin = '2468-試金石';
  const env = { ...process.env, SOFTHSM2_CONF: configuration };
  const options = ['--init-token', '--free', '--label', label, '--so-pin', 'officer-pin', '--pin', pin];
  execFileSync('softhsm2-util', options, { env, stdio: 'ignore' });
  await setForLibraries('SOFTHSM2_CONF', configuration);
  return { module: library!, label, pin, pinFile: null, remove: () => rmSync(folder, { recursive: true }) };
}

/** Jest gives tests a copy of the environment; a library reads the real one, which a thread may share. */
function setForLibraries(name: string, value: string): Promise<void> {
  const code = 'const { workerData } = require("node:worker_threads"); process.env[workerData[0]] = workerData[1];';
  const worker = new Worker(code, { eval: true, env: SHARE_ENV, workerData: [name, value] });
  return new Promise((resolve, reject) => worker.once('exit', () => resolve()).once('error', reject));
}
