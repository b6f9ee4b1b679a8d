import request from 'supertest';
import { ApiToken } from '../src/auth/api-token.entity.js';
import { AuthService } from '../src/auth/auth.service.js';
import { Session } from '../src/auth/session.entity.js';
import { Throttles } from '../src/auth/throttle.js';
import { Database } from '../src/database/database.js';
import { FirstStart } from '../src/first-start.js';
import { User } from '../src/people/user.entity.js';
import { attempt, Page } from './support/page.js';
import { World, passwordOf } from './world.js';

describe('signing in', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open({ withoutSeeds: true });
  });
  afterAll(() => world?.close());

  it('refuses a stranger everything but the public routes', async () => {
    await request(world.server)
      .get('/api/me')
      .expect(401)
      .expect('content-type', /problem\+json/);
    await request(world.server).get('/health').expect(200);
    await request(world.server).get('/ready').expect(200);
  });

  it('opens nothing but the change of password to a one-time password', async () => {
    const added = await world.operator
      .post(`/training-bodies/${world.bodyId}/people`, { name: '新人', email: 'new@example.tw', roles: ['assessor'] })
      .expect(201);
    const agent = request.agent(world.server);
    const { body } = await agent
      .post('/api/session')
      .send({ email: 'new@example.tw', password: added.body.oneTimePassword })
      .expect(200);
    expect(body.passwordChangeRequired).toBe(true);
    const refused = await agent.get('/api/me').expect(403);
    expect(refused.body.code).toBe('password_change_required');
    await agent
      .put('/api/password')
      .set('X-CSRF-Token', body.csrfToken)
      .send({ currentPassword: added.body.oneTimePassword, newPassword: 'a new long password' })
      .expect(204);
    await agent.get('/api/me').expect(200);
  });

  it('refuses a change without the CSRF token and allows it with the token', async () => {
    const person = await world.person('阿明', ['assessor']);
    const agent = request.agent(world.server);
    const { body } = await agent
      .post('/api/session')
      .send({ email: person.email, password: passwordOf(person.email) })
      .expect(200);
    const refused = await agent.patch('/api/me').send({ locale: 'en' }).expect(403);
    expect(refused.body.code).toBe('csrf_failed');
    await agent.patch('/api/me').set('X-CSRF-Token', body.csrfToken).send({ locale: 'en' }).expect(200);
  });

  it('holds an account and address after five wrong passwords, for everybody sharing the database', async () => {
    const person = await world.person('阿華', ['assessor']);
    const attempt = (password: string) =>
      request(world.server).post('/api/session').send({ email: person.email, password });
    for (let i = 0; i < 5; i++) await attempt(`wrong number ${i}`).expect(401);
    const held = await attempt(passwordOf(person.email)).expect(429);
    expect(Number(held.headers['retry-after'])).toBeGreaterThan(0);
    world.clock.pass(1);
    await attempt(passwordOf(person.email)).expect(200);
  });

  it('names each wrong field in the language asked for', async () => {
    const { body } = await world.operator
      .post(`/training-bodies/${world.bodyId}/people`, { name: ' ', email: 'nobody', roles: ['king'], extra: 1 })
      .set('Accept-Language', 'en')
      .expect(400);
    expect(body.errors.map((e: { field: string; rule: string }) => `${e.field} ${e.rule}`).sort()).toEqual([
      'email isEmail',
      'extra whitelistValidation',
      'name isNotEmpty',
      'roles isIn',
    ]);
    expect(body.errors[0].detail).toMatch(/[a-z]/);
  });
});

