import { encodeBits } from './bitstring.js';

/** How long a copy may be believed before it is asked for again. */
export const freshFor = 5 * 60_000;
/** After this, a copy that is carried about offline says nothing any more. */
const lastsFor = 7 * 86_400_000;

/** The address of a body's list. It is outside /api, beside the body's DID document. */
export function statusListUrl(publicUrl: string, bodyId: string, number: number): string {
  return `${publicUrl}/training-bodies/${bodyId}/status-lists/${number}`;
}

/** Which credentials of a list are revoked, as a credential of its own. Source: W3C Bitstring Status List v1.0. */
export function statusListCredential(did: string, url: string, revoked: Iterable<number>, now: Date): object {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: url,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: did,
    validFrom: now.toISOString(),
    validUntil: new Date(now.getTime() + lastsFor).toISOString(),
    credentialSubject: {
      id: `${url}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: encodeBits(revoked),
      ttl: freshFor,
    },
    iss: did,
    jti: url,
  };
}

/** Where a credential tells its holder's verifier to look. */
export const statusEntry = (list: string, position: number): object => ({
  id: `${list}#${position}`,
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: String(position),
  statusListCredential: list,
});
