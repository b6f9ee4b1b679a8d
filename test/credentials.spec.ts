import 'reflect-metadata';
import {
  createHash,
  createHmac,
  createPublicKey,
  generateKeyPairSync,
  KeyObject,
  sign,
  verify,
  webcrypto,
  X509Certificate,
} from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { X509CertificateGenerator } from '@peculiar/x509';
import addFormats from 'ajv-formats';
import Ajv from 'ajv/dist/2019.js';
import request from 'supertest';
import { bitAt, decodeBits, encodeBits, listLength } from '../src/credentials/bitstring.js';
import { Credentials } from '../src/credentials/credentials.service.js';
import { type DidDocument, didDocument, didOf } from '../src/credentials/did-web.js';
import { type MadeCredential } from '../src/credentials/input.js';
import { signCredential } from '../src/credentials/jws.js';
import { reportInWords } from '../src/credentials/report-in-words.js';
import { payloadOf } from '../src/credentials/send-credential.js';
import { StatusLists } from '../src/credentials/status-lists.service.js';
import { verifyCredential } from '../src/credentials/verify-credential.js';
import { Database } from '../src/database/database.js';
import { type CertificateRecord } from '../src/documents/certificate-record.js';
import { Authorities } from '../src/signing/authorities.service.js';
import { fromPem } from '../src/signing/pem.js';
import { type Signer } from '../src/signing/signer.js';
import { SigningCertificate } from '../src/signing/signing-certificate.entity.js';
import { SigningRevocation } from '../src/signing/signing-revocation.entity.js';
import { type Competent, competentVerdicts } from './factories/competent.js';
import { attachmentsOf } from './support/attachments.js';
import { openBadgesSchema } from './support/open-badges-schema.js';
import { World } from './world.js';

const documentId = '0198c5f0-0000-7000-8000-00000000000d';
const email = 'Lin.Xiao@example.tw';
const sha256 = 'ab'.repeat(32);

let world: World;
let made: MadeCredential;
beforeAll(async () => {
  world = await World.open({ withoutSeeds: true, env: { PUBLIC_URL: 'http://touchstone.example:8443' } });
  made = await credentials().issue({ certificate: certificate('TS-2026-AAAA-0001'), documentId, holderEmail: email });
  await database().write((tx) => credentials().keep(tx, made));
});
afterAll(() => world?.close());

const credentials = () => world.app.get(Credentials);
const database = () => world.app.get(Database);
const certificate = (documentNumber: string, changes: Partial<CertificateRecord> = {}): CertificateRecord => ({
  schema: 'touchstone/certificate/1',
  documentNumber,
  verificationUrl: `http://touchstone.example:8443/verify/${documentNumber}`,
  certificateNumber: '2026-000001',
  unit: {
    ...{ kind: 'competency_unit' as const, code: 'KMM5R0915v2', version: 2, edition: 1, name: '建立與維護職場關係' },
    ...{ level: 5, sourceSha256: sha256 },
  },
  body: { id: world.bodyId, name: '示範訓練機構' },
  representative: null,
  holder: { id: documentId, name: '林𠮷娜 Cilangasan', birthDate: null, maskedId: null },
  pathway: 'rpl',
  verdict: {
    ...{ id: documentId, documentNumber: 'TS-2026-BBBB-0001', decidedOn: '2026-02-27' },
    ...{ decidedBy: { id: documentId, name: '陳評量' }, recordSha256: sha256, pdfSha256: sha256 },
  },
  issuedAt: '2026-03-02T00:30:00.000Z',
  issuedOn: '2026-03-02',
  replaces: null,
  ...changes,
});
const issued = async (documentNumber: string): Promise<MadeCredential> => {
  const one = await credentials().issue({ certificate: certificate(documentNumber), documentId, holderEmail: null });
  await database().write((tx) => credentials().keep(tx, one));
  return one;
};
const published = (path: string) => request(world.server).get(`/training-bodies/${world.bodyId}/${path}`);
const textOf = ({ body, text }: request.Response): string => (Buffer.isBuffer(body) ? body.toString() : text);
const did = async (): Promise<DidDocument> =>
  JSON.parse(textOf(await published('did.json').expect(200))) as DidDocument;
