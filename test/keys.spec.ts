import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { main } from '../src/cli/keys.js';
import { systemActor } from '../src/common/actor.js';
import { Database } from '../src/database/database.js';
import { checkKeys } from '../src/integrity/check-rows.js';
import { Authorities } from '../src/signing/authorities.service.js';
import { certificateToPem, toPem } from '../src/signing/pem.js';
import { type FileKeyStore } from '../src/signing/file-key-store.js';
import { KeyStore } from '../src/signing/key-store.js';
import { KeyLife } from '../src/signing/key-life.service.js';
import { type Signer } from '../src/signing/signer.js';
import { SigningCertificate } from '../src/signing/signing-certificate.entity.js';
import { asBuffer } from './support/as-buffer.js';
import { World } from './world.js';

let world: World;
let folder: string;
beforeAll(async () => {
  world = await World.open({ withoutSeeds: true, env: { PUBLIC_URL: 'http://touchstone.example.tw' } });
  folder = join(world.folder, 'openssl');
  mkdirSync(folder);
});
afterAll(() => world?.close());

const authorities = (): Authorities => world.app.get(Authorities);
const trusted = (name: string): string => `/api/training-bodies/${world.bodyId}/trust/${name}`;
const fetched = async (path: string): Promise<Buffer> => {
  const answer = await asBuffer(request(world.server).get(path)).expect(200);
  return answer.body as Buffer;
};
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
/** What openssl prints, whether it agrees or not. */
const openssl = (...args: string[]): string => {
  const { stdout, stderr } = spawnSync('openssl', args, { encoding: 'utf8' });
  return stdout + stderr;
};
const db = (): Database => world.app.get(Database);
const life = (): KeyLife => world.app.get(KeyLife);
const rows = (use: SigningCertificate['use']): Promise<SigningCertificate[]> =>
  db().read.find(SigningCertificate, { where: { bodyId: world.bodyId, use }, order: { id: 'ASC' } });
const pemOf = ({ certificate }: Signer): string => file(`${Math.random()}.pem`, certificateToPem(certificate));
/** Calls the command beside the running server. */
async function keys(args: string[], env: NodeJS.ProcessEnv = {}): Promise<{ code: number; said: string }> {
  let said = '';
  const write = (text: string): void => void (said += text);
  const { config, clock } = world;
  const files = world.app.get<FileKeyStore>(KeyStore);
  const code = await main(args, { config, clock, files, env, write, complain: write });
  return { code, said };
}

describe('revocation lists', () => {
  it('are signed by root and issuing certificate, as openssl finds', async () => {
    const chain = file('chain.pem', await fetched(trusted('chain.pem')));
    for (const name of ['root.crl', 'issuing.crl']) {
      const list = file(name, await fetched(trusted(name)));
      const told = openssl('crl', '-inform', 'DER', '-in', list, '-CAfile', chain, '-noout', '-text');
      expect(told).toContain('verify OK');
      expect(told).toMatch(/CRL Number:\s+1\s/);
      expect(told).toContain('No Revoked Certificates');
    }
  });

  it('let openssl accept a certificate that names them', async () => {
    const { certificate } = await authorities().sealFor(world.bodyId);
    const seal = file('seal.pem', certificateToPem(certificate));
    expect(openssl('x509', '-in', seal, '-noout', '-text')).toContain(
      `URI:http://touchstone.example.tw${trusted(`crls/${(await authorities().authority(world.bodyId)).issuing.id}.crl`)}`,
    );
    expect(await checked(seal)).toContain('seal.pem: OK');
  });

  it('name a revoked certificate, which signs no more and is replaced', async () => {
    const person = { id: world.operator.id, name: '林評量' };
    const stolen = await authorities().signerFor(world.bodyId, person);
    const [row] = await rows('assessor');
    expect(await keys(['revoke', row!.id, '--reason', 'keyCompromise'])).toMatchObject({ code: 0 });
    expect(await checked(pemOf(stolen))).toContain('certificate revoked');
    const list = file('issuing.crl', await fetched(trusted('issuing.crl')));
    expect(openssl('crl', '-inform', 'DER', '-in', list, '-noout', '-text')).toContain('Key Compromise');
    const fresh = await authorities().signerFor(world.bodyId, person);
    expect(fresh.certificate).not.toEqual(stolen.certificate);
    expect(await checked(pemOf(fresh))).toContain(': OK');
  });

  it('are made anew before they end, and number on', async () => {
    const number = async (): Promise<string> => {
      const list = file('root.crl', await fetched(trusted('root.crl')));
      return openssl('crl', '-inform', 'DER', '-in', list, '-noout', '-crlnumber').trim();
    };
    const before = await number();
    world.clock.pass(3);
    expect(await number()).toBe(before);
    world.clock.pass(1);
    expect(await number()).not.toBe(before);
  });

  it('are not had of a body or an issuer that does not exist', async () => {
    const nobody = '0198c5f0-0000-7000-8000-000000000000';
    await request(world.server).get(`/api/training-bodies/${nobody}/trust/root.crl`).expect(404);
    await request(world.server)
      .get(trusted(`crls/${nobody}.crl`))
      .expect(404);
    const [seal] = await rows('seal');
    await request(world.server)
      .get(trusted(`crls/${seal!.id}.crl`))
      .expect(404);
  });
});

