import { createPublicKey, type KeyObject } from 'node:crypto';
import { buildChain, describe, misuse, notValidAt, readCertificate } from './chain.js';
import { type Pkcs12 } from './pkcs12.js';

/** A seal that a certificate authority issued: its key, its certificate and the issuers above it, the root included. */
export interface BroughtSeal {
  key: KeyObject;
  certificate: Buffer;
  chain: Buffer[];
  /** Whom the certificate names. */
  subject: string;
  issuer: string;
}

export type UnfitSealReason = 'seal_without_key' | 'seal_weak' | 'seal_incomplete' | 'seal_not_valid' | 'seal_unfit';

/** The seal cannot be used; the code says why, `detail` with what. */
export class UnfitSeal extends Error {
  constructor(
    readonly code: UnfitSealReason,
    readonly detail = '',
  ) {
    super(code);
  }
}

/**
 * The seal in a PKCS#12 file, checked: the key and its certificate belong together, the chain leads to a root (`more`
 * may bring what the file lacks), everything is valid now, and the certificate may sign documents.
 */
export function sealIn({ keys, certificates }: Pkcs12, more: Uint8Array[], now: Date): BroughtSeal {
  const [key, another] = keys;
  const others = [...certificates, ...more].flatMap((bytes) => readCertificate(bytes) ?? []);
  const leaf = key && others.find(({ publicKey }) => publicKey.equals(createPublicKey(key)));
  if (!leaf || another) throw new UnfitSeal('seal_without_key');
  requireStrong(key);
  const roots = others.filter((certificate) => certificate.checkIssued(certificate) && certificate !== leaf);
  const pool = others.map(({ raw }) => raw);
  const chain = buildChain(leaf, pool, roots);
  const last = chain.certificates.at(-1)!;
  const { name: subject, issuer } = describe(leaf);
  if (!chain.anchored) throw new UnfitSeal('seal_incomplete', describe(last).issuer);
  const late = notValidAt(chain.certificates, now);
  if (late) throw new UnfitSeal('seal_not_valid', `${describe(late).name}: ${late.validFrom} – ${late.validTo}`);
  const wrong = misuse(chain.certificates);
  if (wrong) throw new UnfitSeal('seal_unfit', wrong);
  const [certificate, ...issuers] = chain.certificates.map(({ raw }) => raw);
  return { key, certificate: certificate!, chain: issuers, subject, issuer };
}

/**
 * The kinds of keys that sign both PDFs and credentials. A seal hashes with SHA-256, and JOSE has a name for that on no
 * curve but P-256: with another key, certificates could not be issued.
 */
function requireStrong(key: KeyObject): void {
  const { modulusLength = 0, namedCurve = '' } = key.asymmetricKeyDetails ?? {};
  const rsa = key.asymmetricKeyType === 'rsa' && modulusLength >= 2048;
  const ec = key.asymmetricKeyType === 'ec' && namedCurve === 'prime256v1';
  if (!rsa && !ec) throw new UnfitSeal('seal_weak', `${String(key.asymmetricKeyType)} ${modulusLength || namedCurve}`);
}