const list = async (): Promise<string> => textOf(await published('status-lists/1').buffer(true).expect(200));
const known = async () => ({
  didDocument: await did(),
  statusLists: [await list()],
  now: new Date(world.clock.now().getTime()),
});
/** What is looked at of a badge, or of a list. */
interface Said extends Record<string, unknown> {
  issuer: { id: string };
  nbf: number;
  credentialSubject: {
    achievement: { description: string; alignment: [{ targetUrl: string }] };
    identifier: [name: object, email: { salt: string; identityHash: string }];
    narrative: string;
    encodedList: string;
  };
}
const said = (jwt: string): Said => payloadOf(jwt) as Said;
const part = (jwt: string, index: number) =>
  JSON.parse(Buffer.from(jwt.split('.')[index]!, 'base64url').toString()) as Record<string, unknown>;
const seal = () => world.app.get(Authorities).sealFor(world.bodyId);
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
/** The token with another header or payload, and the signature as it was. */
const swap = (jwt: string, index: 0 | 1, change: (it: Record<string, unknown>) => object) =>
  jwt
    .split('.')
    .map((text, i) => (i === index ? encoded(change(part(jwt, index))) : text))
    .join('.');
/** Signed by the seal, with other words. */
const resigned = async (jwt: string, changes: object) =>
  signCredential(await seal(), (await did()).id, { ...payloadOf(jwt), ...changes });
const byStranger = (jwt: string) => {
  const [header, payload] = jwt.split('.');
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const value = sign('sha256', Buffer.from(`${header}.${payload}`), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return `${header}.${payload}.${value.toString('base64url')}`;
};
const byHmac = async (jwt: string) => {
  const signed = `${encoded({ ...part(jwt, 0), alg: 'HS256' })}.${jwt.split('.')[1]}`;
  const key = new X509Certificate((await seal()).certificate).publicKey.export({ type: 'spki', format: 'pem' });
  return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
};
/** A seal of RSA under a certificate of its own, and what its body would publish. */
const rsaSeal = async (id: string): Promise<{ signer: Signer; didDocument: DidDocument }> => {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const making = { ...algorithm, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) };
  const keys = await webcrypto.subtle.generateKey(making, true, ['sign', 'verify']);
  const made = await X509CertificateGenerator.createSelfSigned({ name: 'CN=RSA', keys, signingAlgorithm: algorithm });
  const certificate = new Uint8Array(made.rawData);
  const privateKey = KeyObject.from(keys.privateKey);
  const signer = { certificate, chain: [], sign: (bytes: Uint8Array) => Promise.resolve(sign('sha256', bytes, privateKey)) }; // prettier-ignore
  return { signer, didDocument: didDocument(id, [{ certificate, disownedAt: null }]) };
};

