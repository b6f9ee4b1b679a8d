import { createHash, verify as verifySignature } from 'node:crypto';
import { makeCrl } from '../signing/crl.js';
import { certificateToPem } from '../signing/pem.js';
import { verifyPdf } from '../signing/verify.js';
import { checkOffline, type OfflineTrust, readTrustFiles } from '../verification/offline.js';
import { bundleSchema, endedKey, sealBundle } from '../verification/trust-bundle.js';
import { type Benchmark } from './benchmark.js';
import { figure } from './figures.js';
import { certificateRecord } from './made/certificate-record.js';
import { makeSigners, signedCertificate, signedVerdict, type Signers } from './made/signed.js';
import { verdictRecord } from './made/verdict-record.js';
import { interleaved, throughput } from './measure.js';

/** Documents that a bundle says have ended, none of them the one that is checked. */
const ended = 1000;

/** Checks of a verdict and of a certificate a second, by the root alone and by a trust bundle. */
export const verify: Benchmark = {
  name: 'verify',
  async run({ effort }) {
    const signers = await makeSigners();
    const trust = await trustIn(signers);
    const [verdict, certificate] = [
      await signedVerdict(verdictRecord(), signers),
      await signedCertificate(certificateRecord(), signers),
    ];
    const rate = (work: () => Promise<unknown>): Promise<number> => throughput(1, effort.times(100), work);
    const online = (pdf: Buffer) => async () => requireValid(await verifyPdf(pdf, { trust: trust.roots }));
    const offline = (pdf: Buffer) => async () => requireValid(await checkOffline(pdf, trust));
    const parts = {
      verdict: () => rate(online(verdict)),
      verdictOffline: () => rate(offline(verdict)),
      bareVerdict: () => rate(bare(verdict, 2, signers)),
      certificate: () => rate(online(certificate)),
      certificateOffline: () => rate(offline(certificate)),
      bareCertificate: () => rate(bare(certificate, 1, signers)),
    };
    await interleaved(1, parts);
    const values = await interleaved(effort.rounds, parts);
    const two = { of: 'hash it and check 2 chains', rounds: values.bareVerdict };
    const one = { of: 'hash it and check 1 chain', rounds: values.bareCertificate };
    return [
      figure('verify a verdict', 'files/s', values.verdict, two),
      figure('verify a verdict with a bundle', 'files/s', values.verdictOffline, two),
      figure('verify a certificate', 'files/s', values.certificate, one),
      figure('verify a certificate with a bundle', 'files/s', values.certificateOffline, one),
    ];
  },
};

/** Trust in the authority by a bundle that its seal has signed. */
async function trustIn({ authority, seal }: Signers): Promise<OfflineTrust> {
  const now = new Date();
  const nextUpdate = new Date(now.getTime() + 7 * 86_400_000);
  const list = { number: 1, thisUpdate: now, nextUpdate, revoked: [] };
  const lists = [await makeCrl(authority.issuing, list), await makeCrl(authority.root, list)];
  const bundle = await sealBundle(
    {
      schema: bundleSchema,
      body: verdictRecord().body,
      issuedAt: now.toISOString(),
      nextUpdate: nextUpdate.toISOString(),
      roots: certificateToPem(authority.root.certificate),
      timeStampRoots: '',
      revocationLists: lists.map((crl) => crl.toString('base64')),
      ended: Array.from({ length: ended }, (_, index) => {
        return { record: endedKey(String(index)), how: 'revoked', on: '2026-03-02', reason: 'issued_in_error' };
      }),
    },
    seal,
  );
  const trust = readTrustFiles([bundle], now);
  if (typeof trust === 'string') throw new Error(trust);
  return trust;
}

/** The least that so many signatures take: the file is hashed, and each value and both certificates above it checked. */
function bare(pdf: Buffer, signatures: number, { leaves }: Signers): () => Promise<void> {
  const { key } = leaves.seal;
  const made = key.sign(createHash('sha256').update(pdf).digest());
  return async () => {
    const value = await made;
    for (let i = 0; i < signatures; i += 1) {
      const digest = createHash('sha256').update(pdf).digest();
      for (let link = 0; link < 3; link += 1) verifySignature('sha256', digest, key.publicKey, value);
    }
  };
}

function requireValid({ outcome, steps }: Awaited<ReturnType<typeof verifyPdf>>): void {
  if (outcome !== 'valid') throw new Error(JSON.stringify(steps.filter(({ ok }) => !ok)));
}