describe('people who leave', () => {
  it('have their certificates revoked, once they have no duty left at the body', async () => {
    const assessor = await world.person('陳評量', ['assessor', 'verifier']);
    const person = { id: assessor.id, name: assessor.name };
    const signer = await authorities().signerFor(world.bodyId, person);
    const people = await world.operator.get(`/training-bodies/${world.bodyId}/people`).expect(200);
    const { memberships } = people.body.items.find(({ id }: { id: string }) => id === assessor.id);
    for (const { id } of memberships) {
      expect(await life().revokeLeavers()).toBe(0);
      await world.operator.post(`/training-bodies/${world.bodyId}/memberships/${id}/ending`).expect(204);
    }
    expect(await life().revokeLeavers()).toBe(1);
    expect(await checked(pemOf(signer))).toContain('certificate revoked');
  });
});

describe('keys that are replaced', () => {
  it('leave what they signed valid, where they were only old', async () => {
    const before = pemOf(await authorities().sealFor(world.bodyId));
    expect(await keys(['rotate-issuing'])).toMatchObject({ code: 0 });
    const after = await authorities().sealFor(world.bodyId);
    expect(await rows('issuing')).toHaveLength(2);
    expect(await checked(pemOf(after))).toContain(': OK');
    const former = file('former.pem', (await rows('issuing'))[0]!.pem);
    expect(await checked(before, former)).toContain(': OK');
  });

  it('make a stolen issuing certificate worthless with all it issued', async () => {
    const before = await authorities().sealFor(world.bodyId);
    const former = file('former.pem', (await rows('issuing')).at(-1)!.pem);
    const { code, said } = await keys(['compromise', 'issuing']);
    expect([code, said]).toEqual([0, expect.stringContaining('外洩的簽發憑證已由根憑證廢止')]);
    expect(await checked(pemOf(before), former)).toContain('certificate revoked');
    const after = await authorities().sealFor(world.bodyId);
    expect(await checked(pemOf(after))).toContain(': OK');
  });

  it('make a stolen seal worthless, and refuse to revoke a root or what is not there', async () => {
    const before = await authorities().sealFor(world.bodyId);
    expect((await keys(['compromise', 'seal'])).code).toBe(0);
    expect(await checked(pemOf(before))).toContain('certificate revoked');
    expect(await checked(pemOf(await authorities().sealFor(world.bodyId)))).toContain(': OK');
    const [root] = await rows('root');
    const refusals = await Promise.all([
      keys(['revoke', root!.id, '--reason', 'superseded']),
      keys(['revoke', 'nobody', '--reason', 'superseded']),
      keys(['revoke', root!.id, '--reason', 'boredom']),
      keys(['compromise', 'everything']),
      keys([]),
    ]);
    expect(refusals.map(({ code }) => code)).toEqual([1, 1, 2, 2, 2]);
    expect((await keys(['list'])).said).toContain('已廢止（keyCompromise');
  });
});

describe('the root', () => {
  const out = (): string => join(folder, 'root-key.pem');
  const env = { ROOT_PASSPHRASE: '離線保管的根金鑰通行碼，請勿外流' };

  it('leaves under a passphrase of its own, in a file that openssl opens', async () => {
    expect(await keys(['export-root', '--out', out()], { ROOT_PASSPHRASE: 'short' })).toMatchObject({ code: 2 });
    expect(await keys(['export-root', '--out', out()], env)).toMatchObject({ code: 0 });
    expect(statSync(out()).mode & 0o777).toBe(0o600);
    const opened = openssl('pkey', '-in', out(), '-passin', `pass:${env.ROOT_PASSPHRASE}`, '-pubout');
    expect(opened).toBe(openssl('x509', '-in', out(), '-noout', '-pubkey'));
    expect(await keys(['export-root', '--out', out()], env)).toMatchObject({ code: 1 });
  });

  it('is removed only once the file is seen to hold it, and is not missed', async () => {
    const [root] = await rows('root');
    const remove = ['export-root', '--out', out(), '--remove'];
    expect(await keys(remove, { ROOT_PASSPHRASE: 'another passphrase' })).toMatchObject({ code: 1 });
    expect(keyFiles()).toContain(`${root!.id}.pem`);
    expect(await keys(remove, env)).toMatchObject({ code: 0 });
    expect(keyFiles()).not.toContain(`${root!.id}.pem`);
    expect((await checkIntegrityOfKeys()).problems).toEqual([]);
    world.clock.pass(300);
    expect(await checked(pemOf(await authorities().sealFor(world.bodyId)))).toContain(': OK');
    expect(await keys(['rotate-issuing'])).toMatchObject({ code: 1, said: expect.stringContaining('import-root') });
  });

  it('revokes a stolen issuing certificate when it is brought back, and until then nothing is signed', async () => {
    expect(await keys(['compromise', 'issuing'])).toMatchObject({
      code: 1,
      said: expect.stringContaining('import-root'),
    });
    await expect(authorities().sealFor(world.bodyId)).rejects.toMatchObject({ code: 'signing_unavailable' });
    await request(world.server).get(trusted('root.pem')).expect(200);
    expect(await keys(['import-root', '--in', out()], env)).toMatchObject({ code: 0 });
    expect(await keys(['renew'])).toMatchObject({ code: 0 });
    expect(await checked(pemOf(await authorities().sealFor(world.bodyId)))).toContain(': OK');
    expect(await rows('root')).toHaveLength(1);
  });
});