describe('a password', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open({ withoutSeeds: true });
  });
  afterAll(() => world?.close());
  afterEach(() => jest.restoreAllMocks());

  /** Lets something happen after the next password was found right, and before anything follows from it. */
  const onceVerified = (happen: () => Promise<unknown>): void => {
    const throttles = world.app.get(Throttles);
    const forgive = throttles.forgive.bind(throttles);
    jest.spyOn(throttles, 'forgive').mockImplementationOnce(async (limits) => {
      await happen();
      await forgive(limits);
    });
  };

  it('that is changed while somebody signs in with it lets nobody in', async () => {
    const { email } = await world.person('阿忠', ['assessor']);
    const page = await Page.open(world.server, email);
    onceVerified(() => page.changePassword(passwordOf(email), 'another password, longer').expect(204));
    expect((await attempt(world.server, email).expect(401)).body.code).toBe('wrong_credentials');
    expect((await page.get('/sessions').expect(200)).body).toHaveLength(1);
  });

  it('that is reset while somebody signs in with it lets nobody in', async () => {
    const { id, email } = await world.person('阿義', ['assessor']);
    const reset = `/training-bodies/${world.bodyId}/people/${id}/password-reset`;
    onceVerified(() => world.operator.post(reset).expect(201));
    expect((await attempt(world.server, email).expect(401)).body.code).toBe('wrong_credentials');
  });

  it('that is refused says which rule it breaks', async () => {
    const { email } = await world.person('阿平', ['assessor']);
    const page = await Page.open(world.server, email);
    const fieldsOf = async (current: string, next: string): Promise<object> => {
      const { body } = await page.changePassword(current, next);
      return body.errors.map(({ field, rule }: { field: string; rule: string }) => [field, rule]);
    };
    const own = passwordOf(email);
    expect(await fieldsOf(own, 'short')).toEqual([['newPassword', 'isLongPassword']]);
    expect(await fieldsOf(own, 'password12345')).toEqual([['newPassword', 'isUncommonPassword']]);
    expect(await fieldsOf(own, `I am ${email}`)).toEqual([['newPassword', 'isPasswordWithoutAddress']]);
    expect(await fieldsOf(own, own)).toEqual([['newPassword', 'isOtherPassword']]);
    expect(await fieldsOf('a wrong guess', 'a new long password')).toEqual([['currentPassword', 'isCurrentPassword']]);
  });

  it('that is too weak, or the same again, is refused before any is checked, and forgives no wrong guess', async () => {
    const { email } = await world.person('阿和', ['assessor']);
    const page = await Page.open(world.server, email);
    const change = async (current: string, next: string) => {
      const { status, body } = await page.changePassword(current, next);
      return status === 204 ? 204 : body.code;
    };
    for (let i = 0; i < 4; i += 1)
      expect(await change('a wrong guess', 'long enough, really')).toBe('wrong_credentials');
    for (let i = 0; i < 9; i += 1) {
      expect(await change('a wrong guess', 'short')).toBe('weak_password');
      expect(await change('a wrong guess', 'a wrong guess')).toBe('weak_password');
      expect(await change('ﬁve wrong guesses', 'five wrong guesses')).toBe('weak_password');
      expect(await change(passwordOf(email), 'short')).toBe('weak_password');
    }
    expect(await change('a wrong guess', 'long enough, really')).toBe('wrong_credentials');
    expect(await change(passwordOf(email), 'long enough, really')).toBe('throttled');
    world.clock.pass(0.1);
    expect(await change(passwordOf(email), 'long enough, really')).toBe(204);
    for (let i = 0; i < 5; i += 1)
      expect(await change('a wrong guess', 'long again, really')).toBe('wrong_credentials');
  });

  it('that two pages change at once is the one whose page was told so', async () => {
    const { email } = await world.person('阿平', ['assessor']);
    const pages = [await Page.open(world.server, email), await Page.open(world.server, email)];
    const wishes = ['the first of two passwords', 'the second of two passwords'];
    const answers = await Promise.all(pages.map((page, i) => page.changePassword(passwordOf(email), wishes[i]!)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 401]);
    const told = answers.findIndex(({ status }) => status === 204);
    await attempt(world.server, email, wishes[told]).expect(200);
    await attempt(world.server, email, wishes[1 - told]).expect(401);
  });
});

