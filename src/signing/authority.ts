import 'reflect-metadata';
import { type KeyObject, randomBytes, webcrypto } from 'node:crypto';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  CRLDistributionPointsExtension,
  type Extension,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  type Name,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { distinguishedName } from './distinguished-name.js';
import { signStructure } from './sign-structure.js';
import { memoryKey, newPrivateKey, type SigningKey } from './signing-key.js';

/** A certificate (DER) with the private key that belongs to it. */
export interface Credential {
  certificate: Uint8Array;
  key: SigningKey;
}

/** One that certifies others. */
export interface Issuer extends Credential {
  /** Where its revocation list can be fetched; said in what it certifies. */
  listAddress?: string | undefined;
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

/** RFC 9336; together with e-mail protection, since NSS calls documentSigning alone a bad certificate. */
export const documentSigning = '1.3.6.1.5.5.7.3.36';
const emailProtection = '1.3.6.1.5.5.7.3.4';
const p256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const certifier = KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign;
const years = { root: 30, issuing: 15, leaf: 3 };
/** Certificates are valid from a little earlier, so that a clock that is behind does not call them future. */
const backdated = 5 * 60_000;
const inMemory = async (): Promise<SigningKey> => memoryKey(await newPrivateKey());

/** Makes a root CA (30 years) and an issuing CA (15 years) for a training body. `makeKey` keeps each key first. */
export async function makeAuthority(
  body: Subject,
  now: Date,
  makeKey: (use: keyof Authority) => Promise<SigningKey> = inMemory,
  rootListAddress?: string,
): Promise<Authority> {
  const root = await certify({
    name: distinguishedName({ id: body.id, name: body.name, suffix: ' Root CA', organization: body.name }),
    years: years.root,
    extensions: [new BasicConstraintsExtension(true, 1, true), new KeyUsagesExtension(certifier, true)],
    key: await makeKey('root'),
    now,
  });
  const certifying = { ...root, listAddress: rootListAddress };
  return { root, issuing: await makeIssuing(certifying, body, now, () => makeKey('issuing')) };
}

/** Makes another issuing CA (15 years, never longer than the root). */
export async function makeIssuing(
  root: Issuer,
  body: Subject,
  now: Date,
  makeKey: () => Promise<SigningKey> = inMemory,
): Promise<Credential> {
  return certify({
    name: distinguishedName({ id: body.id, name: body.name, suffix: ' Issuing CA', organization: body.name }),
    years: years.issuing,
    extensions: [new BasicConstraintsExtension(true, 0, true), new KeyUsagesExtension(certifier, true)],
    key: await makeKey(),
    issuer: root,
    now,
  });
}

/** Issues a leaf (3 years, never longer than its issuer) with a new key pair, for signing documents only. */
export async function issueLeaf(
  issuing: Issuer,
  subject: LeafSubject,
  now: Date,
  makeKey: () => Promise<SigningKey> = inMemory,
): Promise<Credential> {
  const suffix = subject.role === 'seal' ? ' Seal' : '';
  return certify({
    name: distinguishedName({ id: subject.id, name: subject.name, suffix, organization: subject.body.name }),
    years: years.leaf,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation, true),
      new ExtendedKeyUsageExtension([documentSigning, emailProtection]),
    ],
    key: await makeKey(),
    issuer: issuing,
    now,
  });
}

interface Certification {
  name: Name;
  years: number;
  extensions: Extension[];
  /** The key to be certified. */
  key: SigningKey;
  /** Absent: self-signed. */
  issuer?: Issuer;
  now: Date;
}

async function certify({ name, years, extensions, key, issuer, now }: Certification): Promise<Credential> {
  const publicKey = await cryptoKey(key.publicKey);
  const issuedBy = issuer && new X509Certificate(issuer.certificate);
  const unsigned = await X509CertificateGenerator.create({
    serialNumber: serialNumber(),
    subject: name,
    issuer: issuedBy ? issuedBy.subjectName : name,
    ...validity(years, issuedBy, now),
    publicKey,
    signingAlgorithm: p256,
    signature: new Uint8Array(),
    extensions: [
      ...extensions,
      ...(issuer?.listAddress ? [new CRLDistributionPointsExtension([issuer.listAddress])] : []),
      await SubjectKeyIdentifierExtension.create(publicKey),
      await AuthorityKeyIdentifierExtension.create(issuedBy ? issuedBy.publicKey : publicKey),
    ],
  });
  return { certificate: await signStructure(new Uint8Array(unsigned.rawData), issuer?.key ?? key), key };
}

function validity(years: number, issuer: X509Certificate | undefined, now: Date): { notBefore: Date; notAfter: Date } {
  const earliest = new Date(Math.floor((now.getTime() - backdated) / 1000) * 1000);
  const notBefore = issuer && issuer.notBefore > earliest ? issuer.notBefore : earliest;
  const end = new Date(notBefore);
  end.setUTCFullYear(end.getUTCFullYear() + years);
  return { notBefore, notAfter: issuer && issuer.notAfter < end ? issuer.notAfter : end };
}

/** 128 random bits, positive and never zero (RFC 5280 §4.1.2.2). */
function serialNumber(): string {
  const bytes = randomBytes(16);
  bytes[0] = (bytes[0]! & 0x7f) | 0x40;
  return bytes.toString('hex');
}

function cryptoKey(publicKey: KeyObject): Promise<webcrypto.CryptoKey> {
  const bytes = publicKey.export({ type: 'spki', format: 'der' });
  return webcrypto.subtle.importKey('spki', bytes, p256, true, ['verify']);
}