describe('the passphrase', () => {
  const next = { NEW_KEY_PASSPHRASE: '新的通行碼 is long enough' };
  const restart = async (passphrase: string): Promise<void> => {
    await world.stop();
    await world.start({ withoutSeeds: true, env: { KEY_PASSPHRASE: passphrase } });
  };

  it('is changed for every key, and once more where that was interrupted', async () => {
    expect(await keys(['change-passphrase'], { NEW_KEY_PASSPHRASE: 'short' })).toMatchObject({ code: 2 });
    expect(await keys(['change-passphrase'], next)).toMatchObject({ code: 0 });
    expect(await keys(['change-passphrase'], next)).toMatchObject({ code: 0 });
    await restart(next.NEW_KEY_PASSPHRASE);
    await expect(authorities().sealFor(world.bodyId)).resolves.toBeDefined();
  });

  it('when lost, leaves old documents verifiable and lets a new authority begin', async () => {
    await authorities().signerFor(world.bodyId, { id: world.operator.id, name: '林評量' });
    expect(await life().renewLists(world.bodyId)).toBe(0);
    const old = pemOf(await authorities().sealFor(world.bodyId));
    const [formerRoot] = await rows('root');
    const former = file('former.pem', (await rows('issuing')).at(-1)!.pem);
    await restart('somebody forgot');
    expect(await authorities().available(systemActor)).toBe(false);
    await expect(authorities().sealFor(world.bodyId)).rejects.toMatchObject({ code: 'signing_unavailable' });
    expect(await keys(['new-authority'])).toMatchObject({ code: 2 });
    expect(await keys(['new-authority', '--yes'])).toMatchObject({ code: 0 });
    expect(await authorities().available(systemActor)).toBe(true);
    expect((await fetched(trusted('root.pem'))).toString()).toContain(formerRoot!.pem);
    expect(await checked(old, former)).toContain(': OK');
    expect(await checked(pemOf(await authorities().sealFor(world.bodyId)))).toContain(': OK');
    expect(existsSync(join(world.config.keysDir, `${formerRoot!.id}.pem`))).toBe(false);
    expect((await checkIntegrityOfKeys()).problems).toEqual([]);
    expect(await keys(['new-authority', '--yes'])).toMatchObject({
      code: 0,
      said: expect.stringContaining('沒有需要移置'),
    });
  });
});

describe('a stolen root', () => {
  it('is replaced with all that is below it, and handed out no more', async () => {
    const stolen = (await rows('root')).at(-1)!;
    expect(await keys(['compromise', 'root'])).toMatchObject({ code: 0 });
    expect((await fetched(trusted('root.pem'))).toString()).not.toContain(stolen.pem);
    expect(await checked(pemOf(await authorities().sealFor(world.bodyId)))).toContain(': OK');
  });
});

const keyFiles = (): string[] => readdirSync(world.config.keysDir);
const checkIntegrityOfKeys = () => checkKeys(db().read, world.app.get(KeyStore));

/** What openssl says of a certificate with the published roots, chain and lists, at the world's time. */
async function checked(certificate: string, issuer?: string): Promise<string> {
  const root = file('root.pem', await fetched(trusted('root.pem')));
  const chain = file('chain.pem', await fetched(trusted('chain.pem')));
  const { crls } = await authorities().revocationsFor(world.bodyId);
  const lists = file('lists.pem', crls.map((crl) => toPem('X509 CRL', crl)).join(''));
  const at = String(Math.floor(world.clock.now().getTime() / 1000));
  const given = ['-CAfile', root, '-untrusted', issuer ?? chain, '-CRLfile', lists];
  return openssl('verify', '-crl_check_all', '-attime', at, ...given, certificate);
}
