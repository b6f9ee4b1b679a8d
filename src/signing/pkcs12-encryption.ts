import { createDecipheriv, createHash, pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import { children, type Element, expect, readInteger, readOid, tags } from './der.js';
import { WrongPassphrase } from './key-protection.js';

interface Hash {
  name: string;
  /** Bytes of its value, and of the blocks it works on. */
  length: number;
  block: number;
}

const hashes: Record<string, Hash> = {
  '1.3.14.3.2.26': { name: 'sha1', length: 20, block: 64 },
  '2.16.840.1.101.3.4.2.1': { name: 'sha256', length: 32, block: 64 },
  '2.16.840.1.101.3.4.2.2': { name: 'sha384', length: 48, block: 128 },
  '2.16.840.1.101.3.4.2.3': { name: 'sha512', length: 64, block: 128 },
};
/** Pseudo-random functions of PBKDF2; none named means the first. */
const functions: Record<string, string> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
};
const ciphers: Record<string, { name: string; keyLength: number }> = {
  '2.16.840.1.101.3.4.1.2': { name: 'aes-128-cbc', keyLength: 16 },
  '2.16.840.1.101.3.4.1.22': { name: 'aes-192-cbc', keyLength: 24 },
  '2.16.840.1.101.3.4.1.42': { name: 'aes-256-cbc', keyLength: 32 },
  '1.2.840.113549.3.7': { name: 'des-ede3-cbc', keyLength: 24 },
};
const pbes2 = '1.2.840.113549.1.5.13';
const pbkdf2Oid = '1.2.840.113549.1.5.12';
/** What Windows writes by default, and openssl did before version 3. */
const shaTripleDes = '1.2.840.113549.1.12.1.3';
const mostRounds = 10_000_000;
const derive = promisify(pbkdf2);

/** A part of the file is encrypted in a way that is not supported. */
export class UnsupportedEncryption extends Error {
  constructor() {
    super(
      'The file is encrypted in a way that is no longer safe or not known here. Make it anew with AES-256, for ' +
        'instance by openssl pkcs12 -legacy -in OLD.p12 -nodes | openssl pkcs12 -export -out NEW.p12',
    );
  }
}

export const hashOf = (oid: string): Hash | undefined => hashes[oid];

/** A file that asks for more than this is made to keep us busy. */
export const tooManyRounds = (rounds: number): boolean => rounds < 1 || rounds > mostRounds;

/** Opens bytes encrypted under a passphrase by this AlgorithmIdentifier. */
export async function decrypt(algorithm: Element | undefined, secret: Buffer, passphrase: string): Promise<Buffer> {
  const { cipher, key, iv } = await keyFor(algorithm, passphrase);
  try {
    const decipher = createDecipheriv(cipher, key, iv);
    return Buffer.concat([decipher.update(secret), decipher.final()]);
  } catch {
    throw new WrongPassphrase();
  }
}

async function keyFor(
  algorithm: Element | undefined,
  passphrase: string,
): Promise<{ cipher: string; key: Buffer; iv: Buffer }> {
  const [scheme, parameters] = children(algorithm);
  if (readOid(scheme) === shaTripleDes) {
    const [salt, count] = children(parameters);
    const shared = {
      salt: expect(salt, tags.octets).body,
      rounds: allowed(readInteger(count)),
      hash: hashes['1.3.14.3.2.26']!,
    };
    const key = pkcs12Derive(passphrase, { ...shared, length: 24, purpose: 1 });
    return { cipher: 'des-ede3-cbc', key, iv: pkcs12Derive(passphrase, { ...shared, length: 8, purpose: 2 }) };
  }
  if (readOid(scheme) !== pbes2) throw new UnsupportedEncryption();
  const [derivation, encryption] = children(parameters);
  const [kdf, kdfParameters] = children(derivation);
  const [salt, count, ...rest] = children(kdfParameters);
  const named = rest.find(({ tag }) => tag === tags.sequence);
  const hash = named ? functions[readOid(children(named)[0])] : 'sha1';
  const [cipherOid, iv] = children(encryption);
  const cipher = ciphers[readOid(cipherOid)];
  if (readOid(kdf) !== pbkdf2Oid || !hash || !cipher) throw new UnsupportedEncryption();
  const bytes = expect(salt, tags.octets).body;
  const key = await derive(passphrase, bytes, allowed(readInteger(count)), cipher.keyLength, hash);
  return { cipher: cipher.name, key, iv: expect(iv, tags.octets).body };
}

function allowed(rounds: number): number {
  if (tooManyRounds(rounds)) throw new UnsupportedEncryption();
  return rounds;
}

interface Derivation {
  salt: Buffer;
  rounds: number;
  /** Bytes wanted. */
  length: number;
  hash: Hash;
  /** 1 a key, 2 an initial vector, 3 an integrity key. */
  purpose: 1 | 2 | 3;
}

/** PKCS#12's own derivation of keys from a passphrase (RFC 7292, appendix B.2). */
export function pkcs12Derive(passphrase: string, { salt, rounds, length, hash, purpose }: Derivation): Buffer {
  const password = Buffer.from(`${passphrase}\0`, 'utf16le').swap16();
  const filled = (bytes: Buffer): Buffer =>
    Buffer.alloc(Math.ceil(bytes.length / hash.block) * hash.block, bytes.length > 0 ? bytes : 0);
  const input = Buffer.concat([filled(salt), filled(password)]);
  const parts: Buffer[] = [];
  for (let made = 0; made < length; made += hash.length) {
    let value = Buffer.concat([Buffer.alloc(hash.block, purpose), input]);
    for (let round = 0; round < rounds; round += 1) value = createHash(hash.name).update(value).digest();
    parts.push(value);
    const block = BigInt(`0x${Buffer.alloc(hash.block, value).toString('hex')}`) + 1n;
    for (let at = 0; at < input.length; at += hash.block) {
      const sum = BigInt(`0x${input.subarray(at, at + hash.block).toString('hex')}`) + block;
      const hex = sum.toString(16).padStart(hash.block * 2, '0');
      Buffer.from(hex.slice(-hash.block * 2), 'hex').copy(input, at);
    }
  }
  return Buffer.concat(parts).subarray(0, length);
}
