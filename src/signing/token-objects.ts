import { createPublicKey, type KeyObject, type webcrypto } from 'node:crypto';
import { attribute, type Attribute, keyType, objectClass } from './cryptoki.js';
import { bits, children, octets, oid, readElement, readWhole, sequence } from './der.js';

const p256 = oid('1.2.840.10045.3.1.7');
const ecPublicKey = oid('1.2.840.10045.2.1');

type Template = Partial<Record<keyof typeof attribute, Attribute['value']>>;

/** A PKCS#11 template. */
export const template = (values: Template): Attribute[] =>
  Object.entries(values).map(([name, value]) => ({ type: attribute[name as keyof typeof attribute], value }));

const secret = { class: objectClass.privateKey, token: true, private: true, sensitive: true, extractable: false };
const open = { class: objectClass.publicKey, token: true, private: false, verify: true };

/** How both halves of a key are found again: by the id of its certificate. */
const name = (id: string): Template => ({ label: id, id: Buffer.from(id.replaceAll('-', ''), 'hex') });

/** Templates of a new P-256 key that never leaves the token. */
export function newKey(id: string): { publicKey: Attribute[]; privateKey: Attribute[] } {
  return {
    publicKey: template({ ...open, ...name(id), keyType: keyType.ec, ecParameters: p256 }),
    privateKey: template({ ...secret, ...name(id), keyType: keyType.ec, sign: true }),
  };
}

/** Templates of a key that was made elsewhere. */
export function givenKey(id: string, key: KeyObject): { publicKey: Attribute[]; privateKey: Attribute[] } {
  const jwk = key.export({ format: 'jwk' });
  const bytes = (part: keyof webcrypto.JsonWebKey): Buffer => Buffer.from(String(jwk[part]), 'base64url');
  if (jwk.kty === 'RSA') {
    const shared = { ...name(id), keyType: keyType.rsa, modulus: bytes('n'), publicExponent: bytes('e') };
    const primes = { prime1: bytes('p'), prime2: bytes('q'), exponent1: bytes('dp'), exponent2: bytes('dq') };
    const privateKey = { ...secret, ...shared, ...primes, privateExponent: bytes('d'), coefficient: bytes('qi') };
    return { publicKey: template({ ...open, ...shared }), privateKey: template({ ...privateKey, sign: true }) };
  }
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
  const [algorithm, point] = children(readWhole(spki));
  const shared = { ...name(id), keyType: keyType.ec, ecParameters: children(algorithm)[1]!.raw };
  return {
    publicKey: template({ ...open, ...shared, ecPoint: octets(point!.body.subarray(1)) }),
    privateKey: template({ ...secret, ...shared, value: bytes('d'), sign: true }),
  };
}

/** The attributes of a public object that its key is read from. */
export const publicAttributes = {
  [keyType.rsa]: [attribute.modulus, attribute.publicExponent],
  [keyType.ec]: [attribute.ecParameters, attribute.ecPoint],
};

/** The public key, from the values of those attributes. */
export function publicKeyOf(type: number, [first, second]: Buffer[]): KeyObject {
  if (type === keyType.rsa) {
    const [n, e] = [first!.toString('base64url'), second!.toString('base64url')];
    return createPublicKey({ key: { kty: 'RSA', n, e }, format: 'jwk' });
  }
  // The standard wraps the point; some tokens give it bare, and then it is an odd number of bytes from 04 on.
  const wrapped = second!.length > 2 && second![1] === second!.length - 2;
  const point = wrapped ? readElement(second!).body : second!;
  const spki = sequence(sequence(ecPublicKey, first!), bits(point));
  return createPublicKey({ key: spki, type: 'spki', format: 'der' });
}
