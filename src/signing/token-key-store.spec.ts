import 'reflect-metadata';
import { generateKeyPairSync, verify } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { body, issuedAt } from '../../test/support/cryptography.js';
import { describeWithToken, softToken, type SoftToken } from '../../test/support/soft-token.js';
import { tinyPdf } from '../../test/support/tiny-pdf.js';
import { newId } from '../common/ids.js';
import { Config } from '../config.js';
import { issueLeaf, makeAuthority } from './authority.js';
import { type Cryptoki, loadCryptoki } from './cryptoki.js';
import { FileKeyStore } from './file-key-store.js';
import { keyStoreFor } from './key-store-for.js';
import { KeyKeptInside, type KeyStore } from './key-store.js';
import { signPdf } from './pades.js';
import { memorySigner } from './signer.js';
import { verifyPdf } from './verify.js';

const folder = mkdtempSync(join(tmpdir(), 'touchstone-keys-'));
const bytes = Buffer.from('一段要簽的文字');
let complaints: string[] = [];

/** As an operator would set it up. */
const config = (token: SoftToken, changes: NodeJS.ProcessEnv = {}): Config =>
  new Config({
    ...{ KEY_STORE: 'pkcs11', PKCS11_MODULE: token.module, PKCS11_TOKEN: token.label, PKCS11_PIN: token.pin },
    ...{ KEYS_DIR: folder, KEY_PASSPHRASE: 'for the tests only' },
    ...changes,
  });

describeWithToken('keys in a PKCS#11 token', () => {
  let token: SoftToken;
  let keys: KeyStore;
  beforeAll(async () => {
    token = await softToken();
    keys = keyStoreFor(config(token));
    jest
      .spyOn(Logger.prototype, 'error')
      .mockImplementation((message: unknown) => void complaints.push(String(message)));
  });
  beforeEach(() => (complaints = []));
  afterAll(() => {
    jest.restoreAllMocks();
    token?.remove();
    rmSync(folder, { recursive: true });
  });

  it('certify one another and sign a document that verifies', async () => {
    const authority = await makeAuthority(body, issuedAt, () => keys.make(newId()));
    const subject = { id: 'assessor-1', name: '林評量', role: 'assessor', body } as const;
    const leaf = await issueLeaf(authority.issuing, subject, issuedAt, () => keys.make(newId()));
    const [root, issuing] = [authority.root.certificate, authority.issuing.certificate];
    const signed = await signPdf(tinyPdf(), memorySigner(leaf, [issuing, root]));
    expect((await verifyPdf(signed, { trust: [root] })).outcome).toBe('valid');
  });

  it('never leave it', async () => {
    const id = newId();
    await keys.make(id);
    await expect(keys.reveal(id)).rejects.toThrow(KeyKeptInside);
    const { cryptoki, session, object } = await lookInside(token, id);
    expect(() => cryptoki.C_GetAttributeValue(session, object, [{ type: 0x11 }])).toThrow('CKR_ATTRIBUTE_SENSITIVE');
  });

  it.each([
    ['an RSA key of 2,048 bits', generateKeyPairSync('rsa', { modulusLength: 2048 })],
    ['a P-256 key', generateKeyPairSync('ec', { namedCurve: 'P-256' })],
    ['a P-384 key', generateKeyPairSync('ec', { namedCurve: 'P-384' })],
  ])('may be brought from elsewhere: %s', async (_, pair) => {
    const id = newId();
    await keys.put(id, pair.privateKey);
    const key = await keys.open(id);
    expect(key.publicKey.equals(pair.publicKey)).toBe(true);
    const values = await Promise.all(Array.from({ length: 20 }, () => key.sign(bytes)));
    expect(values.every((value) => verify('sha256', bytes, pair.publicKey, value))).toBe(true);
  });

  it('go on signing after the token was gone for a while', async () => {
    const key = await keys.make(newId());
    await endSessions(token);
    expect(verify('sha256', bytes, key.publicKey, await key.sign(bytes))).toBe(true);
  });

  it('are forgotten when no certificate was registered for them', async () => {
    const id = newId();
    await keys.make(id);
    await keys.discard(id);
    expect(await keys.has(id)).toBe(false);
    await expect(keys.open(id)).rejects.toThrow('signing_unavailable');
    expect(complaints.join()).toContain(`the key ${id} is not in the token`);
  });

  it('stand beside those that were made as files before', async () => {
    const id = newId();
    const { publicKey } = await new FileKeyStore(config(token)).make(id);
    expect((await keys.open(id)).publicKey.equals(publicKey)).toBe(true);
    expect(await keys.has(id)).toBe(true);
  });

  it.each([
    ['a library that is not there', { PKCS11_MODULE: '/nowhere/token.so' }, 'PKCS11_MODULE=/nowhere/token.so cannot'],
    [
      'a token that is not there',
      { PKCS11_TOKEN: 'other' },
      'no token labelled PKCS11_TOKEN=other (tokens that are there: touchstone)',
    ],
    ['a wrong PIN', { PKCS11_PIN: '0000-secret' }, 'the PIN is not the token’s'],
    ['a PIN file that is not there', { PKCS11_PIN: '', PKCS11_PIN_FILE: '/nowhere/pin' }, 'cannot be read (ENOENT)'],
  ])('cannot be used with %s, and the log says why', async (_, changes, reason) => {
    const wrong = keyStoreFor(config(token, changes));
    await endSessions(token); // or this store would pass as logged in by the other one
    await expect(wrong.make(newId())).rejects.toThrow('signing_unavailable');
    expect(complaints.join()).toContain(reason);
    expect(complaints.join()).not.toContain('0000-secret');
  });

  it('are not asked for twice with a wrong PIN, since tokens lock themselves', async () => {
    const wrong = keyStoreFor(config(token, { PKCS11_PIN: 'wrong' }));
    await endSessions(token); // or this store would pass as logged in by the other one
    for (let round = 0; round < 12; round += 1)
      await expect(wrong.make(newId())).rejects.toThrow('signing_unavailable');
    expect(await keys.has(newId())).toBe(false);
  });
});

describe('the settings of a token', () => {
  it.each([
    ['PKCS11_MODULE', { PKCS11_TOKEN: 'a', PKCS11_PIN: '1' }],
    ['PKCS11_TOKEN', { PKCS11_MODULE: '/a.so', PKCS11_PIN: '1' }],
    ['PKCS11_PIN', { PKCS11_MODULE: '/a.so', PKCS11_TOKEN: 'a' }],
  ])('stop the start where %s is missing', (name, env) => {
    expect(() => new Config({ KEY_STORE: 'pkcs11', ...env })).toThrow(name);
  });

  it('are not asked for where keys are files', () => {
    expect(new Config({}).token).toBeNull();
  });
});

/** As when the token is pulled: every session of this process is gone. */
async function endSessions({ module }: SoftToken): Promise<void> {
  const cryptoki = await loadCryptoki(module);
  try {
    cryptoki.C_Initialize();
  } catch {
    // it was in use, as it should be
  }
  cryptoki.C_Finalize();
}

/** What a program sees that has the PIN too. */
async function lookInside(token: SoftToken, id: string) {
  const cryptoki: Cryptoki = await loadCryptoki(token.module);
  const session = cryptoki.C_OpenSession(cryptoki.C_GetSlotList(true)[0]!, 6);
  cryptoki.C_FindObjectsInit(session, [
    { type: 0x00, value: 3 },
    { type: 0x03, value: id },
  ]);
  const [object] = cryptoki.C_FindObjects(session, 1);
  cryptoki.C_FindObjectsFinal(session);
  return { cryptoki, session, object: object! };
}
