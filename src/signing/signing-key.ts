import { createPublicKey, generateKeyPair, type KeyObject, sign } from 'node:crypto';
import { promisify } from 'node:util';

/** A private key that signs and need not be seen: opened from a file into memory, or inside a token. */
export interface SigningKey {
  publicKey: KeyObject;
  /** Hashes the bytes with SHA-256 and answers the raw value (ECDSA: DER-encoded r and s; RSA: PKCS#1 v1.5). */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

const newKeyPair = promisify(generateKeyPair);

/** A key that is in this process. */
export function memoryKey(privateKey: KeyObject): SigningKey {
  return {
    publicKey: createPublicKey(privateKey),
    sign: (bytes) => Promise.resolve(sign('sha256', bytes, privateKey)),
  };
}

/** A new P-256 key, known to this process only. */
export async function newPrivateKey(): Promise<KeyObject> {
  return (await newKeyPair('ec', { namedCurve: 'P-256' })).privateKey;
}
