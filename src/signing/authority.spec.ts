import 'reflect-metadata';
import { createPrivateKey, webcrypto, X509Certificate as NodeCertificate } from 'node:crypto';
import {
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { chainOf, issuedAt, signingWorld } from '../../test/support/cryptography.js';
import { type Credential, issueLeaf, makeAuthority, makeIssuing } from './authority.js';
import { buildChain, describe as describeCertificate, misuse, notValidAt } from './chain.js';
import { memorySigner } from './signer.js';
import { memoryKey } from './signing-key.js';

const year = (certificate: Uint8Array) => new Date(new NodeCertificate(certificate).validTo).getUTCFullYear();

/** A root of the old kind, which signed itself with SHA-1. */
async function oldRoot(): Promise<Credential> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-1' };
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const made = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=Old Root',
    notBefore: new Date('2010-01-01T00:00:00Z'),
    notAfter: new Date('2040-01-01T00:00:00Z'),
    signingAlgorithm: algorithm,
    keys,
    extensions: [new BasicConstraintsExtension(true), new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true)],
  });
  const key = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey));
  const privateKey = createPrivateKey({ key, format: 'der', type: 'pkcs8' });
  return { certificate: new Uint8Array(made.rawData), key: memoryKey(privateKey) };
}

describe('a training body’s authority', () => {
  it('chains leaf, issuing CA and root, each fit for its use', async () => {
    const { authority, leaf } = await signingWorld();
    const root = new NodeCertificate(authority.root.certificate);
    const chain = buildChain(new NodeCertificate(leaf.certificate), chainOf(authority), [root]);
    expect(chain.anchored).toBe(true);
    expect(chain.certificates).toHaveLength(3);
    expect(misuse(chain.certificates)).toBeUndefined();
    expect(notValidAt(chain.certificates, issuedAt)).toBeUndefined();
  });

  it('gives the root 30 years, the issuing CA 15 and a leaf 3', async () => {
    const { authority, leaf } = await signingWorld();
    expect([authority.root, authority.issuing, leaf].map(({ certificate }) => year(certificate))).toEqual([
      2056, 2041, 2029,
    ]);
  });

  it('never lets a leaf outlive its issuer', async () => {
    const { authority } = await signingWorld();
    const late = new Date('2040-01-01T00:00:00Z');
    const leaf = await issueLeaf(
      authority.issuing,
      { id: 'a', name: '晚', role: 'seal', body: { id: 'b', name: '晚' } },
      late,
    );
    const [end, issuerEnd] = [leaf, authority.issuing].map(
      ({ certificate }) => new NodeCertificate(certificate).validTo,
    );
    expect(end).toBe(issuerEnd);
  });

  it.each([
    ['rare characters', '陳𠮷㐂😀'],
    ['characters with meaning in a name', 'O=Evil, CN=Root + "x" <y>; #z\\'],
    ['300 characters', '長'.repeat(299) + '末'],
  ])('keeps a name of %s whole', async (_, name) => {
    const { leaf } = await signingWorld(name);
    const { subjectName } = new X509Certificate(leaf.certificate);
    expect(describeCertificate(new NodeCertificate(leaf.certificate))).toMatchObject({ name, subjectId: 'assessor-1' });
    expect([...(subjectName.getField('CN')[0] ?? '')].length).toBeLessThanOrEqual(64);
  });

  it('numbers certificates with 128 positive random bits', async () => {
    const { authority, leaf } = await signingWorld();
    const serials = [authority.root, authority.issuing, leaf].map(
      (c) => new NodeCertificate(c.certificate).serialNumber,
    );
    expect(new Set(serials).size).toBe(3);
    serials.forEach((serial) => expect(serial).toMatch(/^[4-7][0-9A-F]{31}$/));
  });

  it('does not confuse two authorities of one name', async () => {
    const { authority, leaf } = await signingWorld();
    const other = await makeAuthority({ id: 'body-1', name: '試金石職能評量中心' }, issuedAt);
    const chain = buildChain(new NodeCertificate(leaf.certificate), chainOf(authority), [
      new NodeCertificate(other.root.certificate),
    ]);
    expect(chain.anchored).toBe(false);
  });

  it('refuses a signer whose key is not the certificate’s', async () => {
    const { authority, leaf } = await signingWorld();
    const mixed = { certificate: leaf.certificate, key: authority.root.key };
    expect(() => memorySigner(mixed, [])).toThrow('does not belong');
  });
});

describe('a root that signed itself with SHA-1', () => {
  it('certifies all the same, since what is trusted is the root itself and not its signature', async () => {
    const root = await oldRoot();
    const body = { id: 'body-1', name: '試金石職能評量中心' };
    const issuing = await makeIssuing(root, body, issuedAt);
    const leaf = await issueLeaf(issuing, { ...body, role: 'seal', body }, issuedAt);
    const certificate = new NodeCertificate(root.certificate);
    const chain = buildChain(new NodeCertificate(leaf.certificate), [issuing.certificate], [certificate]);
    expect(chain).toMatchObject({ anchored: true, certificates: { length: 3 } });
    expect(misuse(chain.certificates)).toBeUndefined();
    expect(misuse([certificate])).toBe('weak_certificate_signature');
    expect(misuse([certificate, ...chain.certificates.slice(1)])).toBe('weak_certificate_signature');
  });
});
