import { jest } from '@jest/globals';
import request from 'supertest';
import { AuthService } from '../src/auth/auth.service.js';
import { Throttles } from '../src/auth/throttle.js';
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
