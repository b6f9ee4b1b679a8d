import { createHash, X509Certificate } from 'node:crypto';
import { algorithmOf } from './algorithm.js';

/**
 * The decentralised identifier of a training body: whoever reads it knows the address of its keys.
 * Source: did:web Method Specification, "Web DID method specific identifier".
 */
export function didOf(publicUrl: string, bodyId: string): string {
  const { host, pathname } = new URL(publicUrl);
  const path = [...pathname.split('/').filter(Boolean), 'training-bodies', bodyId];
  return ['did:web', encodeURIComponent(host), ...path].join(':');
}

/** A seal of a body, now or once. */
export interface SealKey {
  certificate: Uint8Array;
  /** Since when nothing signed with it is to be believed, whatever its date; null for a sound one. */
  disownedAt: string | null;
}

/** The public key of a certificate, named after itself (RFC 7638). */
export function jwkOf(certificate: Uint8Array): { kid: string; jwk: Record<string, unknown> } {
  const { publicKey } = new X509Certificate(certificate);
  const { kty, crv, x, y, n, e } = publicKey.export({ format: 'jwk' });
  const members = kty === 'EC' ? { crv, kty, x, y } : { e, kty, n };
  const kid = createHash('sha256').update(JSON.stringify(members)).digest('base64url');
  const x5c = [Buffer.from(certificate).toString('base64')];
  return { kid, jwk: { ...members, kid, alg: algorithmOf(publicKey), x5c } };
}

export interface DidDocument {
  '@context': string[];
  id: string;
  verificationMethod: {
    id: string;
    type: 'JsonWebKey';
    controller: string;
    publicKeyJwk: Record<string, unknown>;
    revoked?: string;
  }[];
  /** The methods that credentials may be signed by. */
  assertionMethod: string[];
}

/** What a body publishes of its seals, the earlier ones too: credentials outlast the keys that signed them. */
export function didDocument(did: string, seals: readonly SealKey[]): DidDocument {
  const methods = seals.map(({ certificate, disownedAt }) => {
    const { kid, jwk } = jwkOf(certificate);
    const method = { id: `${did}#${kid}`, type: 'JsonWebKey' as const, controller: did, publicKeyJwk: jwk };
    return disownedAt === null ? method : { ...method, revoked: disownedAt };
  });
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/jwk/v1'],
    id: did,
    verificationMethod: methods,
    assertionMethod: methods.filter((method) => !('revoked' in method)).map(({ id }) => id),
  };
}
