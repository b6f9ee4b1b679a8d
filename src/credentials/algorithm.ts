import { type KeyObject } from 'node:crypto';

export const algorithms = ['ES256', 'RS256', 'PS256'] as const;
export type Algorithm = (typeof algorithms)[number];

/** How a key signs in JOSE. A signer hashes with SHA-256 always, so that other curves than P-256 have no name there. */
export function algorithmOf({ asymmetricKeyType: type, asymmetricKeyDetails: details }: KeyObject): Algorithm {
  if (type === 'ec' && details?.namedCurve === 'prime256v1') return 'ES256';
  if (type === 'rsa') return 'RS256';
  if (type === 'rsa-pss') return 'PS256';
  throw new Error(`Credentials cannot be signed with a key of type ${type} ${details?.namedCurve ?? ''}`);
}