describe('an API token', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open({ withoutSeeds: true });
  });
  afterAll(() => world?.close());
  afterEach(() => jest.restoreAllMocks());

  it.each([
    ['make another token', 'post', () => '/api-tokens', { name: 'an heir' }],
    ['end a token', 'delete', (own: { token: string }) => `/api-tokens/${own.token}`, undefined],
    ['end a session', 'delete', (own: { session: string }) => `/sessions/${own.session}`, undefined],
    ['change the password', 'put', () => '/password', { currentPassword: 'unknown', newPassword: 'a new long one' }],
  ] as const)('cannot %s, so that a leaked one ends when its owner wants', async (_, method, pathOf, body) => {
    const person = await world.person('阿信', ['assessor']);
    const page = await Page.open(world.server, person.email);
    const [token] = (await page.get('/api-tokens').expect(200)).body;
    const [session] = (await page.get('/sessions').expect(200)).body;
    const path = pathOf({ token: token.id, session: session.id });
    const answers = ['zh-TW', 'en'].map((locale) => person[method](path, body).set('Accept-Language', locale));
    const [chinese, english] = await Promise.all(answers.map((answer) => answer.expect(403)));
    expect(chinese!.body).toMatchObject({ code: 'session_required', title: expect.stringMatching(/登入/) });
    expect(english!.body).toMatchObject({ code: 'session_required', title: expect.stringMatching(/[Ss]ign in/) });
    expect((await page.get('/api-tokens').expect(200)).body).toHaveLength(1);
    expect((await page.get('/sessions').expect(200)).body).toHaveLength(2);
  });

  it('is not made by a session that ended meanwhile', async () => {
    const { email } = await world.person('阿仁', ['assessor']);
    const [mine, thieves] = [await Page.open(world.server, email), await Page.open(world.server, email)];
    const auth = world.app.get(AuthService);
    const createToken = auth.createToken.bind(auth);
    jest.spyOn(auth, 'createToken').mockImplementationOnce(async (...wish) => {
      await mine.changePassword(passwordOf(email), 'another password, longer').expect(204);
      return createToken(...wish);
    });
    expect((await thieves.post('/api-tokens', { name: 'an heir' }).expect(401)).body.code).toBe('unauthenticated');
    expect((await mine.get('/api-tokens').expect(200)).body).toEqual([]);
  });
});

describe('a session', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open({ withoutSeeds: true });
  });
  afterAll(() => world?.close());

  it('is listed to its person alone, newest first, with the one that asks marked', async () => {
    const { email } = await world.person('阿春', ['assessor']);
    await Page.open(world.server, (await world.person('阿夏', ['assessor'])).email);
    const [old, page] = [await Page.open(world.server, email), await Page.open(world.server, email)];
    const list = async (of: Page) => (await of.get('/sessions').expect(200)).body as { id: string; current: boolean }[];
    const marks = (rows: { current: boolean }[]) => rows.map(({ current }) => current);
    expect(marks(await list(page))).toEqual([true, false, false]);
    expect(marks(await list(old))).toEqual([false, true, false]);
    expect(Object.keys((await list(page))[0]!).sort()).toEqual([
      'createdAt',
      'current',
      'expiresAt',
      'id',
      'userAgent',
    ]);
  });

  it('that is ended by another stops working and leaves the list', async () => {
    const { email } = await world.person('阿秋', ['assessor']);
    const [lost, page] = [await Page.open(world.server, email), await Page.open(world.server, email)];
    const [, row] = (await page.get('/sessions').expect(200)).body;
    await page.delete(`/sessions/${row.id}`).expect(204);
    await lost.get('/me').expect(401);
    await lost.get('/session').expect(401);
    expect((await page.get('/sessions').expect(200)).body).toHaveLength(2);
    await page.delete(`/sessions/${row.id}`).expect(404);
  });

  it('that signs out takes the cookie back and stops working', async () => {
    const page = await Page.open(world.server, (await world.person('阿冬', ['assessor'])).email);
    const { headers } = await page.delete('/session').expect(204);
    expect(headers['set-cookie']![0]).toMatch(/^touchstone=;.*Expires=Thu, 01 Jan 1970/);
    await page.get('/me').expect(401);
  });

  it('ends by the clock, used or not', async () => {
    const page = await Page.open(world.server, (await world.person('阿年', ['assessor'])).email);
    const hours = world.config.sessionHours;
    world.clock.pass((hours - 0.1) / 24);
    await page.get('/me').expect(200);
    world.clock.pass(0.2 / 24);
    await page.get('/me').expect(401);
  });

  it('outlives a change of password only where it was changed, and no API token does', async () => {
    const person = await world.person('阿月', ['assessor']);
    const [here, there] = [await Page.open(world.server, person.email), await Page.open(world.server, person.email)];
    await here.changePassword(passwordOf(person.email), 'another password, longer').expect(204);
    await here.get('/me').expect(200);
    await there.get('/me').expect(401);
    await person.get('/me').expect(401);
    expect((await here.get('/sessions').expect(200)).body).toMatchObject([{ current: true }]);
    expect((await here.get('/api-tokens').expect(200)).body).toEqual([]);
  });

  it('comes in a cookie that no script reads and no other site sends', async () => {
    const { email } = await world.person('阿日', ['assessor']);
    const { setCookie } = await Page.open(world.server, email);
    const attributes = setCookie
      .split('; ')
      .map((part) => part.replace(/=.*/, (value) => (/^=\//.test(value) ? value : '')));
    expect(setCookie).toMatch(/^touchstone=[\w-]{43};/);
    expect(setCookie).toMatch(/; SameSite=Strict/);
    expect(attributes).toEqual(expect.arrayContaining(['HttpOnly', 'Path=/']));
    expect(setCookie).not.toMatch(/Domain|Secure/i);
  });
});

describe('an API token in use', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open({ withoutSeeds: true });
  });
  afterAll(() => world?.close());

  const bearer = (token: string) => request(world.server).get('/api/me').set('Authorization', `Bearer ${token}`);

  it('stops working when it is ended, and when its time is over', async () => {
    const page = await Page.open(world.server, (await world.person('阿東', ['assessor'])).email);
    const expiresAt = new Date(world.clock.now().getTime() + 3_600_000).toISOString();
    const [short, long] = [
      (await page.post('/api-tokens', { name: 'short', expiresAt }).expect(201)).body,
      (await page.post('/api-tokens', { name: 'long' }).expect(201)).body,
    ];
    await bearer(short.token).expect(200);
    await bearer(long.token).expect(200);
    world.clock.pass(1 / 20);
    await bearer(short.token).expect(401);
    await bearer(long.token).expect(200);
    await page.delete(`/api-tokens/${long.id}`).expect(204);
    await bearer(long.token).expect(401);
  });
});

