import { type Difference, differences } from '../credentials/differences.js';
import { type CredentialReport, type SignatureState, verifyCredential } from '../credentials/verify-credential.js';
import { type TrustBundle } from './trust-bundle.js';

/** More than any credential has, and enough to see that. */
const mostBytes = 1_000_000;

/** `of_another`: it is sound, but belongs to another document than the one it was found in. */
export type CredentialOutcome = 'good' | 'broken' | 'of_another' | 'revoked';

export interface CredentialCheck extends CredentialReport {
  outcome: CredentialOutcome;
  /** In what it says another thing than the document it is in. */
  differs: Difference[];
}

interface Known {
  bundle: TrustBundle;
  now: Date;
}

/**
 * Checks the credential in a document whose own signature is valid. That signature proves the time as well, so that a key
 * that was disowned since does no harm here, and neither does a clock. Null where the bundle has no keys for it.
 */
export async function checkEmbedded(
  jwt: Uint8Array,
  record: Uint8Array,
  known: Known,
): Promise<CredentialCheck | null> {
  const report = await look(jwt, known);
  if (!report) return null;
  const believed: SignatureState[] = ['valid', 'key_revoked'];
  if (!believed.includes(report.signature)) return { ...report, outcome: 'broken', differs: [] };
  const differs = differences(report.credential, parsed(record));
  return { ...report, outcome: differs.length > 0 ? 'of_another' : standing(report), differs };
}

/** Checks a credential in a file of its own. Null where the bundle has no keys for it. */
export async function checkAlone(jwt: Uint8Array, known: Known): Promise<CredentialCheck | null> {
  const report = await look(jwt, known);
  if (!report) return null;
  const sound = report.signature === 'valid' && report.validity === 'current';
  return { ...report, outcome: sound ? standing(report) : 'broken', differs: [] };
}

const standing = ({ status }: CredentialReport): CredentialOutcome => (status === 'revoked' ? 'revoked' : 'good');

/** A revocation is never undone: a list that is out of date still tells of it, though of nothing else. */
async function look(jwt: Uint8Array, { bundle, now }: Known): Promise<CredentialReport | null> {
  const { didDocument, statusLists, issuedAt } = bundle;
  if (!didDocument || !statusLists) return null;
  const text = Buffer.from(jwt.subarray(0, mostBytes)).toString('latin1').trim();
  const report = await verifyCredential(text, { didDocument, statusLists, now });
  if (report.status !== 'unknown') return report;
  const then = await verifyCredential(text, { didDocument, statusLists, now: new Date(issuedAt) });
  return then.status === 'revoked' ? { ...report, status: then.status, statusAsOf: then.statusAsOf } : report;
}

function parsed(record: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(record).toString('utf8'));
  } catch {
    return null;
  }
}
