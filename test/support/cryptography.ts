import { type Authority, type Credential, issueLeaf, makeAuthority } from '../../src/signing/authority.js';
import { memorySigner, type Signer } from '../../src/signing/signer.js';

export const body = { id: 'body-1', name: '試金石職能評量中心' };
export const issuedAt = new Date('2026-03-01T00:00:00Z');

export interface SigningWorld {
  authority: Authority;
  leaf: Credential;
  signer: Signer;
}

/** An authority, one assessor's certificate and the signer that uses it. */
export async function signingWorld(name = '林評量', now = issuedAt): Promise<SigningWorld> {
  const authority = await makeAuthority(body, now);
  const leaf = await issueLeaf(authority.issuing, { id: 'assessor-1', name, role: 'assessor', body }, now);
  return { authority, leaf, signer: memorySigner(leaf, chainOf(authority)) };
}

export const chainOf = ({ issuing, root }: Authority): Uint8Array[] => [issuing.certificate, root.certificate];