describe('the credential of a certificate', () => {
  it('has what the Open Badges schema asks for, of a unit and of a standard without a level', async () => {
    const ajv = new Ajv.default({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(openBadgesSchema);
    const { unit } = certificate('');
    const standard = certificate('TS-2026-AAAA-0002', {
      unit: { ...unit, kind: 'occupational_standard', level: null },
      pathway: 'training',
    });
    const other = await credentials().issue({ certificate: standard, documentId, holderEmail: null });
    for (const { jwt } of [made, other]) {
      validate(payloadOf(jwt));
      expect(validate.errors).toBeNull();
    }
    validate({ ...payloadOf(made.jwt), validFrom: undefined, issuer: { id: 'did:web:x', type: ['Issuer'] } });
    expect(validate.errors?.map(({ keyword }) => keyword).sort()).toEqual(['const', 'contains', 'required']);
  });

  it('says what the certificate says, in Chinese and English, and where to check it', () => {
    const payload = said(made.jwt);
    const { achievement, narrative, identifier } = payload.credentialSubject;
    expect(payload.name).toBe(
      '職能單元評量結果證明：建立與維護職場關係 / Result of unit assessment: 建立與維護職場關係',
    );
    expect(payload.issuer).toMatchObject({ id: didOf(world.config.publicUrl, world.bodyId), name: '示範訓練機構' });
    expect(payload.validFrom).toBe('2026-03-02T00:30:00.000Z');
    expect(achievement).toMatchObject({ name: '建立與維護職場關係', humanCode: 'KMM5R0915v2', inLanguage: 'zh-TW' });
    expect(achievement.description).toContain('本證明不是技術士證，也不是技能職類證書。');
    expect(achievement.alignment[0].targetUrl).toBe(
      `http://touchstone.example:8443/api/ims/case/v1p1/CFDocuments/${documentId}`,
    );
    expect(narrative).toContain('證明編號 2026-000001。經先前學習認可的評量，2026-02-27判定為已具備。');
    expect(narrative).toContain('http://touchstone.example:8443/verify/TS-2026-AAAA-0001');
    expect(identifier[0]).toEqual({
      ...{ type: 'IdentityObject', hashed: false },
      ...{ identityHash: '林𠮷娜 Cilangasan', identityType: 'name' },
    });
  });

  it('tells the e-mail address only to those who know it, by another salt each time', async () => {
    const hashed = (jwt: string) => said(jwt).credentialSubject.identifier[1];
    const again = await credentials().issue({ certificate: certificate('X'), documentId, holderEmail: email });
    const { salt, identityHash } = hashed(made.jwt);
    const hash = createHash('sha256').update(`lin.xiao@example.tw${salt}`).digest('hex');
    expect(identityHash).toBe(`sha256$${hash}`);
    expect(hashed(again.jwt).salt).not.toBe(salt);
    expect(Buffer.from(made.jwt.split('.')[1]!, 'base64url').toString().toLowerCase()).not.toContain('lin.xiao@');
  });

  it('is signed by the seal, as node’s own cryptography and the published key say', async () => {
    const [header, payload, signature] = made.jwt.split('.');
    const { alg, typ, kid } = part(made.jwt, 0);
    expect({ alg, typ }).toEqual({ alg: 'ES256', typ: 'vc+jwt' });
    const { verificationMethod, assertionMethod } = await did();
    const method = verificationMethod.find(({ id }) => id === kid)!;
    expect(assertionMethod).toContain(kid);
    const key = createPublicKey({ key: method.publicKeyJwk as never, format: 'jwk' });
    const value = Buffer.from(signature!, 'base64url');
    const fits = verify('sha256', Buffer.from(`${header}.${payload}`), { key, dsaEncoding: 'ieee-p1363' }, value);
    expect(fits).toBe(true);
    const [x5c] = method.publicKeyJwk.x5c as string[];
    const seal = await database().read.findOneBy(SigningCertificate, { bodyId: world.bodyId, use: 'seal' });
    expect(x5c).toBe(fromPem('CERTIFICATE', seal!.pem)[0]!.toString('base64'));
  });

  it('repeats in the claims of the token what it says itself, and nothing else', () => {
    const payload = said(made.jwt);
    expect(payload.iss).toBe(payload.issuer.id);
    expect(payload.jti).toBe(payload.id);
    expect(payload.nbf * 1000).toBe(Date.parse('2026-03-02T00:30:00Z'));
    expect(payload).not.toHaveProperty('vc');
  });
});

describe('a certificate that is issued', () => {
  it('carries its credential behind its record, hands it out as it is, and takes it along when it ends', async () => {
    const officer = await world.person('承辦人', ['officer']);
    const candidate = await world.person('林小美', ['candidate']);
    const lead = await world.person('陳評量', ['assessor']);
    const shape = { bodyId: world.bodyId, leadId: lead.id, candidateIds: [candidate.id] };
    const [{ assessmentId }] = (await competentVerdicts(database(), shape)) as [Competent];
    const { body } = await officer.post(`/assessments/${assessmentId}/certificate`, {}).expect(201);
    const file = await candidate.get(`/certificates/${body.id}/credential`).buffer(true).expect(200);
    expect(file.headers).toMatchObject({
      'content-type': 'application/vc+jwt',
      'content-disposition': `attachment; filename="${body.documentNumber}.jwt"`,
    });
    const pdf = await candidate.get(`/certificates/${body.id}/document`).buffer(true).expect(200);
    expect(attachmentsOf(pdf.body).map(({ name, mediaType }) => [name, mediaType])).toEqual([
      [`${body.documentNumber}.json`, 'application/json'],
      [`${body.documentNumber}.jwt`, 'application/vc+jwt'],
    ]);
    expect(attachmentsOf(pdf.body)[1]!.bytes.toString()).toBe(textOf(file));
    const payload = await candidate.get(`/certificates/${body.id}/credential?format=json`).expect(200);
    expect(payload.body).toEqual(payloadOf(textOf(file)));
    expect(await verifyCredential(textOf(file), await known())).toMatchObject({ ok: true });
    const end = { reason: 'issued_in_error', note: '誤發' };
    await officer.post(`/certificates/${body.id}/revocation`, end).expect(200);
    const report = await verifyCredential(textOf(file), await known());
    expect(report).toMatchObject({ ok: false, signature: 'valid', status: 'revoked' });
  });
});

describe('a list of bits', () => {
  // The encodedList of the specification's own example: 131,072 bits, none of them set.
  const example = 'uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA';

  it('is read as the specification prints it', () => {
    const bytes = decodeBits(example);
    expect(bytes.length * 8).toBe(131_072);
    expect(bytes.every((byte) => byte === 0)).toBe(true);
  });

  it('has its first bit on the left, and comes back as it was', () => {
    const bytes = decodeBits(encodeBits([0, 9, listLength - 1]));
    expect([bytes[0], bytes[1], bytes.at(-1)]).toEqual([0b1000_0000, 0b0100_0000, 1]);
    expect([0, 1, 8, 9, 10, listLength - 1].map((position) => bitAt(bytes, position))).toEqual([
      ...[true, false, false],
      ...[true, false, true],
    ]);
    expect(() => bitAt(bytes, listLength)).toThrow('ends before');
  });

  it.each([
    ['short', `u${gzipSync(Buffer.alloc(100)).toString('base64url')}`],
    ['a bomb', `u${gzipSync(Buffer.alloc(50_000_000)).toString('base64url')}`],
    ['not compressed', `u${Buffer.alloc(16_384).toString('base64url')}`],
    ['in another alphabet', example.replace('u', 'z')],
  ])('is refused when it is %s', (_, encoded) => {
    expect(() => decodeBits(encoded)).toThrow();
  });
});

describe('what a body publishes', () => {
  it('is for anybody to fetch, by the types that the standards name, and may be kept for minutes', async () => {
    const document = await published('did.json').expect(200);
    expect(document.headers).toMatchObject({
      ...{ 'content-type': 'application/did+json', 'cache-control': 'public, max-age=300' },
    });
    const { headers } = await published('status-lists/1').buffer(true).expect(200);
    expect(headers).toMatchObject({ 'content-type': 'application/vc+jwt', 'cache-control': 'public, max-age=300' });
    await published('status-lists/1').set('If-None-Match', headers.etag!).expect(304);
  });

  it.each(['status-lists/0', 'status-lists/2', 'status-lists/-1', 'status-lists/99999999999999'])(
    'has nothing at %s',
    async (path) => {
      await published(path).expect(404);
    },
  );

  it('has nothing for a body that is not here', async () => {
    for (const path of ['did.json', 'status-lists/1'])
      await request(world.server).get(`/training-bodies/${documentId}/${path}`).expect(404);
  });

  it('names the list of bits as its own credential', async () => {
    const payload = said(await list());
    const url = `http://touchstone.example:8443/training-bodies/${world.bodyId}/status-lists/1`;
    expect(payload).toMatchObject({ id: url, type: ['VerifiableCredential', 'BitstringStatusListCredential'] });
    expect(payload.credentialSubject).toMatchObject({ type: 'BitstringStatusList', statusPurpose: 'revocation' });
    expect(said(made.jwt).credentialStatus).toEqual({
      id: `${url}#${made.statusListIndex}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(made.statusListIndex),
      statusListCredential: url,
    });
  });

  it('is signed once and handed out again, until a credential ends', async () => {
    const one = await issued('TS-2026-CCCC-0001');
    const before = await list();
    expect(await list()).toBe(before);
    const end = () =>
      database().write((tx) => credentials().revoke(tx, one.documentNumber, 'superseded', '2026-03-02T02:00:00.000Z'));
    await end();
    await end();
    const after = await list();
    expect(after).not.toBe(before);
    expect(await world.app.get(StatusLists).all(world.bodyId)).toEqual([after]);
    const bits = (jwt: string) => decodeBits(said(jwt).credentialSubject.encodedList);
    const [old, now] = [bits(before), bits(after)];
    const changed = Array.from({ length: listLength }, (_, i) => i).filter((i) => bitAt(old, i) !== bitAt(now, i));
    expect(changed).toEqual([one.statusListIndex]);
  });

  it('gives no place twice, and tells no order by them', async () => {
    const many = await Promise.all(Array.from({ length: 40 }, () => issued(`TS-2026-DDDD-${Math.random()}`)));
    const places = many.map(({ statusListIndex }) => statusListIndex);
    expect(new Set(places).size).toBe(40);
    expect(places).not.toEqual(places.toSorted((a, b) => a - b));
    expect(Math.max(...places)).toBeLessThan(listLength);
  });
});

describe('checking a credential', () => {
  it('finds a good one good, and names what it says', async () => {
    const report = await verifyCredential(made.jwt, await known());
    expect(report).toMatchObject({ ok: true, signature: 'valid', validity: 'current', status: 'good' });
    expect(report.credential).toEqual(payloadOf(made.jwt));
  });

  it('says of a revoked one that its signature is good and that it is revoked', async () => {
    const one = await issued('TS-2026-EEEE-0001');
    await database().write((tx) =>
      credentials().revoke(tx, 'TS-2026-EEEE-0001', 'revoked', '2026-03-02T02:00:00.000Z'),
    );
    const report = await verifyCredential(one.jwt, await known());
    expect(report).toMatchObject({ ok: false, signature: 'valid', validity: 'current', status: 'revoked' });
    expect(reportInWords(report, 'zh-TW')).toEqual([
      '簽章正確：這份憑證由發證機構的電子印章簽發，簽發後沒有改過。',
      '在有效期間內。',
      '依發證機構公布的狀態清單，這份憑證已被撤銷或取代。',
    ]);
    const altered = await verifyCredential(byStranger(one.jwt), await known());
    expect(reportInWords(altered, 'en')).toEqual([expect.stringContaining('The signature does not fit')]);
  });

  it('knows nothing of revocation without the right list, or by one that is out of date', async () => {
    const { didDocument, statusLists, now } = await known();
    const other = await signCredential(await seal(), didDocument.id, { ...payloadOf(statusLists[0]!), id: 'urn:x:y', jti: 'urn:x:y' }); // prettier-ignore
    const weeks = new Date(now.getTime() + 8 * 86_400_000);
    for (const [lists, at] of [
      [[], now],
      [[other, made.jwt, 'x'], now],
      [statusLists, weeks],
    ] as const) {
      const report = await verifyCredential(made.jwt, { didDocument, statusLists: lists, now: at });
      expect(report).toMatchObject({ ok: false, signature: 'valid', status: 'unknown', statusAsOf: null });
    }
  });

  it.each<[string, (jwt: string, did: string) => string | Promise<string>, string]>([
    ['a changed word', (jwt) => swap(jwt, 1, (it) => ({ ...it, name: '別的證明' })), 'invalid'],
    ['no signature at all', (jwt) => `${jwt.split('.').slice(0, 2).join('.')}.`, 'invalid'],
    ['the algorithm none', (jwt) => swap(jwt, 0, (it) => ({ ...it, alg: 'none' })), 'invalid'],
    ['the public key taken for a secret', (jwt) => byHmac(jwt), 'invalid'],
    ['an extension that must be understood', (jwt) => swap(jwt, 0, (it) => ({ ...it, crit: ['x'], x: 1 })), 'invalid'],
    ['a key of somebody else', (jwt) => byStranger(jwt), 'invalid'],
    ['a key that is not published', (jwt, id) => swap(jwt, 0, (it) => ({ ...it, kid: `${id}#x` })), 'unknown_key'],
    ['another media type', (jwt) => swap(jwt, 0, (it) => ({ ...it, typ: 'JWT' })), 'malformed'],
    ['another issuer inside', (jwt) => resigned(jwt, { issuer: 'did:web:evil.example' }), 'malformed'],
    ['claims that contradict it', (jwt) => resigned(jwt, { jti: 'urn:uuid:other' }), 'malformed'],
    ['a second credential inside', (jwt) => resigned(jwt, { vc: {} }), 'malformed'],
    ['nothing of a token', () => '不是憑證', 'malformed'],
    ['half a megabyte', () => 'x'.repeat(500_000), 'malformed'],
  ])('refuses one with %s', async (_, forge, signature) => {
    const report = await verifyCredential(await forge(made.jwt, (await did()).id), await known());
    expect(report).toMatchObject({ ok: false, signature, validity: 'unknown', status: 'unknown', credential: null });
  });

  it.each([
    ['not_yet', { validFrom: '2026-04-01T00:00:00Z' }],
    ['expired', { validUntil: '2026-03-01T00:00:00Z' }],
    ['unknown', { validFrom: 'yesterday' }],
  ])('tells that its time is %s', async (validity, changes) => {
    const report = await verifyCredential(await resigned(made.jwt, changes), await known());
    expect(report).toMatchObject({ ok: false, signature: 'valid', validity });
  });

  it('works for a seal of RSA too, such as one that was brought along', async () => {
    const { didDocument, signer } = await rsaSeal((await did()).id);
    const jwt = await signCredential(signer, didDocument.id, payloadOf(made.jwt));
    expect(part(jwt, 0).alg).toBe('RS256');
    const report = await verifyCredential(jwt, { ...(await known()), didDocument });
    expect(report).toMatchObject({ signature: 'valid', status: 'unknown' });
  });

  it('goes on with a seal that was replaced, and believes none whose key was stolen', async () => {
    const row = await database().read.findOneBy(SigningCertificate, { bodyId: world.bodyId, use: 'seal' });
    await world.changeBody({ name: '改名的訓練機構' });
    const after = await issued('TS-2026-FFFF-0001');
    expect(part(after.jwt, 0).kid).not.toBe(part(made.jwt, 0).kid);
    for (const { jwt } of [made, after]) expect(await verifyCredential(jwt, await known())).toMatchObject({ ok: true });
    const stolen = { certificateId: row!.id, revokedAt: '2026-03-03T00:00:00.000Z', reason: 'keyCompromise' as const };
    await database().write((tx) => tx.insert(SigningRevocation, { ...stolen, revokedBy: null }));
    const { verificationMethod, assertionMethod } = await did();
    expect(verificationMethod.map(({ revoked }) => revoked)).toEqual(['2026-03-03T00:00:00.000Z', undefined]);
    expect(assertionMethod).toEqual([part(after.jwt, 0).kid]);
    expect(await verifyCredential(made.jwt, await known())).toMatchObject({ ok: false, signature: 'key_revoked' });
    expect(await verifyCredential(after.jwt, await known())).toMatchObject({ ok: true });
  });
});
