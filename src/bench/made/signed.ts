import { type CertificateRecord } from '../../documents/certificate-record.js';
import { renderCertificate } from '../../documents/certificate.js';
import { type VerdictRecord } from '../../documents/record.js';
import { sealing } from '../../documents/signature.js';
import { renderVerdict } from '../../documents/verdict.js';
import { type Authority, type Credential, issueLeaf, makeAuthority } from '../../signing/authority.js';
import { signPdf } from '../../signing/pades.js';
import { prepareCountersignature } from '../../signing/seal.js';
import { memorySigner, type Signer } from '../../signing/signer.js';
import { verdictRecord } from './verdict-record.js';

/** An authority with whoever signs the records made here, without a server. */
export interface Signers {
  authority: Authority;
  /** The keys that sign, of the assessor and of the body. */
  leaves: { assessor: Credential; seal: Credential };
  assessor: Signer;
  seal: Signer;
}

export async function makeSigners(): Promise<Signers> {
  const { body, leadAssessor, decidedAt } = verdictRecord();
  const now = new Date(decidedAt);
  const authority = await makeAuthority(body, now);
  const { root, issuing } = authority;
  const chain = [issuing.certificate, root.certificate];
  const { id, name } = leadAssessor;
  const leaves = {
    assessor: await issueLeaf(issuing, { id, name, role: 'assessor', body }, now),
    seal: await issueLeaf(issuing, { ...body, role: 'seal', body }, now),
  };
  return { authority, leaves, assessor: memorySigner(leaves.assessor, chain), seal: memorySigner(leaves.seal, chain) };
}

/** Signed by the assessor and countersigned by the body's seal, as every verdict is. */
export async function signedVerdict(
  record: VerdictRecord,
  { assessor, seal }: Pick<Signers, 'assessor' | 'seal'>,
): Promise<Buffer> {
  const signed = await signPdf(await renderVerdict(record), assessor);
  return signPdf(prepareCountersignature(signed, sealing(record.body, record.decidedAt)), seal);
}

/** Signed by the body's seal alone. */
export async function signedCertificate(record: CertificateRecord, { seal }: Pick<Signers, 'seal'>): Promise<Buffer> {
  return signPdf(await renderCertificate(record), seal);
}
