import { X509Certificate } from 'node:crypto';
import { type Credential } from './authority.js';
import { type SigningKey } from './signing-key.js';

/** What signs documents: a key, and the certificate that says whose it is. The key may be in memory or in a token. */
export interface Signer extends Pick<SigningKey, 'sign'> {
  certificate: Uint8Array;
  /** The issuers above the certificate, nearest first, the root included. */
  chain: Uint8Array[];
  /** A time stamp over the signature value, or nothing where none is to be had. */
  timeStamp?(value: Buffer): Promise<Uint8Array | undefined>;
}

/** The signer of a certificate. Throws if the key is not the certificate's. */
export function memorySigner({ certificate, key }: Credential, chain: Uint8Array[]): Signer {
  if (!key.publicKey.equals(new X509Certificate(certificate).publicKey))
    throw new Error('The private key does not belong to the certificate');
  return { certificate, chain, sign: (bytes) => key.sign(bytes) };
}
