import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileAuthority, password } from '../../test/support/pkcs12-files.js';
import { sealIn } from './brought-seal.js';
import { WrongPassphrase } from './key-protection.js';
import { fromPem } from './pem.js';
import { readPkcs12 } from './pkcs12.js';

const folder = mkdtempSync(join(tmpdir(), 'touchstone-pkcs12-'));
const now = new Date(Date.now() + 3_600_000); // openssl certifies from this very second on
let authority: FileAuthority;
let file: Buffer;
beforeAll(() => {
  authority = new FileAuthority(folder);
  file = readFileSync(authority.issue());
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a PKCS#12 file', () => {
  it.each([
    ['as openssl 3 makes it', []],
    [
      'as Windows makes it, with triple DES and SHA-1',
      ['-certpbe', 'PBE-SHA1-3DES', '-keypbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'],
    ],
    ['with AES-128 and a longer hash', ['-certpbe', 'AES-128-CBC', '-keypbe', 'AES-128-CBC', '-macalg', 'sha512']],
    ['with certificates in the clear', ['-certpbe', 'NONE']],
    ['without an integrity code', ['-nomac']],
  ])('%s is read, and not by another passphrase', async (_, options) => {
    const bytes = readFileSync(authority.issue({ options }));
    const { keys, certificates } = await readPkcs12(bytes, password);
    expect([keys.length, certificates.length]).toEqual([1, 2]);
    for (const wrong of ['', 'Password', `${password} `]) {
      await expect(readPkcs12(bytes, wrong)).rejects.toThrow(WrongPassphrase);
    }
  });

  it('that is encrypted by what is broken today is refused with a way out', async () => {
    const bytes = readFileSync(authority.issue({ options: ['-legacy'] }));
    await expect(readPkcs12(bytes, password)).rejects.toThrow('openssl pkcs12 -legacy');
  });

  it('cut short or altered anywhere is refused, and never hangs', async () => {
    for (let at = 0; at < file.length; at += 97) {
      await expect(readPkcs12(file.subarray(0, at), password)).rejects.toThrow();
      const altered = Buffer.from(file);
      altered[at]! ^= 0x20;
      await readPkcs12(altered, password).catch((error: unknown) => expect(error).toBeInstanceOf(Error));
    }
  });
});

describe('a seal in a PKCS#12 file', () => {
  const sealOf = async (path: string, at = now, more: Buffer[] = []) =>
    sealIn(await readPkcs12(readFileSync(path), password), more, at);
  const later = new Date(now.getTime() + 400 * 86_400_000);

  it('comes with its certificate and its chain up to the root', async () => {
    const seal = sealIn(await readPkcs12(file, password), [], now);
    expect(seal.subject).toBe('試金石職能評量中心印鑑');
    expect(seal.issuer).toBe('某某憑證公司 Root');
    expect(seal.chain).toEqual(fromPem('CERTIFICATE', authority.root));
  });

  it('takes what its chain lacks from another file', async () => {
    const path = authority.issue({ withChain: false });
    await expect(sealOf(path)).rejects.toThrow('seal_incomplete');
    expect((await sealOf(path, now, fromPem('CERTIFICATE', authority.root))).chain).toHaveLength(1);
  });

  it('is refused once it has ended', async () => {
    const path = authority.issue();
    await expect(sealOf(path, later)).rejects.toThrow('seal_not_valid');
    await expect(sealOf(path, new Date('2020-01-01'))).rejects.toThrow('seal_not_valid');
  });

  it.each([
    ['a key of 1,024 bits', { key: 'weak' as const }, 'seal_weak'],
    [
      'a certificate for servers',
      { extensions: ['keyUsage=digitalSignature', 'extendedKeyUsage=serverAuth'] },
      'seal_unfit',
    ],
    ['a certificate that may only encrypt', { extensions: ['keyUsage=keyEncipherment'] }, 'seal_unfit'],
    ['a key without its certificate', { options: ['-nocerts'] }, 'seal_without_key'],
  ])('is refused with %s', async (_, wanted, code) => {
    await expect(sealOf(authority.issue(wanted))).rejects.toThrow(code);
  });
});
