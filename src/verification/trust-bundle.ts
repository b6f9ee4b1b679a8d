import { createHash, type X509Certificate } from 'node:crypto';
import { canonicalJson } from '../documents/record.js';
import { buildChain, describe, misuse, notValidAt, readTrust } from '../signing/chain.js';
import { signDetached } from '../signing/cms.js';
import { certificateIsBound, digestMatches, readCms, valueMatches } from '../signing/signature-check.js';
import { type Signer } from '../signing/signer.js';
import { areWhole, type BundleCredentials } from './bundle-credentials.js';

export const bundleSchema = 'touchstone/trust-bundle/1';

/** A document that no longer stands. */
export interface EndedDocument {
  /**
   * SHA-256 over the hexadecimal SHA-256 of the document's record. Who has the document can compute it; who has not,
   * cannot guess it, as they could the few bits of a document number.
   */
  record: string;
  how: 'superseded' | 'revoked';
  /** The day in Taiwan. */
  on: string;
  /** A stable code. */
  reason: string;
}

/** All that is needed to check a training body's documents without asking anybody. docs/verification.md describes it. */
export interface BundleContent extends Partial<BundleCredentials> {
  schema: typeof bundleSchema;
  body: { id: string; name: string };
  issuedAt: string;
  /** When the next one may be expected: what ended since `issuedAt` is not in this one. */
  nextUpdate: string;
  /** PEM certificates; earlier roots that still count are among them. */
  roots: string;
  /** PEM certificates of time-stamping authorities. */
  timeStampRoots: string;
  /** Revocation lists of the body's authority, DER in Base64. */
  revocationLists: string[];
  ended: EndedDocument[];
}

export interface TrustBundle extends BundleContent {
  /** A detached CMS signature by the body's seal over the canonical JSON (RFC 8785) of the rest, DER in Base64. */
  signature: string;
}

/** Every list at its greatest would be larger; a body of a million certificates has less than a tenth of this. */
const mostCharacters = 64_000_000;

/** What became of reading a bundle. */
export type BundleReading =
  | { ok: true; bundle: TrustBundle; sealedBy: string; rootSha256: string; outOfDate: boolean }
  | { ok: false; problem: 'bundle_malformed' | 'bundle_altered' | 'bundle_untrusted' };

/** What the list of ended documents calls a document. */
export const endedKey = (recordSha256: string): string => createHash('sha256').update(recordSha256).digest('hex');

/** The bundle as it is published, sealed. */
export async function sealBundle(content: BundleContent, seal: Signer): Promise<string> {
  const digest = createHash('sha256').update(canonicalJson(content)).digest();
  const signature = (await signDetached(digest, seal)).toString('base64');
  return `${JSON.stringify({ ...content, signature } satisfies TrustBundle, null, 2)}\n`;
}

/**
 * Reads a bundle and checks its seal against its own roots or, where some are given, against those alone: only they
 * prove that it is the body's. Never throws.
 */
export function readBundle(text: string, { roots, now }: { roots?: string | undefined; now: Date }): BundleReading {
  const bundle = parse(text);
  if (!bundle) return { ok: false, problem: 'bundle_malformed' };
  try {
    const { signature, ...content } = bundle;
    const cms = readCms(Buffer.from(signature, 'base64'));
    const intact = digestMatches(cms, [Buffer.from(canonicalJson(content))]) && valueMatches(cms);
    if (!intact || !cms.signer || !certificateIsBound(cms)) return { ok: false, problem: 'bundle_altered' };
    const { certificates, anchored } = buildChain(cms.signer, cms.certificates, readTrust(roots ?? bundle.roots));
    const late = notValidAt(certificates, new Date(bundle.issuedAt));
    if (!anchored || late || misuse(certificates)) return { ok: false, problem: 'bundle_untrusted' };
    const outOfDate = new Date(bundle.nextUpdate) < now;
    const rootSha256 = fingerprint(certificates.at(-1)!);
    return { ok: true, bundle, sealedBy: describe(cms.signer).name, rootSha256, outOfDate };
  } catch {
    return { ok: false, problem: 'bundle_altered' };
  }
}

const fingerprint = ({ raw }: X509Certificate): string => createHash('sha256').update(raw).digest('hex');

/** The bundle in a text, if it has the shape of one. */
function parse(text: string): TrustBundle | undefined {
  if (text.length > mostCharacters) return undefined;
  try {
    const { body, ...rest } = JSON.parse(text) as TrustBundle;
    const texts = [body.id, body.name, rest.roots, rest.timeStampRoots, rest.signature, rest.issuedAt, rest.nextUpdate];
    const dated = [rest.issuedAt, rest.nextUpdate].every((time) => !Number.isNaN(Date.parse(time)));
    const whole =
      rest.schema === bundleSchema &&
      texts.every((value) => typeof value === 'string') &&
      dated &&
      rest.revocationLists.every((list) => typeof list === 'string') &&
      rest.ended.every(({ record, how, on, reason }) =>
        [record, how, on, reason].every((v) => typeof v === 'string'),
      ) &&
      areWhole(rest, body.id);
    return whole ? { body, ...rest } : undefined;
  } catch {
    return undefined;
  }
}
