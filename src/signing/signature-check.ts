import { createHash, verify, X509Certificate } from 'node:crypto';
import { issuerAndSerial, oids } from './cms.js';
import { children, type Element, expect, readElement, readOid, readWhole, tags } from './der.js';

/** A CMS signature with exactly one signer, taken apart. */
export interface CmsSignature {
  certificates: Buffer[];
  /** The certificate the signer information names; undefined if it is not embedded. */
  signer: X509Certificate | undefined;
  hash: string;
  /** Object identifier of the signature algorithm. */
  algorithm: string;
  attributes: Map<string, Element>;
  signedBytes: Buffer;
  signature: Buffer;
  /** The time stamp over the signature value, if it carries one (RFC 3161 appendix A). */
  timeStamp: Buffer | undefined;
  contentType: string;
  content: Buffer | undefined;
}

const hashes: Record<string, string> = {
  [oids.sha256]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};
/** The signature algorithms accepted for a kind of key and a hash; an RSA key may be named alone (RFC 3370). */
const algorithms: Record<string, string[]> = {
  'ec sha256': [oids.ecdsaSha256],
  'ec sha384': ['1.2.840.10045.4.3.3'],
  'ec sha512': ['1.2.840.10045.4.3.4'],
  'rsa sha256': [oids.rsaSha256, '1.2.840.113549.1.1.1'],
  'rsa sha384': ['1.2.840.113549.1.1.12', '1.2.840.113549.1.1.1'],
  'rsa sha512': ['1.2.840.113549.1.1.13', '1.2.840.113549.1.1.1'],
};
const mostCertificates = 16;

/** Reads DER with zero bytes behind it, as it stands in `/Contents`. Throws on anything unexpected. */
export function readCms(contents: Buffer): CmsSignature {
  const outer = readElement(contents);
  if (contents.subarray(outer.raw.length).some((byte) => byte !== 0))
    throw new Error('Something follows the signature');
  const [type, wrapped] = children(outer);
  if (readOid(type) !== oids.signedData) throw new Error('This is no signed data');
  const [, , encapsulated, ...rest] = children(children(wrapped, 0xa0)[0]);
  const [contentType, content] = children(encapsulated);
  const certificates = children(
    rest.find(({ tag }) => tag === 0xa0),
    0xa0,
  ).map(({ raw }) => raw);
  const signers = children(rest.at(-1), tags.set);
  if (signers.length !== 1) throw new Error('Exactly one signer is expected');
  if (certificates.length > mostCertificates) throw new Error('There are too many certificates');
  return {
    ...readSigner(signers[0]!, certificates),
    certificates,
    contentType: readOid(contentType),
    content: content && expect(children(content, 0xa0)[0], tags.octets).body,
  };
}

function readSigner(
  info: Element,
  certificates: Buffer[],
): Omit<CmsSignature, 'certificates' | 'contentType' | 'content'> {
  const [, identifier, digestAlgorithm, signed, algorithm, signature, unsigned] = children(info);
  const hash = hashes[readOid(children(digestAlgorithm)[0])];
  if (!hash) throw new Error('The hash algorithm is not accepted');
  const attributes = new Map<string, Element>();
  for (const attribute of children(signed, 0xa0)) {
    const [type, values] = children(attribute);
    const [value, another] = children(values, tags.set);
    if (!value || another || attributes.has(readOid(type))) throw new Error('An attribute is ambiguous');
    attributes.set(readOid(type), value);
  }
  const named = certificates.find((certificate) => {
    const { issuer, serial } = issuerAndSerial(certificate);
    return Buffer.concat([issuer, serial]).equals(expect(identifier, tags.sequence).body);
  });
  return {
    signer: named && new X509Certificate(named),
    hash,
    algorithm: readOid(children(algorithm)[0]),
    attributes,
    signedBytes: Buffer.concat([Buffer.of(tags.set), signed!.raw.subarray(1)]),
    signature: expect(signature, tags.octets).body,
    timeStamp: unsigned && timeStampIn(unsigned),
  };
}

/** Nothing protects what is not signed: of what a stranger may have put there only a time stamp is looked at. */
function timeStampIn(unsigned: Element): Buffer | undefined {
  for (const attribute of children(unsigned, 0xa1)) {
    const [type, values] = children(attribute);
    if (readOid(type) === oids.signatureTimeStamp) return children(values, tags.set)[0]?.raw;
  }
  return undefined;
}

/** The message digest the signer signed equals the digest of the covered bytes. */
export function digestMatches(cms: CmsSignature, covered: Buffer[]): boolean {
  const attribute = cms.attributes.get(oids.messageDigest);
  const hash = createHash(cms.hash);
  covered.forEach((part) => hash.update(part));
  return expect(attribute, tags.octets).body.equals(hash.digest());
}

/** The signature value was made over the signed attributes by the key of the embedded certificate. */
export function valueMatches(cms: CmsSignature): boolean {
  const key = cms.signer?.publicKey;
  const accepted = algorithms[`${key?.asymmetricKeyType} ${cms.hash}`];
  if (!key || !accepted?.includes(cms.algorithm)) return false;
  if (key.asymmetricKeyType === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) < 2048) return false;
  const type = cms.attributes.get(oids.contentType);
  return readOid(type) === cms.contentType && verify(cms.hash, cms.signedBytes, key, cms.signature);
}

/** signing-certificate-v2 is there and binds the certificate that is embedded (RFC 5035). */
export function certificateIsBound(cms: CmsSignature): boolean {
  const attribute = cms.attributes.get(oids.signingCertificateV2);
  if (!attribute || !cms.signer) return false;
  const [first] = children(children(attribute)[0]);
  const parts = children(first);
  const algorithm = parts[0]?.tag === tags.sequence ? hashes[readOid(children(parts[0])[0])] : 'sha256';
  const bound = parts.find(({ tag }) => tag === tags.octets);
  return !!algorithm && !!bound && bound.body.equals(createHash(algorithm).update(cms.signer.raw).digest());
}

/** A document time stamp's token is about the covered bytes (RFC 3161: the imprint in its TSTInfo). */
export function imprintMatches(cms: CmsSignature, covered: Buffer[]): boolean {
  if (cms.contentType !== oids.timeStampInfo || !cms.content) return false;
  const [, , imprint] = children(readWhole(cms.content));
  const [algorithm, hashed] = children(imprint);
  const name = hashes[readOid(children(algorithm)[0])];
  if (!name) return false;
  const hash = createHash(name);
  covered.forEach((part) => hash.update(part));
  return expect(hashed, tags.octets).body.equals(hash.digest());
}
