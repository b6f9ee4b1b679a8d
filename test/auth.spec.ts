import request from 'supertest';
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
