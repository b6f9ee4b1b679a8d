import { type X509Certificate } from 'node:crypto';
import { type TextParams } from '../i18n/i18n.js';
import { type Finding } from '../i18n/signing.js';
import { type Crl, issuedBy, readCrl, revocationIn } from './crl.js';
import { isTheft } from './revocation-reasons.js';

export interface RevocationFinding {
  ok: boolean;
  detail: Finding;
  params?: TextParams;
}

/** The lists that can be read; the others are passed over. */
export function readLists(lists: readonly Uint8Array[]): Crl[] {
  return lists.flatMap((bytes) => {
    try {
      return readCrl(bytes);
    } catch {
      return [];
    }
  });
}

/**
 * Whether the certificates of a chain, the leaf first, may be believed by the newest list of each issuer. A revoked one
 * is believed for what was signed before. That a time-stamp proves, or the claimed time where the key was never in other
 * hands; where it was stolen, whoever has it may claim any time, so then only a proof counts.
 */
export function checkRevocation(
  chain: readonly X509Certificate[],
  lists: readonly Crl[],
  { provenAt, claimedAt }: { provenAt?: Date | undefined; claimedAt?: Date | undefined },
): RevocationFinding {
  let told: RevocationFinding | undefined;
  for (const [index, certificate] of chain.slice(0, -1).entries()) {
    const list = newestOf(chain[index + 1]!, lists);
    if (!list) {
      told = { ok: true, detail: 'revocation_unknown' };
      continue;
    }
    const revoked = revocationIn(list, certificate);
    const asOf = { at: list.thisUpdate.toISOString() };
    if (!revoked) {
      told ??= { ok: true, detail: 'not_revoked', params: asOf };
      continue;
    }
    const signedAt = provenAt ?? (isTheft(revoked.reason) ? undefined : claimedAt);
    const params = { at: revoked.at.toISOString(), reason: revoked.reason };
    if (!signedAt || signedAt >= revoked.at) return { ok: false, detail: 'revoked', params };
    told = { ok: true, detail: provenAt ? 'revoked_after_proof' : 'revoked_after_claim', params };
  }
  return told ?? { ok: true, detail: 'revocation_unknown' };
}

function newestOf(issuer: X509Certificate, lists: readonly Crl[]): Crl | undefined {
  const own = lists.filter((list) => issuedBy(list, issuer));
  return own.toSorted((a, b) => b.thisUpdate.getTime() - a.thisUpdate.getTime())[0];
}
