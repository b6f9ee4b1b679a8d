import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import request from 'supertest';
import { main } from '../src/cli/verify.js';
import { decided, type Decided } from './factories/decided.js';
import { issuedVerdict, withOtherPage, withOtherText } from './support/tampering.js';
import { signingWorld } from './support/cryptography.js';
import { certificateToPem } from '../src/signing/pem.js';
import { asBuffer } from './support/as-buffer.js';
import { type Persona, World } from './world.js';

let world: World;
let bundle: Record<string, unknown>;
let stands: { number: string; pdf: Buffer };
let overturned: { number: string; pdf: Buffer };
const file = (name: string) => join(world.folder, name);
const keep = (name: string, content: string | Uint8Array) => {
  writeFileSync(file(name), content);
  return file(name);
};
const path = (name: string) => `/api/training-bodies/${world.bodyId}/trust/${name}`;
const soon = () => new Date(world.clock.now());

async function run(argv: string[], now = soon()): Promise<{ code: number; printed: string }> {
  let printed = '';
  const code = await main(argv, (text) => (printed += text), now);
  return { code, printed };
}

/** A verdict that the candidate appealed against, with success. */
async function appealed({ candidate, assessor, assessmentId }: Decided, decider: Persona) {
  const { body: verdict } = await assessor.get(`/assessments/${assessmentId}/verdict`).expect(200);
  await assessor.post(`/verdicts/${verdict.id}/notification`, { channel: 'in_app' }).expect(201);
  const { body: appeal } = await candidate
    .post(`/verdicts/${verdict.id}/appeal`, { grounds: '觀察紀錄漏列一項。' })
    .expect(201);
  await decider.post(`/appeals/${appeal.id}/decision`, { outcome: 'upheld', reasons: '確有漏列。' }).expect(201);
}

beforeAll(async () => {
  world = await World.open();
  const decider = await world.person('王管理', ['administrator']);
  const [one, other] = [await decided(world), await decided(world)];
  stands = await issuedVerdict(one.assessor, one.assessmentId);
  overturned = await issuedVerdict(other.assessor, other.assessmentId);
  await appealed(other, decider);
  const answer = await request(world.server).get(path('bundle')).expect(200);
  bundle = answer.body;
  keep('bundle.json', answer.text);
  keep('stands.pdf', stands.pdf);
  keep('overturned.pdf', overturned.pdf);
  const root = await asBuffer(request(world.server).get(path('root.pem'))).expect(200);
  keep('foreign.pem', certificateToPem((await signingWorld()).authority.root.certificate));
  keep('root.pem', root.body.toString());
});
afterAll(() => world?.close());

describe('a trust bundle', () => {
  it('holds what checking needs, and nothing that tells who was assessed or which numbers there are', () => {
    expect(bundle).toMatchObject({
      schema: 'touchstone/trust-bundle/1',
      body: { id: world.bodyId },
      ended: [{ record: expect.stringMatching(/^[0-9a-f]{64}$/), how: 'superseded', reason: 'appeal_upheld' }],
    });
    expect((bundle.revocationLists as string[]).length).toBeGreaterThan(0);
    const text = JSON.stringify(bundle);
    for (const hidden of [stands.number, overturned.number, '林小美', '陳評量']) expect(text).not.toContain(hidden);
  });

  it('is sealed once for all who ask within a minute, and is not there for a body that does not exist', async () => {
    const ask = async () => (await request(world.server).get(path('bundle')).expect(200)).text;
    const first = await ask();
    expect(await ask()).toBe(first);
    world.clock.set(new Date(world.clock.now().getTime() + 61_000).toISOString());
    expect(await ask()).not.toBe(first);
    await request(world.server)
      .get('/api/training-bodies/0198c5f0-0000-7000-8000-000000000000/trust/bundle')
      .expect(404);
  });
});