describe('an installation reached by https', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open({ withoutSeeds: true, realPasswords: true });
    await world.stop();
    world.firstPassword = { email: '', password: '' };
    await world.start({ withoutSeeds: true, env: { PUBLIC_URL: 'https://touchstone.example' } });
  });
  afterAll(() => world?.close());

  it('sends its cookie over https only, bound to its host, and takes it back the same way', async () => {
    const page = await Page.open(world.server, 'admin@touchstone.local');
    expect(page.setCookie).toMatch(/^__Host-touchstone=[\w-]{43};/);
    expect(page.setCookie.split('; ')).toEqual(
      expect.arrayContaining(['Path=/', 'HttpOnly', 'Secure', 'SameSite=Strict']),
    );
    const { headers } = await page.delete('/session').expect(204);
    // A browser takes no cookie of such a name without these, not even an empty one.
    expect(headers['set-cookie']![0]!.split('; ')).toEqual(
      expect.arrayContaining(['__Host-touchstone=', 'Path=/', 'Secure']),
    );
  });

  it('keeps passwords as argon2id, and of cookies and tokens only hashes', async () => {
    const db = world.app.get(Database);
    const page = await Page.open(world.server, 'admin@touchstone.local');
    const { token } = (await page.post('/api-tokens', { name: 'x' }).expect(201)).body;
    for (const { passwordHash } of await db.read.find(User)) {
      expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    }
    const rows = JSON.stringify([await db.read.find(Session), await db.read.find(ApiToken)]);
    expect(rows).not.toContain(token);
    expect(rows).not.toContain(/=([\w-]{43});/.exec(page.setCookie)![1]);
  });

  it('shows no first password at a second start', async () => {
    expect(world.firstPassword).toEqual({ email: '', password: '' });
    expect(await world.app.get(FirstStart).run({ seeds: false })).toBeNull();
    expect(await world.app.get(Database).read.count(User)).toBe(1);
  });
});
