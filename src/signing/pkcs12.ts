import { createHmac, createPrivateKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import { children, DerError, type Element, expect, readInteger, readOid, readWhole, tags } from './der.js';
import { WrongPassphrase } from './key-protection.js';
import { decrypt, hashOf, pkcs12Derive, tooManyRounds } from './pkcs12-encryption.js';

/** What a PKCS#12 file holds: private keys, and certificates as DER in their order. */
export interface Pkcs12 {
  keys: KeyObject[];
  certificates: Buffer[];
}

/** The file is no PKCS#12, or one of a kind that is not supported; the message says which. */
export class Pkcs12Error extends Error {}

const types = { data: '1.2.840.113549.1.7.1', encryptedData: '1.2.840.113549.1.7.6' };
const bags = {
  key: '1.2.840.113549.1.12.10.1.1',
  shroudedKey: '1.2.840.113549.1.12.10.1.2',
  certificate: '1.2.840.113549.1.12.10.1.3',
};

/**
 * Reads a file as `openssl pkcs12 -export`, Windows and certificate authorities make it (RFC 7292): protected by a
 * password, with AES or triple DES. Throws `WrongPassphrase`, or `Pkcs12Error` for anything else that is wrong.
 */
export async function readPkcs12(bytes: Uint8Array, passphrase: string): Promise<Pkcs12> {
  try {
    return await read(bytes, passphrase);
  } catch (error) {
    if (error instanceof DerError) throw new Pkcs12Error(`This is no PKCS#12 file that can be read (${error.message})`);
    throw error;
  }
}

async function read(bytes: Uint8Array, passphrase: string): Promise<Pkcs12> {
  const [, authSafe, mac] = children(readWhole(bytes));
  const [type, wrapped] = children(authSafe);
  if (readOid(type) !== types.data) throw new Pkcs12Error('A PKCS#12 file protected by a certificate is not supported');
  const content = expect(children(wrapped, 0xa0)[0], tags.octets).body;
  if (mac) checkMac(mac, content, passphrase);
  const found: Pkcs12 = { keys: [], certificates: [] };
  for (const part of children(readWhole(content))) {
    for (const bag of children(readWhole(await safeContents(part, passphrase)))) await readBag(bag, passphrase, found);
  }
  return found;
}

/** The integrity of the whole file, which tells a wrong passphrase from damage. */
function checkMac(mac: Element, content: Buffer, passphrase: string): void {
  const [info, salt, iterations] = children(mac);
  const [algorithm, digest] = children(info);
  const hash = hashOf(readOid(children(algorithm)[0]));
  if (!hash) throw new Pkcs12Error('The file is protected by a code of a kind that is not supported');
  const rounds = iterations ? readInteger(iterations) : 1;
  if (tooManyRounds(rounds)) throw new Pkcs12Error('The file asks for too much work');
  const options = { salt: expect(salt, tags.octets).body, rounds, length: hash.length, hash, purpose: 3 } as const;
  const made = createHmac(hash.name, pkcs12Derive(passphrase, options)).update(content).digest();
  const kept = expect(digest, tags.octets).body;
  if (made.length !== kept.length || !timingSafeEqual(made, kept)) throw new WrongPassphrase();
}

async function safeContents(part: Element, passphrase: string): Promise<Buffer> {
  const [type, wrapped] = children(part);
  const [value] = children(wrapped, 0xa0);
  if (readOid(type) === types.data) return expect(value, tags.octets).body;
  if (readOid(type) !== types.encryptedData) throw new Pkcs12Error('A part of the file is not supported');
  const [, algorithm, secret] = children(children(value)[1]);
  return decrypt(algorithm, expect(secret, 0x80).body, passphrase);
}

async function readBag(bag: Element, passphrase: string, found: Pkcs12): Promise<void> {
  const [type, wrapped] = children(bag);
  const [value] = children(wrapped, 0xa0);
  const kind = readOid(type);
  if (kind === bags.key) found.keys.push(privateKey(value!.raw));
  if (kind === bags.shroudedKey) {
    const [algorithm, secret] = children(value);
    found.keys.push(privateKey(await decrypt(algorithm, expect(secret, tags.octets).body, passphrase)));
  }
  if (kind === bags.certificate) {
    const [, certificate] = children(value);
    found.certificates.push(expect(children(certificate, 0xa0)[0], tags.octets).body);
  }
}

function privateKey(key: Buffer): KeyObject {
  try {
    return createPrivateKey({ key, type: 'pkcs8', format: 'der' });
  } catch {
    throw new WrongPassphrase();
  }
}
