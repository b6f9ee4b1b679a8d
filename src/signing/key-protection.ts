import { createCipheriv, createDecipheriv, createPrivateKey, type KeyObject, pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import {
  children,
  expect,
  integer,
  nothing,
  octets,
  oid,
  readInteger,
  readOid,
  readWhole,
  sequence,
  tags,
} from './der.js';
import { fromPem, toPem } from './pem.js';

const label = 'ENCRYPTED PRIVATE KEY';
/** OWASP's figure for PBKDF2-SHA256; Node's own export would use 2,048. */
export const customaryRounds = 600_000;
/** A file that asks for more than this is made to keep us busy. */
const mostRounds = 10_000_000;
const pbes2 = '1.2.840.113549.1.5.13';
const pbkdf2Oid = '1.2.840.113549.1.5.12';
const hmacSha256 = '1.2.840.113549.2.9';
const aes256Cbc = '2.16.840.1.101.3.4.1.42';
const derive = promisify(pbkdf2);

/** The passphrase does not open the key. */
export class WrongPassphrase extends Error {
  constructor() {
    super('The passphrase does not open this private key');
  }
}

/** Private key → PEM `ENCRYPTED PRIVATE KEY` (PKCS#8, PBES2: PBKDF2-SHA256 600,000 rounds, AES-256-CBC). */
export async function protectKey(key: KeyObject, passphrase: string, rounds = customaryRounds): Promise<string> {
  if (!passphrase) throw new Error('A private key needs a passphrase');
  const salt = randomBytes(16);
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', await derive(passphrase, salt, rounds, 32, 'sha256'), iv);
  const plain = key.export({ type: 'pkcs8', format: 'der' });
  const secret = Buffer.concat([cipher.update(plain), cipher.final()]);
  const kdf = sequence(oid(pbkdf2Oid), sequence(octets(salt), integer(rounds), sequence(oid(hmacSha256), nothing())));
  const scheme = sequence(oid(pbes2), sequence(kdf, sequence(oid(aes256Cbc), octets(iv))));
  return toPem(label, sequence(scheme, octets(secret)));
}

/** The reverse. Throws `WrongPassphrase`, or an `Error` for text that is no such key. */
export async function unprotectKey(pem: string, passphrase: string): Promise<KeyObject> {
  const { salt, iterations, iv, secret } = parse(pem);
  const decipher = createDecipheriv('aes-256-cbc', await derive(passphrase, salt, iterations, 32, 'sha256'), iv);
  try {
    const key = Buffer.concat([decipher.update(secret), decipher.final()]);
    return createPrivateKey({ key, type: 'pkcs8', format: 'der' });
  } catch {
    throw new WrongPassphrase();
  }
}

/** Reads what `protectKey` and openssl (with `-v2 aes-256-cbc -v2prf hmacWithSHA256`) write. */
function parse(pem: string): { salt: Buffer; iterations: number; iv: Buffer; secret: Buffer } {
  const [bytes] = fromPem(label, pem);
  if (!bytes) throw new Error('There is no encrypted private key in this text');
  const [algorithm, secret] = children(readWhole(bytes));
  const [scheme, parameters] = children(algorithm);
  const [derivation, encryption] = children(parameters);
  const [kdf, kdfParameters] = children(derivation);
  const [cipher, iv] = children(encryption);
  const [salt, count, ...rest] = children(kdfParameters);
  const [prf] = children(rest.at(-1));
  const found = [scheme, kdf, prf, cipher].map(readOid);
  const iterations = readInteger(count);
  if (found.join() !== [pbes2, pbkdf2Oid, hmacSha256, aes256Cbc].join() || iterations > mostRounds) {
    throw new Error('This private key is encrypted in a way that is not supported');
  }
  const [saltBytes, ivBytes, secretBytes] = [salt, iv, secret].map((element) => expect(element, tags.octets).body);
  return { salt: saltBytes!, iterations, iv: ivBytes!, secret: secretBytes! };
}
