import { Session } from '../src/auth/session.entity.js';
import { Throttle } from '../src/auth/throttle.entity.js';
import { Throttles } from '../src/auth/throttle.js';
import { Clock } from '../src/common/clock.js';
import { Database } from '../src/database/database.js';
import { attempt, Page } from './support/page.js';
import { World, passwordOf } from './world.js';

let world: World;
let db: Database;
beforeAll(async () => {
  world = await World.open({ withoutSeeds: true, env: { TRUST_PROXY: 'true' } });
  db = world.app.get(Database);
});
afterAll(() => world?.close());

const guess = (email: string, from: string, password = 'a wrong guess') =>
  attempt(world.server, email, password).set('X-Forwarded-For', from);

describe('guessing passwords', () => {
  it.each([
    ['all of a /64, which one customer has', (i: number) => `2001:db8:1:2:${i}::${i}`, '2001:db8:1:3::1'],
    [
      'an IPv4 address in any notation',
      (i: number) => ['198.51.100.7', '::ffff:198.51.100.7', '::ffff:c633:6407'][i % 3]!,
      '::ffff:198.51.100.8',
    ],
  ])('is held for %s, and for no neighbour', async (_, addressOf, neighbour) => {
    const { email } = await world.person('阿里', ['assessor']);
    for (let i = 0; i < 5; i += 1) await guess(email, addressOf(i)).expect(401);
    await guess(email, addressOf(5)).expect(429);
    await guess(email, neighbour, passwordOf(email)).expect(200);
  });

  it('is counted by all servers on one database together', async () => {
    const { email } = await world.person('阿土', ['assessor']);
    const limit = { key: `test ${email}`, failures: 2, windowSeconds: 60 };
    const [one, other] = [new Throttles(db, world.clock), new Throttles(db, world.app.get(Clock))];
    await one.attempt([limit]);
    await other.attempt([limit]);
    await expect(one.attempt([limit])).rejects.toMatchObject({ code: 'throttled' });
    await expect(other.attempt([limit])).rejects.toMatchObject({ code: 'throttled' });
  });
});

describe('what nobody needs any more', () => {
  it('of failed attempts is removed by later ones', async () => {
    await guess('nobody@example.tw', '203.0.113.1').expect(401);
    const before = (await db.read.find(Throttle)).map(({ key }) => key);
    expect(before.length).toBeGreaterThanOrEqual(3);
    world.clock.pass(1);
    await guess('somebody@example.tw', '203.0.113.2').expect(401);
    const after = (await db.read.find(Throttle)).map(({ key }) => key);
    expect(after).toHaveLength(3);
    expect(after.filter((key) => before.includes(key))).toEqual([]);
  });

  it('of sessions is removed at a sign-in thirty days after their end, and not before', async () => {
    const { email } = await world.person('阿海', ['assessor']);
    const page = await Page.open(world.server, email);
    await page.delete('/session').expect(204);
    const old = (await db.read.find(Session)).map(({ id }) => id);
    const kept = async () => (await db.read.find(Session)).filter(({ id }) => old.includes(id)).length;
    world.clock.pass(29);
    await Page.open(world.server, email);
    expect(await kept()).toBe(old.length);
    world.clock.pass(2);
    await Page.open(world.server, email);
    expect(await kept()).toBe(0);
    expect(await db.read.count(Session)).toBe(2);
  });
});
