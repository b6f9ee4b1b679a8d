import { type KeyObject } from 'node:crypto';

/** A certificate (DER) with the private key that belongs to it, in the clear and in memory only. */
export interface Credential {
  certificate: Uint8Array;
  privateKey: KeyObject;
}

/** A training body's own two-step authority: a root to be kept offline and an issuing CA that signs leaves. */
export interface Authority {
  root: Credential;
  issuing: Credential;
}

/** Whom a certificate names. `id` is the stable identifier the register knows the person or body by. */
export interface Subject {
  id: string;
  name: string;
}

export interface LeafSubject extends Subject {
  /** An assessor signs verdicts; the seal signs for the training body itself. */
  role: 'assessor' | 'seal';
  body: Subject;
}

/** Makes a root CA (30 years) and an issuing CA (15 years) for a training body. */
export async function makeAuthority(_body: Subject, _now: Date): Promise<Authority> {
  throw new Error('not written yet');
}

/** Issues a leaf (3 years) with a new key pair, for signing documents and nothing else. */
export async function issueLeaf(_issuing: Credential, _subject: LeafSubject, _now: Date): Promise<Credential> {
  throw new Error('not written yet');
}

/** DER certificate as PEM text. */
export function certificateToPem(_certificate: Uint8Array): string {
  throw new Error('not written yet');
}
