import { join } from 'node:path';
import request from 'supertest';
import { main } from '../src/cli/keys.js';
import { Database } from '../src/database/database.js';
import { Authorities } from '../src/signing/authorities.service.js';
import { type FileKeyStore } from '../src/signing/file-key-store.js';
import { KeyStore } from '../src/signing/key-store.js';
import { signPdf } from '../src/signing/pades.js';
import { SigningCertificate } from '../src/signing/signing-certificate.entity.js';
import { verifyPdf } from '../src/signing/verify.js';
import { AuditEntry } from '../src/audit/audit-entry.entity.js';
import { FileAuthority, password } from './support/pkcs12-files.js';
import { tinyPdf } from './support/tiny-pdf.js';
import { asBuffer } from './support/as-buffer.js';
import { World } from './world.js';

let world: World;
let authority: FileAuthority;
beforeAll(async () => {
  world = await World.open({ withoutSeeds: true });
  world.clock.set(new Date(Date.now() + 3_600_000).toISOString()); // openssl certifies from now on
  authority = new FileAuthority(join(world.folder, 'authority'));
});
afterAll(() => world?.close());

const authorities = (): Authorities => world.app.get(Authorities);
const rows = () =>
  world.app.get(Database).read.find(SigningCertificate, { where: { use: 'seal' }, order: { id: 'ASC' } });
async function keys(args: string[], env: NodeJS.ProcessEnv = { SEAL_PASSPHRASE: password }) {
  let said = '';
  const write = (text: string): void => void (said += text);
  const { config, clock } = world;
  const files = world.app.get<FileKeyStore>(KeyStore);
  const code = await main(args, { config, clock, files, env, write, complain: write });
  return { code, said };
}
/** As of now: what the tiny document says of its time is long ago. */
const checked = (sealed: Uint8Array, trust: string) => verifyPdf(sealed, { trust, at: world.clock.now() });
const rootPem = async (): Promise<string> =>
  (await asBuffer(request(world.server).get(`/api/training-bodies/${world.bodyId}/trust/root.pem`))).body.toString();

describe('a seal brought from a certificate authority', () => {
  it.each(['rsa', 'ec'] as const)('seals from then on, with a key of the kind %s', async (key) => {
    const before = await authorities().sealFor(world.bodyId);
    const { code, said } = await keys(['import-seal', authority.issue({ key })]);
    expect(said).toContain('某某憑證公司 Root');
    expect(code).toBe(0);
    const seal = await authorities().sealFor(world.bodyId);
    expect(seal.certificate).not.toEqual(before.certificate);
    const sealed = await signPdf(tinyPdf(), seal);
    const trusted = await checked(sealed, await rootPem());
    expect(trusted.steps.filter(({ ok }) => !ok)).toEqual([]);
    expect(trusted).toMatchObject({ outcome: 'valid', signatures: [{ name: '試金石職能評量中心印鑑' }] });
    const stranger = await checked(sealed, (await authorities().trust(world.bodyId)).chain);
    expect(stranger.outcome).toBe('untrusted');
    expect(stranger.steps.find(({ step }) => step === 'chain')).toMatchObject({
      detail: 'chain_not_trusted',
      params: { issuer: '某某憑證公司 Root' },
    });
  });

  it('stays the seal when it is imported again, and its key is no longer in the clear anywhere', async () => {
    const path = authority.issue();
    await keys(['import-seal', path]);
    const { length } = await rows();
    const again = await keys(['import-seal', path]);
    expect(again.code).toBe(0);
    expect(again.said).toContain('未作變更');
    expect(await rows()).toHaveLength(length);
    const entries = await world.app.get(Database).read.findBy(AuditEntry, { action: 'signing.seal_brought' });
    expect(entries).toHaveLength(3);
  });

  it('gives way to the body’s own seal when it is revoked or has ended, and still verifies what it sealed', async () => {
    await keys(['import-seal', authority.issue()]);
    const brought = await authorities().sealFor(world.bodyId);
    const sealed = await signPdf(tinyPdf(), brought);
    expect((await keys(['rotate-seal'])).code).toBe(0);
    const own = await authorities().sealFor(world.bodyId);
    expect(own.certificate).not.toEqual(brought.certificate);
    expect((await rows()).filter(({ issuerId }) => issuerId === null)).not.toHaveLength(0);
    expect((await checked(sealed, await rootPem())).outcome).toBe('valid');
  });

  it('is trusted no more once its key was stolen', async () => {
    await keys(['import-seal', authority.issue()]);
    const sealed = await signPdf(tinyPdf(), await authorities().sealFor(world.bodyId));
    expect((await keys(['compromise', 'seal'])).code).toBe(0);
    expect((await checked(sealed, await rootPem())).outcome).toBe('untrusted');
  });

  it('is refused with the reason in both languages, and changes nothing', async () => {
    const before = await rows();
    const wrong = await keys(['import-seal', authority.issue()], { SEAL_PASSPHRASE: 'another passphrase' });
    expect(wrong).toEqual({ code: 1, said: '通行碼不符。\n  The passphrase does not fit.\n' });
    const alone = await keys(['import-seal', authority.issue({ withChain: false })]);
    expect(alone.said).toContain('缺少「某某憑證公司 Root」的憑證');
    expect((await keys(['import-seal', authority.issue({ key: 'weak' })])).said).toContain('rsa 1024');
    const curve = await keys(['import-seal', authority.issue({ key: 'ec384' })]);
    expect(curve).toEqual({ code: 1, said: expect.stringContaining('ec secp384r1') });
    expect((await keys(['import-seal', authority.rootFile])).code).toBe(2);
    expect((await keys(['import-seal'])).code).toBe(2);
    expect(await rows()).toEqual(before);
    const chain = await keys(['import-seal', authority.issue({ withChain: false }), '--chain', authority.rootFile]);
    expect(chain.code).toBe(0);
  });
});
