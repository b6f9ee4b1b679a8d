import { createPublicKey, sign, X509Certificate } from 'node:crypto';
import { type Credential } from './authority.js';

/**
 * Something that signs: a key in memory here, a token or a key service elsewhere.
 * `sign` hashes the bytes with SHA-256 and answers the raw signature value (ECDSA: DER-encoded r and s).
 */
export interface Signer {
  certificate: Uint8Array;
  /** The issuers above the certificate, nearest first, the root included. */
  chain: Uint8Array[];
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

/** A signer whose key is in this process. Throws if the key is not the certificate's. */
export function memorySigner({ certificate, privateKey }: Credential, chain: Uint8Array[]): Signer {
  const certified = new X509Certificate(certificate).publicKey;
  if (!createPublicKey(privateKey).equals(certified))
    throw new Error('The private key does not belong to the certificate');
  return {
    certificate,
    chain,
    sign: (bytes) => Promise.resolve(sign('sha256', bytes, privateKey)),
  };
}
