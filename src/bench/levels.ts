import { Config } from '../config.js';
import { makeCrl } from '../signing/crl.js';
import { raise, standingOf } from '../signing/raise.js';
import { readPdf } from '../signing/pdf-file.js';
import { type Signer } from '../signing/signer.js';
import { requestTimeStamp } from '../signing/time-stamp-request.js';
import { TimeStamper } from '../signing/time-stamper.js';
import { type Benchmark } from './benchmark.js';
import { figure } from './figures.js';
import { certificateRecord } from './made/certificate-record.js';
import { makeSigners, signedCertificate, signedVerdict, type Signers } from './made/signed.js';
import { verdictRecord } from './made/verdict-record.js';
import { interleaved, p50 } from './measure.js';
import { hasOpenssl, TimeStampResponder } from './time-stamp-responder.js';

const patienceMs = 20_000;
const kilo = 1000;

/** A verdict and a certificate brought to B-LTA as they are made, by a responder on this machine: time and size. */
export const levels: Benchmark = {
  name: 'levels',
  async run({ effort }) {
    if (!hasOpenssl) return [figure('skipped, for openssl is not installed', 'ms', [])];
    const responder = await TimeStampResponder.open();
    try {
      const signers = await makeSigners();
      const { verdict, certificate } = await makers(signers, responder);
      const times = effort.times(20);
      const answers = async (count: number): Promise<void> => {
        for (let i = 0; i < count; i += 1) await requestTimeStamp(responder.url, [Buffer.from('bench')], patienceMs);
      };
      const sizes = {
        verdict: await sizesOf(() => signedVerdict(verdictRecord(), signers), verdict),
        certificate: await sizesOf(() => signedCertificate(certificateRecord(), signers), certificate),
      };
      const values = await interleaved(effort.rounds, {
        verdict: () => p50(times, verdict),
        threeAnswers: () => p50(times, () => answers(3)),
        certificate: () => p50(times, certificate),
        twoAnswers: () => p50(times, () => answers(2)),
      });
      const three = { of: '3 answers of the responder', rounds: values.threeAnswers };
      const two = { of: '2 answers of the responder', rounds: values.twoAnswers };
      return [
        figure('verdict at B-LTA, p50', 'ms', values.verdict, three),
        figure('certificate at B-LTA, p50', 'ms', values.certificate, two),
        figure('verdict at B-LTA, size', 'KB', [sizes.verdict.raised], sizes.verdict.asSigned),
        figure('certificate at B-LTA, size', 'KB', [sizes.certificate.raised], sizes.certificate.asSigned),
      ];
    } finally {
      await responder.close();
    }
  },
};

/** The documents as the server makes them while the authority answers. */
async function makers({ authority, assessor, seal }: Signers, { url, root, rootFile }: TimeStampResponder) {
  const stamper = new TimeStamper(new Config({ TSA_URL: url, TSA_CA: rootFile }));
  const stamping = (signer: Signer): Signer => ({ ...signer, timeStamp: (value) => stamper.stamp([value]) });
  const signers = { assessor: stamping(assessor), seal: stamping(seal) };
  const thisUpdate = new Date();
  const week = { number: 1, thisUpdate, nextUpdate: new Date(thisUpdate.getTime() + 7 * 86_400_000), revoked: [] };
  const crls = [await makeCrl(authority.issuing, week), await makeCrl(authority.root, week)];
  const toTheTop = (pdf: Buffer) => raise(pdf, (parts) => stamper.stamp(parts), { certificates: [root], crls });
  return {
    verdict: async () => toTheTop(await signedVerdict(verdictRecord(), signers)),
    certificate: async () => toTheTop(await signedCertificate(certificateRecord(), signers)),
  };
}

async function sizesOf(signed: () => Promise<Buffer>, raised: () => Promise<Buffer>) {
  const [low, high] = [await signed(), await raised()];
  const levels = [low, high].map((pdf) => standingOf(readPdf(pdf)).level);
  if (levels.join() !== 'B-B,B-LTA') throw new Error(`Documents came to ${levels.join()}`);
  return { raised: high.length / kilo, asSigned: { of: 'B-B', rounds: [low.length / kilo] } };
}
