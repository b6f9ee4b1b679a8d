import { X509Certificate } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { Database } from '../src/database/database.js';
import { User } from '../src/people/user.entity.js';
import { Authorities } from '../src/signing/authorities.service.js';
import { signingByHand } from '../src/signing/by-hand.js';
import { FileKeyStore } from '../src/signing/file-key-store.js';
import { SigningCertificate } from '../src/signing/signing-certificate.entity.js';
import { fromPem } from '../src/signing/pem.js';
import { World } from './world.js';

describe('the keys of a training body', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open({ withoutSeeds: true });
  });
  afterAll(() => world?.close());

  const instance = (): Authorities =>
    signingByHand(world.app.get(Database), world.clock, new FileKeyStore(world.config), world.config).authorities;
  const rows = (bodyId: string): Promise<SigningCertificate[]> =>
    world.app.get(Database).read.find(SigningCertificate, { where: { bodyId }, order: { id: 'ASC' } });
  const keyFiles = (): string[] => readdirSync(world.config.keysDir).filter((name) => name.endsWith('.pem'));
  const newBody = async (name: string): Promise<string> =>
    (await world.operator.post('/training-bodies', { name }).expect(201)).body.id as string;
  const nameOf = (certificate: Uint8Array): string => new X509Certificate(certificate).subject;

  it('are made at the first start, encrypted and for the server alone to read', async () => {
    expect((await rows(world.bodyId)).map(({ use }) => use).sort()).toEqual(['issuing', 'root', 'seal']);
    for (const name of keyFiles()) {
      const path = join(world.config.keysDir, name);
      expect(statSync(path).mode & 0o777).toBe(0o600);
      expect(readFileSync(path, 'utf8')).toMatch(/^-----BEGIN ENCRYPTED PRIVATE KEY-----/);
    }
  });

  it('have public certificates that anybody may fetch, and nothing for a body that does not exist', async () => {
    const path = `/api/training-bodies/${world.bodyId}/trust`;
    const root = await request(world.server).get(`${path}/root.pem`).expect(200);
    const chain = await request(world.server).get(`${path}/chain.pem`).expect(200);
    expect(root.headers['content-type']).toMatch(/^application\/pem-certificate-chain/);
    const [issuing, same] = fromPem('CERTIFICATE', text(chain));
    expect(fromPem('CERTIFICATE', text(root))).toEqual([same]);
    expect(new X509Certificate(issuing!).checkIssued(new X509Certificate(same!))).toBe(true);
    await request(world.server)
      .get('/api/training-bodies/0198c5f0-0000-7000-8000-000000000000/trust/root.pem')
      .expect(404);
  });

  it('are made once when two instances need them at the same moment', async () => {
    const bodyId = await newBody('同時機構');
    const [one, other] = [instance(), instance()];
    const user = { id: world.operator.id, name: '管理者' };
    const signers = await Promise.all([one.signerFor(bodyId, user), other.signerFor(bodyId, user), one.trust(bodyId)]);
    expect((await rows(bodyId)).map(({ use }) => use).sort()).toEqual(['assessor', 'issuing', 'root', 'seal']);
    expect(signers[0].certificate).toEqual(signers[1].certificate);
    const registered = await world.app.get(Database).read.find(SigningCertificate);
    expect(keyFiles().sort()).toEqual(registered.map(({ id }) => `${id}.pem`).sort());
  });

  it('take a new name of the body until they have certified somebody, and keep it ever after', async () => {
    const bodyId = await newBody('舊名');
    const first = (await instance().trust(bodyId)).root;
    await world.changeBody({ name: '新名' }, bodyId);
    const second = (await instance().trust(bodyId)).root;
    expect([first, second].map((pem) => /CN=(.*) Root CA/.exec(nameOf(fromPem('CERTIFICATE', pem)[0]!))?.[1])).toEqual([
      '舊名',
      '新名',
    ]);
    const user = { id: world.operator.id, name: '林評量' };
    const old = await instance().signerFor(bodyId, user);
    await world.changeBody({ name: '更新的名' }, bodyId);
    expect((await instance().trust(bodyId)).root).toBe(second);
    const renewed = await instance().signerFor(bodyId, user);
    expect(nameOf(old.certificate)).toContain('O=新名');
    expect(nameOf(renewed.certificate)).toContain('O=更新的名');
  });

  it('hold a seal that names the body, and make it anew when the body is renamed', async () => {
    const bodyId = await newBody('蓋章機構');
    const authorities = instance();
    await authorities.signerFor(bodyId, { id: world.operator.id, name: '林評量' });
    const [seal, again] = [await authorities.sealFor(bodyId), await authorities.sealFor(bodyId)];
    expect(again).toBe(seal);
    expect((await rows(bodyId)).filter(({ use }) => use === 'seal')).toHaveLength(1);
    expect(nameOf(seal.certificate)).toContain('CN=蓋章機構 Seal');
    await world.changeBody({ name: '改名機構' }, bodyId);
    const [one, other] = await Promise.all([authorities.sealFor(bodyId), instance().sealFor(bodyId)]);
    expect(nameOf(one.certificate)).toContain('CN=改名機構 Seal');
    expect(other.certificate).toEqual(one.certificate);
    expect(one.chain).toEqual(seal.chain);
  });

  it('give a renamed person, and one whose certificate is about to end, a new certificate', async () => {
    const authorities = world.app.get(Authorities);
    const { id } = (await world.app.get(Database).read.findOneBy(User, { id: world.operator.id }))!;
    const signer = (name: string) => authorities.signerFor(world.bodyId, { id, name });
    const [first, again, renamed] = [await signer('林一'), await signer('林一'), await signer('林二')];
    expect(again).toBe(first);
    expect(nameOf(renamed.certificate)).toContain('CN=林二');
    world.clock.pass(3 * 365 - 29);
    const renewed = await signer('林二');
    expect(renewed.certificate).not.toEqual(renamed.certificate);
    expect(new Date(new X509Certificate(renewed.certificate).validTo) > world.clock.now()).toBe(true);
  });
});

