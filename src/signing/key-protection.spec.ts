import { spawnSync } from 'node:child_process';
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { protectKey, unprotectKey, WrongPassphrase } from './key-protection.js';

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const passphrase = '密碼 correct horse';
const openssl = spawnSync('openssl', ['version']).status === 0 ? it : it.skip;

describe('a protected private key', () => {
  let pem: string;
  beforeAll(async () => {
    pem = await protectKey(privateKey, passphrase);
  });

  it('opens again with its passphrase', async () => {
    expect((await unprotectKey(pem, passphrase)).equals(privateKey)).toBe(true);
  });

  it('opens with Node’s own reader too', () => {
    expect(createPrivateKey({ key: pem, passphrase }).equals(privateKey)).toBe(true);
  });

  openssl('opens with openssl, which reports 600,000 rounds and AES-256-CBC', () => {
    const key = spawnSync('openssl', ['pkcs8', '-passin', 'env:PASS'], {
      input: pem,
      env: { ...process.env, PASS: passphrase },
    });
    expect(createPrivateKey(key.stdout.toString()).equals(privateKey)).toBe(true);
    const shape = spawnSync('openssl', ['asn1parse'], { input: pem }).stdout.toString();
    expect(shape).toContain(':0927C0');
    expect(shape).toMatch(/hmacWithSHA256[^]*aes-256-cbc/);
  });

  it('says so when the passphrase is wrong', async () => {
    await expect(unprotectKey(pem, 'wrong')).rejects.toThrow(WrongPassphrase);
  });

  it.each([
    ['nothing', ''],
    ['a key that is not encrypted', privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()],
    ['garbage between the marks', '-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----'],
  ])('refuses %s', async (_, text) => {
    await expect(unprotectKey(text, passphrase)).rejects.toThrow();
  });

  it('is never made with an empty passphrase', async () => {
    await expect(protectKey(privateKey, '')).rejects.toThrow('needs a passphrase');
  });
});
