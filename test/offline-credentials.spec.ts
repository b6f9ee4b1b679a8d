import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { main } from '../src/cli/verify.js';
import { signCredential } from '../src/credentials/jws.js';
import { payloadOf } from '../src/credentials/send-credential.js';
import { Database } from '../src/database/database.js';
import { renderCertificate } from '../src/documents/certificate.js';
import { type CertificateRecord } from '../src/documents/certificate-record.js';
import { Authorities } from '../src/signing/authorities.service.js';
import { signPdf } from '../src/signing/pades.js';
import { type BundleContent, readBundle, sealBundle, type TrustBundle } from '../src/verification/trust-bundle.js';
import { type Competent, competentVerdicts } from './factories/competent.js';
import { attachmentsOf } from './support/attachments.js';
import { World } from './world.js';

const days = 86_400_000;

let world: World;
let certificates: { id: string; pdf: Buffer; record: CertificateRecord; jwt: string }[];
let bundle: TrustBundle;
const file = (name: string) => join(world.folder, name);
const keep = (name: string, content: string | Uint8Array) => {
  writeFileSync(file(name), content);
  return file(name);
};
const seal = () => world.app.get(Authorities).sealFor(world.bodyId);
const soon = () => new Date(world.clock.now());
const fetched = async (name: string): Promise<TrustBundle> => {
  const { text } = await request(world.server).get(`/api/training-bodies/${world.bodyId}/trust/bundle`).expect(200);
  keep(name, text);
  return JSON.parse(text) as TrustBundle;
};

async function run(argv: string[], now = soon()): Promise<{ code: number; printed: string }> {
  let printed = '';
  const code = await main(argv, (text) => (printed += text), now);
  return { code, printed };
}
/** The name of a file that holds this. */
const spoilt = (text: string): string => {
  keep('spoilt.jwt', text);
  return 'spoilt.jwt';
};
const check = (name: string, trust = 'bundle.json', now = soon()) => run([file(name), '--trust', file(trust)], now);

beforeAll(async () => {
  world = await World.open({ withoutSeeds: true });
  const officer = await world.person('承辦人', ['officer']);
  const lead = await world.person('陳評量', ['assessor']);
  const shape = { bodyId: world.bodyId, leadId: lead.id, count: 2 };
  const verdicts: Competent[] = await competentVerdicts(world.app.get(Database), shape);
  certificates = [];
  for (const { assessmentId } of verdicts) {
    const { body } = await officer.post(`/assessments/${assessmentId}/certificate`, {}).expect(201);
    const { body: pdf } = await officer.get(`/certificates/${body.id}/document`).buffer(true).expect(200);
    const [record, jwt] = attachmentsOf(pdf).map(({ bytes }) => bytes.toString());
    certificates.push({ id: body.id, pdf, record: JSON.parse(record!) as CertificateRecord, jwt: jwt! });
  }
  const [good, revoked] = certificates;
  const end = { reason: 'issued_in_error', note: '誤發' };
  await officer.post(`/certificates/${revoked!.id}/revocation`, end).expect(200);
  bundle = await fetched('bundle.json');
  keep('root.pem', bundle.roots);
  for (const [name, { pdf, jwt }] of [
    ['good', good!],
    ['revoked', revoked!],
  ] as const) {
    keep(`${name}.pdf`, pdf);
    keep(`${name}.jwt`, jwt);
  }
});
afterAll(() => world?.close());

/** The first certificate with another credential in it, rightly sealed all the same. */
async function holding(text: string): Promise<Buffer> {
  const { record } = certificates[0]!;
  const name = `${record.documentNumber}.jwt`;
  const about = { type: 'application/vc+jwt', relationship: 'Supplement', description: 'Open Badges 3.0' } as const;
  return signPdf(await renderCertificate(record, { attachments: [{ name, text, ...about }] }), await seal());
}
/** The first credential with other words, signed by the seal. */
const saying = async (change: (it: Said) => void): Promise<string> => {
  const said = payloadOf(certificates[0]!.jwt) as unknown as Said;
  change(said);
  return signCredential(await seal(), bundle.didDocument!.id, said);
};
interface Said {
  validFrom: string;
  credentialSubject: {
    identifier: [{ identityHash: string }];
    achievement: { humanCode: string };
  };
}
const contentOf = (sealed: TrustBundle): BundleContent => {
  const content: Partial<TrustBundle> = { ...sealed };
  delete content.signature;
  return content as BundleContent;
};
/** The bundle with other words, sealed anew. */
const sealedAnew = async (name: string, change: Partial<BundleContent>) => {
  return keep(name, await sealBundle({ ...contentOf(bundle), ...change }, await seal()));
};

describe('a trust bundle', () => {
  it('brings the keys of the body’s seals and its status lists', () => {
    expect(bundle.didDocument!.id).toContain(world.bodyId);
    expect(bundle.didDocument!.verificationMethod).toHaveLength(1);
    expect(bundle.statusLists).toEqual([expect.stringMatching(/^eyJ/)]);
  });

  it.each<[string, () => object]>([
    ['keys of another body', () => ({ didDocument: { ...bundle.didDocument, id: 'did:web:x:training-bodies:y' } })],
    ['keys without lists', () => ({ statusLists: undefined })],
    ['methods that are none', () => ({ didDocument: { ...bundle.didDocument, verificationMethod: [null] } })],
    ['a list of half a megabyte', () => ({ statusLists: ['x'.repeat(500_000)] })],
    ['more lists than there can be', () => ({ statusLists: Array.from({ length: 1001 }, () => 'x') })],
  ])('is none with %s', (_, change) => {
    const spoilt = JSON.stringify({ ...bundle, ...change() });
    expect(readBundle(spoilt, { now: soon() })).toEqual({ ok: false, problem: 'bundle_malformed' });
  });
});