describe('the passphrase of the keys', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open({ withoutSeeds: true, env: { KEY_PASSPHRASE: '' } });
  });
  afterAll(() => world?.close());

  const passphraseFile = (): string => join(world.config.keysDir, 'passphrase');

  it('is made beside them when none is given, and outlives a restart', async () => {
    expect(statSync(passphraseFile()).mode & 0o777).toBe(0o600);
    const made = readFileSync(passphraseFile(), 'utf8');
    await world.stop();
    await world.start({ withoutSeeds: true, env: { KEY_PASSPHRASE: '' } });
    expect(readFileSync(passphraseFile(), 'utf8')).toBe(made);
    const user = { id: world.operator.id, name: '林' };
    await expect(world.app.get(Authorities).signerFor(world.bodyId, user)).resolves.toBeDefined();
  });

  it('when wrong, stops signing and nothing else, and makes no key under it', async () => {
    await world.stop();
    await world.start({ withoutSeeds: true, env: { KEY_PASSPHRASE: 'not the one' } });
    await request(world.server).get(`/api/training-bodies/${world.bodyId}/trust/root.pem`).expect(200);
    const authorities = world.app.get(Authorities);
    const refusal = { code: 'signing_unavailable' };
    await expect(authorities.signerFor(world.bodyId, { id: world.operator.id, name: '林' })).rejects.toMatchObject(
      refusal,
    );
    const database = world.app.get(Database);
    const before = await database.read.count(SigningCertificate);
    await database.write((tx) =>
      tx.query(`INSERT INTO training_bodies (id, name, created_at)
      VALUES ('0198c5f0-0000-7000-8000-000000000001', 'b', '2026-01-01T00:00:00.000Z')`),
    );
    await expect(authorities.trust('0198c5f0-0000-7000-8000-000000000001')).rejects.toMatchObject(refusal);
    expect(await database.read.count(SigningCertificate)).toBe(before);
  });

  it('when lost, is not replaced by a new one that opens nothing', async () => {
    await world.stop();
    const missing = join(world.folder, 'nowhere');
    await world.start({ withoutSeeds: true, env: { KEY_PASSPHRASE: '', KEY_PASSPHRASE_FILE: missing } });
    await expect(
      world.app.get(Authorities).signerFor(world.bodyId, { id: world.operator.id, name: '林' }),
    ).rejects.toMatchObject({ code: 'signing_unavailable' });
    expect(() => statSync(missing)).toThrow();
  });
});

function text({ text: given, body }: request.Response): string {
  return given ?? Buffer.from(body as Uint8Array).toString();
}
