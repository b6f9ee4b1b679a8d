import { type Authority, type Credential, issueLeaf, makeAuthority } from '../../src/signing/authority.js';
import { memorySigner, type Signer } from '../../src/signing/signer.js';

export const body = { id: 'body-1', name: '試金石職能評量中心' };
export const issuedAt = new Date('2026-03-01T00:00:00Z');

export interface SigningWorld {
  authority: Authority;
  leaf: Credential;
  signer: Signer;
  seal: Signer;
}

/** An authority, one assessor's certificate and the signer that uses it, and the body's seal. */
export async function signingWorld(name = '林評量', now = issuedAt, of = body): Promise<SigningWorld> {
  const authority = await makeAuthority(of, now);
  const issued = (id: string, called: string, role: 'assessor' | 'seal'): Promise<Credential> =>
    issueLeaf(authority.issuing, { id, name: called, role, body: of }, now);
  const leaf = await issued('assessor-1', name, 'assessor');
  const seal = memorySigner(await issued(of.id, of.name, 'seal'), chainOf(authority));
  return { authority, leaf, signer: memorySigner(leaf, chainOf(authority)), seal };
}

export const chainOf = ({ issuing, root }: Authority): Uint8Array[] => [issuing.certificate, root.certificate];