describe('the credential in a certificate', () => {
  it('is found good, in words of both languages, and said to be about this document', async () => {
    const { code, printed } = await check('good.pdf');
    expect(code).toBe(0);
    expect(printed).toContain('✓ 內嵌的數位憑證：通過。簽章正確');
    expect(printed).toContain('does not show this credential as revoked. It is about this document');
  });

  it('is told to programs without what it says', async () => {
    const { printed } = await run(['--json', file('good.pdf'), '--trust', file('bundle.json')]);
    const { credential } = JSON.parse(printed) as { credential: object };
    expect(credential).toMatchObject({
      ...{ name: `${certificates[0]!.record.documentNumber}.jwt`, mediaType: 'application/vc+jwt' },
      ...{ outcome: 'good', signature: 'valid', status: 'good', differs: [], size: certificates[0]!.jwt.length },
    });
    expect(printed).not.toContain('受評者1');
  });

  it('is told as not checked by a root alone, or by a bundle of the first version', async () => {
    await sealedAnew('old.json', { didDocument: undefined, statusLists: undefined });
    for (const trust of ['root.pem', 'old.json']) {
      const { code, printed } = await check('good.pdf', trust);
      expect([code, printed]).toEqual([0, expect.stringContaining('未查驗內嵌的數位憑證')]);
    }
  });

  it('answers 3 where a list shows it as revoked, be the bundle silent or a month old', async () => {
    await sealedAnew('silent.json', { ended: [] });
    const { code, printed } = await check('revoked.pdf', 'silent.json');
    expect(code).toBe(3);
    expect(printed).toContain('✗ 內嵌的數位憑證：未通過。簽章正確');
    expect(printed).toContain('已被撤銷或取代。它說的就是這份文件');
    expect((await check('revoked.pdf', 'silent.json', new Date(soon().getTime() + 30 * days))).code).toBe(3);
  });

  it.each<[string, string, () => string | Promise<string>]>([
    ['of another certificate', '文件編號或簽發時間、持有人姓名不同', () => certificates[1]!.jwt],
    [
      'of another holder',
      '它說的不是這份文件：持有人姓名不同',
      () => saying((it) => (it.credentialSubject.identifier[0].identityHash = '別人')),
    ],
    [
      'of another unit',
      '它說的不是這份文件：單元或基準不同',
      () => saying((it) => (it.credentialSubject.achievement.humanCode = 'X')),
    ],
    [
      'of another time',
      '它說的不是這份文件：文件編號或簽發時間不同',
      () => saying((it) => (it.validFrom = '2026-01-01T00:00:00.000Z')),
    ],
    ['that is altered', '簽章不符', () => certificates[0]!.jwt.replace(/\.\w{8}/, '.eyJhIjox')],
    ['that is none', '看得懂', () => '不是憑證'],
  ])('answers 1 for one %s, though the PDF is rightly signed', async (_, words, jwt) => {
    keep('other.pdf', await holding(await jwt()));
    const { code, printed } = await check('other.pdf');
    expect(printed).toContain(words);
    expect(printed).toContain('PDF 的簽章完好，但內嵌的數位憑證有問題');
    expect(code).toBe(1);
  });
});

describe('a credential in a file of its own', () => {
  it('is checked by a bundle, and says whose it is', async () => {
    const { code, printed } = await check('good.jwt');
    expect(code).toBe(0);
    expect(printed).toContain('持有人「受評者1」，職能單元評量結果證明');
    expect(printed).toContain('Valid: the issuer signed this credential');
  });

  it.each<[string, number, () => Promise<{ code: number; printed: string }>]>([
    ['is revoked', 3, () => check('revoked.jwt')],
    ['was altered', 1, () => check(spoilt(certificates[0]!.jwt.replace(/\.\w{8}/, '.eyJhIjox')))],
    ['is none', 1, () => check(spoilt('hello'))],
    ['is not valid yet', 1, () => check('good.jwt', 'bundle.json', new Date('2020-01-01T00:00:00Z'))],
    ['has no bundle to be checked by', 2, () => check('good.jwt', 'root.pem')],
  ])('that %s answers %i', async (_, code, answer) => {
    expect((await answer()).code).toBe(code);
  });
});

describe('a credential whose key was stolen', () => {
  it('is believed inside its PDF only, if that is still valid', async () => {
    const didDocument = structuredClone(bundle.didDocument!);
    didDocument.verificationMethod[0]!.revoked = '2026-03-05T00:00:00.000Z';
    await sealedAnew('stolen.json', { didDocument });
    const inside = await check('good.pdf', 'stolen.json');
    expect([inside.code, inside.printed]).toEqual([0, expect.stringContaining('由 PDF 的簽章證明')]);
    const alone = await check('good.jwt', 'stolen.json');
    expect([alone.code, alone.printed]).toEqual([1, expect.stringContaining('不可採信')]);
  });
});
