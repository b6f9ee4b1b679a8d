import { X509Certificate } from 'node:crypto';
import { children, expect, readWhole, tags } from '../signing/der.js';
import { type Signer } from '../signing/signer.js';
import { algorithmOf } from './algorithm.js';
import { jwkOf } from './did-web.js';

/** The media type of a credential that is signed as a JSON Web Token (VC-JOSE-COSE). */
export const credentialType = 'application/vc+jwt';

/** Signs a credential as a compact JWS whose key is found in the document of the issuer's DID. */
export async function signCredential(signer: Signer, did: string, payload: object): Promise<string> {
  const alg = algorithmOf(new X509Certificate(signer.certificate).publicKey);
  const header = { alg, typ: 'vc+jwt', cty: 'vc', kid: `${did}#${jwkOf(signer.certificate).kid}` };
  const signed = [header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  const value = await signer.sign(Buffer.from(signed));
  return `${signed}.${Buffer.from(alg === 'ES256' ? rawOf(value) : value).toString('base64url')}`;
}

/** r and s side by side, as JOSE wants them, from what stands in a certificate's kind of signature (RFC 7518 §3.4). */
function rawOf(signature: Uint8Array): Buffer {
  const numbers = children(readWhole(signature)).map((element) => {
    const digits = expect(element, tags.integer).body;
    const bare = digits.subarray(Math.max(0, digits.length - 32));
    return Buffer.concat([Buffer.alloc(32 - bare.length), bare]);
  });
  return Buffer.concat(numbers);
}
