import { createHash, type X509Certificate } from 'node:crypto';
import { ExtendedKeyUsageExtension, X509Certificate as ReadableCertificate } from '@peculiar/x509';
import { buildChain, describe, misuse, notValidAt, timeStamping } from './chain.js';
import { oids } from './cms.js';
import { children, type Element, expect, readWhole, tags } from './der.js';
import {
  certificateIsBound,
  type CmsSignature,
  digestMatches,
  imprintMatches,
  readCms,
  valueMatches,
} from './signature-check.js';

/** What an authority says in a token (RFC 3161: TSTInfo), signed by it. */
export interface TimeStampToken {
  cms: CmsSignature;
  signer: X509Certificate;
  /** When the authority saw the bytes. */
  time: Date;
  /** The number of the request, exactly as it is encoded. */
  nonce: Buffer | undefined;
}

/** Why a time stamp says nothing, or who is to be believed if it does. */
export type TimeStampFinding =
  | 'time_stamp_trusted'
  | 'time_stamp_not_trusted'
  | 'time_stamp_other_bytes'
  | 'time_stamp_broken'
  | 'time_stamp_not_permitted';

export interface JudgedTimeStamp {
  finding: TimeStampFinding;
  time?: Date;
  /** The name in the authority's certificate. */
  authority?: string;
  certificateSha256?: string;
}

/** ESSCertID (RFC 2634), by SHA-1: how authorities before RFC 5816 bind their certificate, and many do still. */
const signingCertificateV1 = '1.2.840.113549.1.9.16.2.12';

/** Takes a token apart; zero bytes may follow it. Throws on anything unexpected. */
export function readTimeStamp(bytes: Buffer): TimeStampToken {
  const cms = readCms(bytes);
  if (cms.contentType !== oids.timeStampInfo || !cms.content || !cms.signer) throw new Error('This is no time stamp');
  const [, , , , time, ...rest] = children(readWhole(cms.content));
  const nonce = rest.find(({ tag }) => tag === tags.integer)?.raw;
  return { cms, signer: cms.signer, time: readTime(time), nonce };
}

/** GeneralizedTime in UTC, as RFC 3161 has it. */
function readTime(element: Element | undefined): Date {
  const text = expect(element, 0x18).body.toString('latin1');
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d{1,9})?Z$/.exec(text);
  if (!parts) throw new Error('The time cannot be read');
  const [, year, month, day, hour, minute, second, fraction = ''] = parts;
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${fraction.slice(0, 4)}Z`);
  if (Number.isNaN(time.getTime())) throw new Error('The time cannot be read');
  return time;
}

/**
 * Holds a token against the bytes it should be over and the authorities that are trusted. Never throws. Only of
 * `time_stamp_trusted` may the time be believed.
 */
export function judgeTimeStamp(bytes: Buffer, covered: Buffer[], anchors: X509Certificate[]): JudgedTimeStamp {
  try {
    const token = readTimeStamp(bytes);
    const { cms, signer, time } = token;
    if (!isGenuine(cms)) return { finding: 'time_stamp_broken' };
    const { name, certificateSha256 } = describe(signer);
    const said = { time, authority: name, certificateSha256 };
    if (!imprintMatches(cms, covered)) return { finding: 'time_stamp_other_bytes', ...said };
    const chain = buildChain(signer, cms.certificates, anchors);
    if (!stampsOnly(signer)) return { finding: 'time_stamp_not_permitted', ...said };
    const trusted = chain.anchored && !notValidAt(chain.certificates, time);
    if (!trusted) return { finding: 'time_stamp_not_trusted', ...said };
    const wrong = misuse(chain.certificates, timeStamping);
    return { finding: wrong ? 'time_stamp_not_permitted' : 'time_stamp_trusted', ...said };
  } catch {
    return { finding: 'time_stamp_broken' };
  }
}

function isGenuine(cms: CmsSignature): boolean {
  return digestMatches(cms, [cms.content!]) && valueMatches(cms) && (certificateIsBound(cms) || isBoundOldWay(cms));
}

function isBoundOldWay(cms: CmsSignature): boolean {
  const attribute = cms.attributes.get(signingCertificateV1);
  if (!attribute || cms.attributes.has(oids.signingCertificateV2)) return false;
  const [bound] = children(children(children(attribute)[0])[0]);
  return expect(bound, tags.octets).body.equals(createHash('sha1').update(cms.signer!.raw).digest());
}

/** RFC 3161 §2.3: the certificate is for time-stamping and nothing else, and says so as critical. */
function stampsOnly(signer: X509Certificate): boolean {
  const extension = new ReadableCertificate(signer.raw).getExtension(ExtendedKeyUsageExtension);
  return !!extension?.critical && extension.usages.map(String).join() === timeStamping;
}
