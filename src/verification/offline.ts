import { type VerificationReport } from '../signing/report.js';
import { verifyPdf } from '../signing/verify.js';
import { checkEmbedded, type CredentialCheck } from './credential-check.js';
import { type BundleReading, type EndedDocument, endedKey, readBundle } from './trust-bundle.js';

/** What a file is held against: roots, and a bundle where one was given. */
export interface OfflineTrust {
  roots: string;
  timeStampRoots: string;
  /** Whether the roots are the bundle's own, for want of others. */
  takenAtItsWord: boolean;
  bundle: Extract<BundleReading, { ok: true }> | null;
}

export type TrustProblem = Extract<BundleReading, { ok: false }>['problem'] | 'trust_unreadable' | 'trust_twice';

/**
 * Trust from the texts of files: certificates as PEM, at most one bundle, or both. Beside certificates the bundle must be
 * sealed under one of them; alone it is taken at its word.
 */
export function readTrustFiles(texts: readonly string[], now: Date): OfflineTrust | TrustProblem {
  const pems = texts.filter((text) => text.includes('-----BEGIN CERTIFICATE-----') && !isJson(text));
  const bundles = texts.filter(isJson);
  if (bundles.length > 1) return 'trust_twice';
  if (pems.length + bundles.length < texts.length) return 'trust_unreadable';
  const roots = pems.length > 0 ? pems.join('\n') : undefined;
  const [text] = bundles;
  if (text === undefined) return { roots: roots!, timeStampRoots: '', takenAtItsWord: false, bundle: null };
  const reading = readBundle(text, { roots, now });
  if (!reading.ok) return reading.problem;
  const { timeStampRoots } = reading.bundle;
  return {
    roots: roots ?? reading.bundle.roots,
    timeStampRoots,
    takenAtItsWord: roots === undefined,
    bundle: reading,
  };
}

const isJson = (text: string): boolean => text.trimStart().startsWith('{');

export interface OfflineReport extends VerificationReport {
  /** How a bundle has it that the document no longer stands; null if it has not, undefined without a bundle. */
  ended?: EndedDocument | null;
  /** What the credential inside turned out to be; null if there was nothing to check it by, undefined without one. */
  credentialCheck?: CredentialCheck | null;
}

/**
 * Checks a file without asking anybody: its signatures, whether the bundle knows that it no longer stands, and the
 * credential in it.
 */
export async function checkOffline(bytes: Uint8Array, trust: OfflineTrust, now = new Date()): Promise<OfflineReport> {
  const { roots, timeStampRoots, bundle } = trust;
  const revocationLists = bundle?.bundle.revocationLists.map((list) => Buffer.from(list, 'base64'));
  const report = await verifyPdf(bytes, {
    trust: roots,
    timeStampTrust: timeStampRoots,
    ...(revocationLists && { revocationLists }),
  });
  if (report.outcome !== 'valid') return report;
  const { attachment: record, credential } = report;
  const known = bundle && { bundle: bundle.bundle, now };
  const credentialCheck = known && credential && record && (await checkEmbedded(credential.bytes, record.bytes, known));
  const checked = { ...report, ...(credential && { credentialCheck: credentialCheck ?? null }) };
  if (!bundle) return checked;
  const key = record && endedKey(record.sha256);
  return { ...checked, ended: bundle.bundle.ended.find((one) => one.record === key) ?? null };
}

/** What scripts go by: 0 valid, 1 not valid, 3 valid once but superseded or revoked as of the bundle. */
export function exitCodeOf({ outcome, ended, credentialCheck }: OfflineReport): ExitCode {
  const credential = credentialCheck ? exitCodeOfCredential(credentialCheck) : 0;
  if (outcome !== 'valid' || credential === 1) return 1;
  return ended ? 3 : credential;
}

/** The same for a credential. */
export function exitCodeOfCredential({ outcome }: CredentialCheck): ExitCode {
  if (outcome === 'good') return 0;
  return outcome === 'revoked' ? 3 : 1;
}

type ExitCode = 0 | 1 | 3;
