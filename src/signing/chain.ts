import 'reflect-metadata';
import { createHash, X509Certificate as NodeCertificate } from 'node:crypto';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  X509Certificate,
} from '@peculiar/x509';
import { documentSigning } from './authority.js';
import { readName } from './distinguished-name.js';
import { fromPem } from './pem.js';
import { type Finding } from '../i18n/signing.js';
import { type SignatureSummary } from './report.js';

/** A leaf with its issuers, nearest first, up to a trusted one; `anchored` false: the row ends nowhere. */
export interface Chain {
  certificates: NodeCertificate[];
  anchored: boolean;
}

/** What the certificate of a time-stamping authority is for (RFC 3161 §2.3). */
export const timeStamping = '1.3.6.1.5.5.7.3.8';

const longest = 5;
/** Extensions whose meaning is checked here; a critical one besides these is refused (RFC 5280 §4.2). */
const understood = new Set(['2.5.29.15', '2.5.29.19', '2.5.29.37', '2.5.29.14', '2.5.29.35', '2.5.29.17']);

/** The trusted certificates, from DER or from PEM text; what cannot be read is passed over. */
export function readTrust(trust: readonly Uint8Array[] | string): NodeCertificate[] {
  const all = typeof trust === 'string' ? fromPem('CERTIFICATE', trust) : trust;
  return all.flatMap((bytes) => readCertificate(bytes) ?? []);
}

export function readCertificate(bytes: Uint8Array): NodeCertificate | undefined {
  try {
    return new NodeCertificate(bytes);
  } catch {
    return undefined;
  }
}

/** Follows issuers by name and signature. Work is bounded by the embedded certificates and the longest chain. */
export function buildChain(leaf: NodeCertificate, embedded: Uint8Array[], anchors: NodeCertificate[]): Chain {
  const pool = embedded.flatMap((bytes) => readCertificate(bytes) ?? []);
  const certificates = [leaf];
  while (certificates.length <= longest) {
    const last = certificates.at(-1)!;
    if (anchors.some((anchor) => anchor.raw.equals(last.raw))) return { certificates, anchored: true };
    const anchor = anchors.find((candidate) => issued(candidate, last));
    if (anchor) return { certificates: [...certificates, anchor], anchored: true };
    const known = new Set(certificates.map(({ fingerprint256 }) => fingerprint256));
    const issuer = pool.find((candidate) => !known.has(candidate.fingerprint256) && issued(candidate, last));
    if (!issuer) break;
    certificates.push(issuer);
  }
  return { certificates, anchored: false };
}

function issued(issuer: NodeCertificate, certificate: NodeCertificate): boolean {
  return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
}

/** The first certificate that is not valid at that instant. */
export function notValidAt(chain: NodeCertificate[], at: Date): NodeCertificate | undefined {
  return chain.find(({ validFrom, validTo }) => !(new Date(validFrom) <= at && at <= new Date(validTo)));
}

/** What is wrong with how the certificates are used, as a finding code; undefined if nothing is. */
export function misuse(chain: NodeCertificate[], purpose = documentSigning): Finding | undefined {
  const [leaf, ...issuers] = chain.map(({ raw }) => new X509Certificate(raw));
  if (!leaf) return 'leaf_is_authority';
  const everything = [leaf, ...issuers];
  const strange = ({ type, critical }: { type: string; critical: boolean }): boolean =>
    critical && !understood.has(type);
  if (everything.some(({ extensions }) => extensions.some(strange))) return 'unknown_critical_extension';
  const strong = ({ signatureAlgorithm }: X509Certificate): boolean =>
    /"SHA-(256|384|512)"/.test(JSON.stringify(signatureAlgorithm));
  // A root is trusted for what it is: that it signed itself, as old ones did with SHA-1, adds nothing.
  const last = chain.at(-1)!;
  const relied = chain.length > 1 && last.checkIssued(last) ? everything.slice(0, -1) : everything;
  if (!relied.every(strong)) return 'weak_certificate_signature';
  if (leaf.getExtension(BasicConstraintsExtension)?.ca) return 'leaf_is_authority';
  const usage = usages(leaf);
  if (!(usage & (KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation))) return 'leaf_may_not_sign';
  const purposes = leaf.getExtension(ExtendedKeyUsageExtension)?.usages.map(String) ?? [];
  if (!isFor(purposes, purpose)) return 'leaf_not_for_documents';
  const wrongIssuer = issuers.some((issuer, below) => {
    const constraints = issuer.getExtension(BasicConstraintsExtension);
    return (
      !constraints?.ca || (constraints.pathLength ?? below) < below || !(usages(issuer) & KeyUsageFlags.keyCertSign)
    );
  });
  return wrongIssuer ? 'issuer_may_not_certify' : undefined;
}

/**
 * Authorities that know nothing of RFC 9336 certify document signing by an older purpose: e-mail protection, Adobe's,
 * Microsoft's, any, or none at all, which restricts nothing (RFC 5280 §4.2.1.12).
 */
const documentPurposes = new Set([
  documentSigning,
  '1.3.6.1.5.5.7.3.4',
  '1.2.840.113583.1.1.5',
  '1.3.6.1.4.1.311.10.3.12',
  '2.5.29.37.0',
]);

function isFor(purposes: string[], purpose: string): boolean {
  if (purpose !== documentSigning) return purposes.includes(purpose);
  return purposes.length === 0 || purposes.some((each) => documentPurposes.has(each));
}

function usages(certificate: X509Certificate): number {
  return certificate.getExtension(KeyUsagesExtension)?.usages ?? 0;
}

/** Who a certificate says its holder and issuer are. */
export function describe(certificate: NodeCertificate): Omit<SignatureSummary, 'claimedAt'> {
  const { subjectName, issuerName } = new X509Certificate(certificate.raw);
  const { name, id, organization } = readName(subjectName);
  return {
    name,
    ...(id && { subjectId: id }),
    ...(organization && { organization }),
    issuer: readName(issuerName).commonName,
    serialNumber: certificate.serialNumber.toLowerCase(),
    certificateSha256: createHash('sha256').update(certificate.raw).digest('hex'),
  };
}