describe('the verify command with a bundle', () => {
  const trust = () => ['--trust', file('bundle.json')];

  it('answers 0 for a document that stands, and says as of when', async () => {
    const { code, printed } = await run([file('stands.pdf'), ...trust()]);
    expect(code).toBe(0);
    expect(printed).toContain('未被取代或撤銷');
    expect(printed).toContain(`As of ${String(bundle.issuedAt)} this document was neither superseded nor revoked.`);
  });

  it('answers 3 for one that was superseded, with the day and the reason', async () => {
    const { code, printed } = await run([file('overturned.pdf'), file('stands.pdf'), ...trust()]);
    expect(code).toBe(3);
    expect(printed).toContain('This document was superseded on 2026-03-02: An appeal against it was upheld.');
  });

  it.each([
    ['whose text was changed', withOtherText],
    ['whose page a later revision replaced', withOtherPage],
  ])('answers 1 for one %s, whatever the others are', async (_, tamper) => {
    keep('tampered.pdf', tamper(stands.pdf));
    const { code } = await run([file('overturned.pdf'), file('tampered.pdf'), ...trust()]);
    expect(code).toBe(1);
  });

  it('speaks the language asked for', async () => {
    const { printed: english } = await run([file('stands.pdf'), ...trust(), '--lang', 'en']);
    expect(english.split('\n').filter((line) => line.includes('通過'))).toEqual([]);
    expect((await run([file('stands.pdf'), ...trust(), '--lang', 'zh-TW'])).printed).not.toContain('passed');
    expect((await run([file('stands.pdf'), ...trust(), '--lang', 'fr'])).code).toBe(2);
  });

  it('tells programs what people are told', async () => {
    const { printed } = await run([file('overturned.pdf'), ...trust(), '--json']);
    expect(JSON.parse(printed)).toMatchObject({
      outcome: 'valid',
      ended: { how: 'superseded', reason: 'appeal_upheld' },
      bundle: { issuedAt: bundle.issuedAt, outOfDate: false },
    });
  });

  it('warns of a bundle that is out of date, and still uses it', async () => {
    const later = new Date(world.clock.now().getTime() + 8 * 86_400_000);
    const { code, printed } = await run([file('stands.pdf'), ...trust()], later);
    expect(code).toBe(0);
    expect(printed).toContain('信任包已於');
  });

  it('takes its root beside it, which then must have sealed it', async () => {
    const both = await run([file('stands.pdf'), ...trust(), '--trust', file('root.pem')]);
    expect(both.code).toBe(0);
    expect(both.printed).not.toContain('根憑證取自信任包本身');
    const foreign = await run([file('stands.pdf'), ...trust(), '--trust', file('foreign.pem')]);
    expect([foreign.code, foreign.printed]).toEqual([2, expect.stringContaining('leads to no trusted root')]);
  });

  it('says of a root alone that it cannot tell whether the document stands', async () => {
    const { code, printed } = await run([file('overturned.pdf'), '--trust', file('root.pem')]);
    expect(code).toBe(0);
    expect(printed).toContain('A root alone cannot tell');
  });

  it.each<[string, () => unknown]>([
    ['whose list was emptied', () => ({ ...bundle, ended: [] })],
    ['whose days were moved', () => ({ ...bundle, nextUpdate: '2099-01-01T00:00:00.000Z' })],
    ['whose roots were exchanged', () => ({ ...bundle, roots: readFileSync(file('foreign.pem'), 'utf8') })],
    ['with something added', () => ({ ...bundle, comment: 'x' })],
    ['without a seal', () => ({ ...bundle, signature: '' })],
    ['that is none', () => ({ schema: 'other' })],
    ['whose list is none', () => ({ ...bundle, ended: {} })],
  ])('answers 2 for a bundle %s', async (_, spoilt) => {
    keep('spoilt.json', JSON.stringify(spoilt()));
    expect((await run([file('stands.pdf'), '--trust', file('spoilt.json')])).code).toBe(2);
  });

  it('needs no database, no server and no network', () => {
    const src = resolve(import.meta.dirname, '../src');
    const seen = new Set<string>();
    const outside = new Set<string>();
    const follow = (path: string): void => {
      if (seen.has(path)) return;
      seen.add(path);
      const code = readFileSync(path, 'utf8').replace(
        /import type [^;]*;|import \{(\s*type [^,}]*,?)+\s*\} from [^;]*;/g,
        '',
      );
      for (const [, from] of code.matchAll(/^(?:import|export) [^;]*?from '([^']+)'/gm)) {
        if (from!.startsWith('.')) follow(resolve(dirname(path), from!.replace(/\.js$/, '.ts')));
        else outside.add(from!);
      }
    };
    follow(join(src, 'cli/verify.ts'));
    expect([...seen].filter((path) => /\/database\/|\.service\.|\.entity\./.test(path))).toEqual([]);
    expect([...outside].filter((name) => /typeorm|nest|express|http|net$/.test(name))).toEqual([]);
  });
});
