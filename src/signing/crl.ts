import 'reflect-metadata';
import { verify, type X509Certificate as NodeCertificate } from 'node:crypto';
import { SubjectKeyIdentifierExtension, X509Certificate } from '@peculiar/x509';
import { type Credential } from './authority.js';
import { issuerAndSerial } from './cms.js';
import { bits, children, der, type Element, expect, integer, octets, oid, readElement } from './der.js';
import { readOid, readWhole, sequence, tags } from './der.js';
import { type RevocationReason, reasonOf, revocationReasons } from './revocation-reasons.js';
import { signatureAlgorithm } from './sign-structure.js';

const oids = { number: '2.5.29.20', reason: '2.5.29.21', authorityKey: '2.5.29.35' };
const [utcTime, generalizedTime, enumerated, boolean] = [0x17, 0x18, 0x0a, 0x01];
const hashes: Record<string, string> = {
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
};

export interface Revoked {
  at: Date;
  reason: RevocationReason;
}

export interface CrlContent {
  number: number;
  thisUpdate: Date;
  nextUpdate: Date;
  revoked: (Revoked & { certificate: Uint8Array })[];
}

/** A revocation list (RFC 5280 §5), signed by the issuer's key wherever that is. DER. */
export async function makeCrl(
  issuer: Credential,
  { number, thisUpdate, nextUpdate, revoked }: CrlContent,
): Promise<Buffer> {
  const algorithm = signatureAlgorithm(issuer.key.publicKey.asymmetricKeyType);
  const entries = revoked.map(({ certificate, at, reason }) => {
    const code = der(enumerated, Buffer.of(revocationReasons[reason]));
    // "Unspecified" is said by leaving the reason out.
    const told = reason === 'unspecified' ? [] : [sequence(extension(oids.reason, code))];
    return sequence(issuerAndSerial(certificate).serial, time(at), ...told);
  });
  const { keyId } = new X509Certificate(issuer.certificate).getExtension(SubjectKeyIdentifierExtension)!;
  const extensions = sequence(
    extension(oids.authorityKey, sequence(der(0x80, Buffer.from(keyId, 'hex')))),
    extension(oids.number, integer(number)),
  );
  const list = sequence(
    integer(1),
    algorithm,
    subjectOf(issuer.certificate),
    time(thisUpdate),
    time(nextUpdate),
    ...(entries.length > 0 ? [sequence(...entries)] : []),
    der(0xa0, extensions),
  );
  return sequence(list, algorithm, bits(await issuer.key.sign(list)));
}

/** A list as read. What it says counts only once `issuedBy` is true of its issuer. */
export interface Crl {
  issuer: Buffer;
  thisUpdate: Date;
  nextUpdate: Date | undefined;
  /** By serial number, in hexadecimal as it is encoded. */
  revoked: Map<string, Revoked>;
  signed: { bytes: Buffer; algorithm: string; signature: Buffer };
}

/** Reads a list. Throws on whatever is not one, or limits itself in ways that are not understood. */
export function readCrl(bytes: Uint8Array): Crl {
  const [list, algorithm, signature] = children(readWhole(bytes));
  const parts = children(list);
  const versioned = parts[0]?.tag === tags.integer ? 1 : 0;
  const [, issuer, thisUpdate, ...rest] = parts.slice(versioned);
  const isTime = ({ tag }: Element): boolean => tag === utcTime || tag === generalizedTime;
  const nextUpdate = rest.find(isTime);
  const entries = rest.find(({ tag }) => tag === tags.sequence);
  const extensions = rest.find(({ tag }) => tag === 0xa0);
  if (extensions) refuseCritical(children(children(extensions, 0xa0)[0]));
  const revoked = new Map<string, Revoked>();
  for (const entry of entries ? eachOf(entries) : []) {
    const [serial, at, told] = children(entry);
    const details = told ? children(told) : [];
    refuseCritical(details);
    revoked.set(expect(serial, tags.integer).body.toString('hex'), { at: readTime(at), reason: readReason(details) });
  }
  return {
    issuer: expect(issuer, tags.sequence).raw,
    thisUpdate: readTime(thisUpdate),
    nextUpdate: nextUpdate && readTime(nextUpdate),
    revoked,
    signed: {
      bytes: list!.raw,
      algorithm: readOid(children(algorithm)[0]),
      signature: expect(signature, tags.bits).body.subarray(1),
    },
  };
}

/** Whether this certificate's holder made the list. */
export function issuedBy({ issuer, signed }: Crl, certificate: NodeCertificate): boolean {
  const hash = hashes[signed.algorithm];
  if (!hash || !subjectOf(certificate.raw).equals(issuer)) return false;
  return verify(hash, signed.bytes, certificate.publicKey, signed.signature);
}

/** What the list says of a certificate of its issuer; undefined: it is not revoked. */
export function revocationIn({ revoked }: Crl, certificate: NodeCertificate): Revoked | undefined {
  const { serial } = issuerAndSerial(certificate.raw);
  return revoked.get(readElement(serial).body.toString('hex'));
}

function subjectOf(certificate: Uint8Array): Buffer {
  const fields = children(children(readWhole(certificate))[0]);
  return expect(fields[fields[0]?.tag === 0xa0 ? 5 : 4], tags.sequence).raw;
}

const extension = (type: string, value: Uint8Array): Buffer => sequence(oid(type), octets(value));

/** Two digits of the year until 2049, four from then on (RFC 5280 §5.1.2.4). */
function time(at: Date): Buffer {
  const digits = at.toISOString().replace(/\.\d+Z$|\D/g, '');
  return digits < '2050'
    ? der(utcTime, Buffer.from(`${digits.slice(2)}Z`))
    : der(generalizedTime, Buffer.from(`${digits}Z`));
}

function readTime(element: Element | undefined): Date {
  const text = element?.body.toString('latin1') ?? '';
  const whole = element?.tag === utcTime ? `${text < '5' ? '20' : '19'}${text}` : text;
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(whole);
  const at = parts && new Date(`${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}:${parts[5]}:${parts[6]}Z`);
  if (!at || Number.isNaN(at.getTime())) throw new Error('This is no time');
  return at;
}

function readReason(details: Element[]): RevocationReason {
  const found = details.map((detail) => children(detail)).find(([type]) => readOid(type) === oids.reason);
  const value = found && readElement(expect(found.at(-1), tags.octets).body);
  return reasonOf(value && expect(value, enumerated).body[0]);
}

/** Critical extensions limit what a list is about (RFC 5280 §5.2). None is understood, so no such list is believed. */
function refuseCritical(extensions: Element[]): void {
  const critical = ({ tag, body }: Element): boolean => tag === boolean && body[0] !== 0;
  if (extensions.some((one) => children(one).some(critical))) throw new Error('The list is limited');
}

/** A list may name more certificates than anything else has parts. */
function* eachOf(element: Element): Generator<Element> {
  for (let rest = element.body; rest.length > 0;) {
    const next = readElement(rest);
    yield next;
    rest = rest.subarray(next.raw.length);
  }
}
