import { type KeyObject } from 'node:crypto';

/** The passphrase does not open the key. */
export class WrongPassphrase extends Error {}

/** Private key → PEM `ENCRYPTED PRIVATE KEY` (PKCS#8, PBES2: PBKDF2-SHA256 600,000 rounds, AES-256-CBC). */
export async function protectKey(_key: KeyObject, _passphrase: string): Promise<string> {
  throw new Error('not written yet');
}

/** The reverse. Throws `WrongPassphrase`, or an `Error` for text that is no such key. */
export async function unprotectKey(_pem: string, _passphrase: string): Promise<KeyObject> {
  throw new Error('not written yet');
}
