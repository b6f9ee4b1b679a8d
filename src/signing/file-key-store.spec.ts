import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Config } from '../config.js';
import { FileKeyStore } from './file-key-store.js';

describe('keys that cannot be opened', () => {
  const keysDir = mkdtempSync(join(tmpdir(), 'touchstone-keys-'));
  afterAll(() => rmSync(keysDir, { recursive: true }));

  it('take the passphrase along when put aside, unless it opens another key', async () => {
    const store = new FileKeyStore(new Config({ KEYS_DIR: keysDir, DATA_DIR: keysDir }));
    await store.make('one');
    await store.make('other');
    writeFileSync(join(keysDir, 'one.pem'), 'damaged');
    await store.setAside(['one'], 'aside');
    expect(readdirSync(join(keysDir, 'aside'))).toEqual(['one.pem']);
    expect(await store.opens('other')).toBe(true);

    writeFileSync(join(keysDir, 'other.pem'), 'damaged');
    await store.setAside(['other'], 'aside');
    expect(readdirSync(join(keysDir, 'aside')).sort()).toEqual(['one.pem', 'other.pem', 'passphrase']);
    expect(existsSync(join(keysDir, 'passphrase'))).toBe(false);
  });
});
