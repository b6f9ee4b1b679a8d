import 'reflect-metadata';
import { createPublicKey, generateKeyPair, type KeyObject, randomBytes, webcrypto } from 'node:crypto';
import { promisify } from 'node:util';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
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

/** RFC 9336; together with e-mail protection, since NSS calls documentSigning alone a bad certificate. */
export const documentSigning = '1.3.6.1.5.5.7.3.36';
const emailProtection = '1.3.6.1.5.5.7.3.4';
const p256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const years = { root: 30, issuing: 15, leaf: 3 };
/** Certificates are valid from a little earlier, so that a clock that is behind does not call them future. */
const backdated = 5 * 60_000;
const newKeyPair = promisify(generateKeyPair);

/** Makes a root CA (30 years) and an issuing CA (15 years) for a training body. */
export async function makeAuthority(body: Subject, now: Date): Promise<Authority> {
  const certifier = KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign;
  const root = await certify({
    name: distinguishedName({ id: body.id, name: body.name, suffix: ' Root CA', organization: body.name }),
    years: years.root,
    extensions: [new BasicConstraintsExtension(true, 1, true), new KeyUsagesExtension(certifier, true)],
    now,
  });
  const issuing = await certify({
    name: distinguishedName({ id: body.id, name: body.name, suffix: ' Issuing CA', organization: body.name }),
    years: years.issuing,
    extensions: [new BasicConstraintsExtension(true, 0, true), new KeyUsagesExtension(certifier, true)],
    issuer: root,
    now,
  });
  return { root, issuing };
}

/** Issues a leaf (3 years, never longer than its issuer) with a new key pair, for signing documents only. */
export async function issueLeaf(issuing: Credential, subject: LeafSubject, now: Date): Promise<Credential> {
  const suffix = subject.role === 'seal' ? ' Seal' : '';
  return certify({
    name: distinguishedName({ id: subject.id, name: subject.name, suffix, organization: subject.body.name }),
    years: years.leaf,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation, true),
      new ExtendedKeyUsageExtension([documentSigning, emailProtection]),
    ],
    issuer: issuing,
    now,
  });
}

interface Certification {
  name: Name;
  years: number;
  extensions: Extension[];
  /** Absent: self-signed. */
  issuer?: Credential;
  now: Date;
}

async function certify({ name, years, extensions, issuer, now }: Certification): Promise<Credential> {
  const { privateKey } = await newKeyPair('ec', { namedCurve: 'P-256' });
  const publicKey = await publicCryptoKey(privateKey);
  const issuedBy = issuer && new X509Certificate(issuer.certificate);
  const certificate = await X509CertificateGenerator.create({
    serialNumber: serialNumber(),
    subject: name,
    issuer: issuedBy ? issuedBy.subjectName : name,
    ...validity(years, issuedBy, now),
    publicKey,
    signingKey: await privateCryptoKey(issuer?.privateKey ?? privateKey),
    signingAlgorithm: p256,
    extensions: [
      ...extensions,
      await SubjectKeyIdentifierExtension.create(publicKey),
      await AuthorityKeyIdentifierExtension.create(issuedBy ? issuedBy.publicKey : publicKey),
    ],
  });
  return { certificate: new Uint8Array(certificate.rawData), privateKey };
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

function privateCryptoKey(key: KeyObject): Promise<webcrypto.CryptoKey> {
  const bytes = key.export({ type: 'pkcs8', format: 'der' });
  return webcrypto.subtle.importKey('pkcs8', bytes, p256, false, ['sign']);
}

function publicCryptoKey(privateKey: KeyObject): Promise<webcrypto.CryptoKey> {
  const bytes = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  return webcrypto.subtle.importKey('spki', bytes, p256, true, ['verify']);
}
