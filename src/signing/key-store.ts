import { type KeyObject } from 'node:crypto';
import { type SigningKey } from './signing-key.js';

/** A key inside a token cannot be exported: it was made so. */
export class KeyKeptInside extends Error {
  constructor() {
    super('This private key is inside a token and cannot leave it');
  }
}

/**
 * Where private keys are kept, each under the id of its certificate. Files by default, a PKCS#11 token by setting.
 * Every method that needs a key throws `signing_unavailable` when the keys cannot be opened; the log then says what to
 * do, and nothing of a key, passphrase or PIN.
 */
export abstract class KeyStore {
  /** Makes a P-256 key. It is durably kept when this returns: only then may a row speak of it. */
  abstract make(id: string): Promise<SigningKey>;
  /** Keeps a key that was made elsewhere, as durably. */
  abstract put(id: string, key: KeyObject): Promise<void>;
  abstract open(id: string): Promise<SigningKey>;
  /** The key itself, to be exported. Throws `KeyKeptInside` where a token holds it. */
  abstract reveal(id: string): Promise<KeyObject>;
  abstract has(id: string): Promise<boolean>;
  /** Forgets the key of a certificate that was never registered. */
  abstract discard(id: string): Promise<void>;
}
