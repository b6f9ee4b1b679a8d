import { bits, children, nothing, oid, readWhole, sequence } from './der.js';
import { type SigningKey } from './signing-key.js';

/** Object identifiers of the signature algorithms, all with SHA-256. */
export const signatureOids = { ec: '1.2.840.10045.4.3.2', rsa: '1.2.840.113549.1.1.11' } as const;

/** The AlgorithmIdentifier of what `SigningKey.sign` answers for this kind of key. */
export function signatureAlgorithm(keyType: string | undefined): Buffer {
  if (keyType === 'ec') return sequence(oid(signatureOids.ec));
  if (keyType === 'rsa') return sequence(oid(signatureOids.rsa), nothing());
  throw new Error(`Signing with a key of type ${String(keyType)} is not supported`);
}

/**
 * A certificate or revocation list (X.509 SIGNED) with this key's signature in place of the one it has. The algorithm
 * that is named inside must already be the key's.
 */
export async function signStructure(structure: Uint8Array, key: SigningKey): Promise<Buffer> {
  const [toBeSigned, algorithm] = children(readWhole(structure));
  if (!toBeSigned || !algorithm) throw new Error('This is no signed structure');
  const named = signatureAlgorithm(key.publicKey.asymmetricKeyType);
  if (!named.equals(algorithm.raw)) throw new Error('The structure names another algorithm than the key’s');
  return sequence(toBeSigned.raw, named, bits(await key.sign(toBeSigned.raw)));
}
