import { hash, randomBytes } from 'node:crypto';
import { v7 } from 'uuid';

/** A new id: UUID version 7, so that ids sort by the time they were made. */
export function newId(): string {
  return v7();
}

/** A secret that is handed out once and kept only as its hash: 256 random bits. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 in lower-case hexadecimal. */
export function sha256(data: string | Uint8Array): string {
  return hash('sha256', data);
}

/** Crockford's base 32: no I, L, O or U, so that a number can be read aloud and typed from paper. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `length` random characters of 5 bits each. */
export function randomCode(length: number): string {
  return Array.from(randomBytes(length), (byte) => alphabet[byte & 31]).join('');
}
