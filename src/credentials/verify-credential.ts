import { createPublicKey } from 'node:crypto';
import { compactVerify, decodeProtectedHeader } from 'jose';
import { algorithms } from './algorithm.js';
import { bitAt, decodeBits } from './bitstring.js';
import { type DidDocument } from './did-web.js';

/** A credential is three kilobytes, and the list of a million bits at its worst less than this. */
const mostCharacters = 400_000;
/** A clock may be a little behind the one that signed. */
const tolerance = 60_000;

/** `key_revoked`: the signature fits, but the issuer has disowned its key, so that anybody may have made it. */
export type SignatureState = 'valid' | 'invalid' | 'unknown_key' | 'key_revoked' | 'malformed';
export type ValidityState = 'current' | 'not_yet' | 'expired' | 'unknown';
export type StatusState = 'good' | 'revoked' | 'unknown';

/** Three answers that are never mixed: a credential may be truly signed, and revoked all the same. */
export interface CredentialReport {
  /** All three are as they should be. */
  ok: boolean;
  signature: SignatureState;
  validity: ValidityState;
  status: StatusState;
  /** When the status list that was looked into was made; null if there was none. */
  statusAsOf: string | null;
  /** What it says; null unless the signature is valid or its key revoked. */
  credential: Record<string, unknown> | null;
}

/** What somebody has of the issuer, from its server or carried along. */
export interface Known {
  /** Whoever takes it from elsewhere than the issuer's address has to know that it is the issuer's. */
  didDocument: DidDocument;
  /** Status list credentials, as they were served. */
  statusLists: readonly string[];
  now: Date;
}

/** Checks an Open Badge that is signed as `vc+jwt`, with what is known of its issuer, and without any network. */
export async function verifyCredential(jwt: string, known: Known): Promise<CredentialReport> {
  const { signature, credential } = await open(jwt, known.didDocument);
  const validity = credential ? validityOf(credential, known.now) : 'unknown';
  const { status, statusAsOf } = credential ? await statusOf(credential, known) : nothingKnown;
  const ok = signature === 'valid' && validity === 'current' && status === 'good';
  return { ok, signature, validity, status, statusAsOf, credential };
}

const nothingKnown = { status: 'unknown' as const, statusAsOf: null };

interface Opened {
  signature: SignatureState;
  credential: Record<string, unknown> | null;
}

const closed = (signature: SignatureState): Opened => ({ signature, credential: null });

async function open(jwt: string, { id, verificationMethod }: DidDocument): Promise<Opened> {
  const header = headerOf(jwt);
  if (!header) return closed('malformed');
  const method = verificationMethod.find((one) => one.id === header.kid && one.controller === id);
  if (!method) return closed('unknown_key');
  try {
    const key = createPublicKey({ key: method.publicKeyJwk as never, format: 'jwk' });
    const { payload } = await compactVerify(jwt, key, { algorithms: [...algorithms] });
    const credential = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload)) as unknown;
    if (!isCredentialOf(credential, id)) return closed('malformed');
    return { signature: method.revoked === undefined ? 'valid' : 'key_revoked', credential };
  } catch {
    return closed('invalid');
  }
}

function headerOf(jwt: string): { kid: string } | null {
  if (jwt.length > mostCharacters) return null;
  try {
    const { typ, kid } = decodeProtectedHeader(jwt);
    return typ === 'vc+jwt' && typeof kid === 'string' ? { kid } : null;
  } catch {
    return null;
  }
}

/** The payload is the credential itself, and what the claims repeat of it is the same (VC-JOSE-COSE §3.1.3). */
function isCredentialOf(value: unknown, issuer: string): value is Record<string, unknown> {
  if (!isObject(value) || 'vc' in value) return false;
  const named = isObject(value.issuer) ? value.issuer.id : value.issuer;
  const types = Array.isArray(value.type) ? value.type : [value.type];
  const repeated = (value.iss ?? issuer) === issuer && (value.jti ?? value.id) === value.id;
  return named === issuer && repeated && types.includes('VerifiableCredential');
}

function validityOf({ validFrom, validUntil }: Record<string, unknown>, now: Date): ValidityState {
  const from = instantOf(validFrom);
  const until = validUntil === undefined ? Infinity : instantOf(validUntil);
  if (Number.isNaN(from) || Number.isNaN(until)) return 'unknown';
  if (now.getTime() + tolerance < from) return 'not_yet';
  return now.getTime() > until ? 'expired' : 'current';
}

/** A list counts only if it is the issuer's own, the one that the credential names, and not too old. */
async function statusOf(
  { credentialStatus: entry }: Record<string, unknown>,
  { didDocument, statusLists, now }: Known,
): Promise<Pick<CredentialReport, 'status' | 'statusAsOf'>> {
  if (!isObject(entry) || entry.type !== 'BitstringStatusListEntry' || entry.statusPurpose !== 'revocation')
    return nothingKnown;
  const index = String(entry.statusListIndex);
  if (!/^\d{1,9}$/.test(index)) return nothingKnown;
  for (const jwt of statusLists) {
    const { signature, credential: list } = await open(jwt, didDocument);
    if (signature !== 'valid' || list?.id !== entry.statusListCredential || validityOf(list!, now) !== 'current')
      continue;
    const status = look(list!.credentialSubject, Number(index));
    if (status) return { status, statusAsOf: String(list!.validFrom) };
  }
  return nothingKnown;
}

function look(subject: unknown, position: number): StatusState | null {
  if (!isObject(subject) || subject.type !== 'BitstringStatusList' || subject.statusPurpose !== 'revocation')
    return null;
  try {
    return bitAt(decodeBits(String(subject.encodedList)), position) ? 'revoked' : 'good';
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const instantOf = (value: unknown): number => (typeof value === 'string' ? Date.parse(value) : NaN);
