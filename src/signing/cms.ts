import { createHash, X509Certificate } from 'node:crypto';
import { children, der, integer, octets, oid, readWhole, sequence, setOf } from './der.js';
import { signatureAlgorithm, signatureOids } from './sign-structure.js';
import { type Signer } from './signer.js';

export const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timeStampInfo: '1.2.840.113549.1.9.16.1.4',
  signatureTimeStamp: '1.2.840.113549.1.9.16.2.14',
  sha256: '2.16.840.1.101.3.4.2.1',
  ecdsaSha256: signatureOids.ec,
  rsaSha256: signatureOids.rsa,
} as const;

/**
 * A detached CMS signature over a SHA-256 digest, with the attributes PAdES B-B asks for (ETSI EN 319 142-1 §5):
 * content-type, message-digest, signing-certificate-v2, and no signing-time. The whole chain is embedded. With a time
 * stamp over its value it is B-T (§6.3).
 */
export async function signDetached(digest: Uint8Array, signer: Signer): Promise<Buffer> {
  const attributes = setOf(
    attribute(oids.contentType, oid(oids.data)),
    attribute(oids.messageDigest, octets(digest)),
    attribute(oids.signingCertificateV2, signingCertificate(signer.certificate)),
  );
  const { issuer, serial } = issuerAndSerial(signer.certificate);
  const value = Buffer.from(await signer.sign(attributes));
  const timeStamp = await signer.timeStamp?.(value);
  const signerInfo = sequence(
    integer(1),
    sequence(issuer, serial),
    sequence(oid(oids.sha256)),
    implicit(0, attributes),
    signatureAlgorithm(new X509Certificate(signer.certificate).publicKey.asymmetricKeyType),
    octets(value),
    ...(timeStamp ? [implicit(1, setOf(attribute(oids.signatureTimeStamp, timeStamp)))] : []),
  );
  const signedData = sequence(
    integer(1),
    setOf(sequence(oid(oids.sha256))),
    sequence(oid(oids.data)),
    implicit(0, setOf(signer.certificate, ...signer.chain)),
    setOf(signerInfo),
  );
  return sequence(oid(oids.signedData), der(0xa0, signedData));
}

/** The issuer and serial number of a certificate exactly as they are encoded there. */
export function issuerAndSerial(certificate: Uint8Array): { issuer: Buffer; serial: Buffer } {
  const [tbs] = children(readWhole(certificate));
  const fields = children(tbs);
  const versioned = fields[0]?.tag === 0xa0 ? 1 : 0;
  const [serial, , issuer] = fields.slice(versioned);
  if (!serial || !issuer) throw new Error('This is no certificate');
  return { issuer: issuer.raw, serial: serial.raw };
}

/** ESSCertIDv2 (RFC 5035) with the default hash, SHA-256: binds the signature to this very certificate. */
function signingCertificate(certificate: Uint8Array): Buffer {
  const { issuer, serial } = issuerAndSerial(certificate);
  const hash = createHash('sha256').update(certificate).digest();
  return sequence(sequence(sequence(octets(hash), sequence(sequence(der(0xa4, issuer)), serial))));
}

function attribute(type: string, value: Uint8Array): Buffer {
  return sequence(oid(type), setOf(value));
}

/** An element under a context tag in place of its own. */
function implicit(tag: number, element: Buffer): Buffer {
  return Buffer.concat([Buffer.of(0xa0 | tag), element.subarray(1)]);
}
