import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { Client } from 'pg';
import request, { type Test as Call } from 'supertest';
import { AppModule } from '../src/app.module.js';
import { configure } from '../src/app.setup.js';
import { Clock } from '../src/common/clock.js';
import { type Role } from '../src/common/actor.js';
import { makeLogger, nestLogger } from '../src/common/logging.js';
import { Config } from '../src/config.js';
import { FirstStart } from '../src/first-start.js';
import { passwordCost } from '../src/people/password.js';
import { FileKeyStore } from '../src/signing/file-key-store.js';
import { KeyStore } from '../src/signing/key-store.js';
import { inspect } from '../src/verification/inspect.js';
import { Inspector } from '../src/verification/inspector.js';

/** A clock the test sets; it stands still otherwise moves by a millisecond a reading, so that times differ. */
export class TestClock extends Clock {
  private at = Date.parse('2026-03-02T01:00:00.000Z');
  override now(): Date {
    this.at += 1;
    return new Date(this.at);
  }
  set(instant: string): void {
    this.at = Date.parse(instant);
  }
  pass(days: number): void {
    this.at += days * 86_400_000;
  }
}

/** Keys as they are kept, but for a passphrase that costs nothing to guess: a test makes dozens of them. */
class CheapKeyStore extends FileKeyStore {
  protected override readonly rounds = 1_000;
}

/** The same goes for passwords: hundreds of people sign in. */
const cheapPasswords = { memoryCost: 64, timeCost: 1 };
const realPasswords = { ...passwordCost };

/** A person of the test world: signed in, speaking HTTP. */
export class Persona {
  constructor(
    readonly id: string,
    readonly name: string,
    readonly email: string,
    private readonly server: string,
    private readonly token: string,
  ) {}
  private with(call: Call): Call {
    return call.set('Authorization', `Bearer ${this.token}`);
  }
  get = (path: string): Call => this.with(request(this.server).get(`/api${path}`));
  post = (path: string, body?: object): Call => this.with(request(this.server).post(`/api${path}`)).send(body);
  put = (path: string, body?: object): Call => this.with(request(this.server).put(`/api${path}`)).send(body);
  patch = (path: string, body?: object): Call => this.with(request(this.server).patch(`/api${path}`)).send(body);
  delete = (path: string): Call => this.with(request(this.server).delete(`/api${path}`));
  /** A multipart request, to be filled with `.field` and `.attach`. */
  upload = (path: string): Call => this.with(request(this.server).post(`/api${path}`));
}

export interface WorldOptions {
  env?: Record<string, string>;
  /** Skips the five documents, for suites that need none. */
  withoutSeeds?: boolean;
  /** Hashes passwords at what they cost in earnest. */
  realPasswords?: boolean;
  /** Replaces providers, for injected faults. */
  override?: [token: unknown, value: unknown][];
}

/** The real application on a real database in a folder of its own, with its operator signed in. */
export class World {
  readonly clock = new TestClock();
  app: NestExpressApplication;
  config: Config;
  operator: Persona;
  bodyId: string;
  firstPassword: { email: string; password: string };
  server: string;
  readonly folder = mkdtempSync(join(tmpdir(), 'touchstone-'));
  private database: string | null = null;
  private names = 0;

  static async open(options: WorldOptions = {}): Promise<World> {
    const world = new World();
    await world.start(options);
    return world;
  }

  /** Starts (again) on the same folder and database. */
  async start(options: WorldOptions = {}): Promise<void> {
    Object.assign(passwordCost, options.realPasswords ? realPasswords : cheapPasswords);
    this.config = new Config({
      DATA_DIR: join(this.folder, 'data'),
      UPLOADS_DIR: join(this.folder, 'uploads'),
      LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'fatal',
      KEY_PASSPHRASE: 'correct horse battery staple',
      ...(await this.databaseEnv()),
      ...options.env,
    });
    const building = Test.createTestingModule({ imports: [AppModule.with(this.config)] })
      .overrideProvider(Clock)
      .useValue(this.clock)
      .overrideProvider(KeyStore)
      .useValue(new CheapKeyStore(this.config))
      .overrideProvider(Inspector)
      .useValue({ inspect });
    for (const [token, value] of options.override ?? []) building.overrideProvider(token).useValue(value);
    const module = await building.compile();
    this.app = module.createNestApplication<NestExpressApplication>({
      bodyParser: false,
      logger: nestLogger(makeLogger(this.config.logLevel)),
    });
    configure(this.app, this.config);
    await this.app.init();
    const first = await this.app.get(FirstStart).run({ seeds: !options.withoutSeeds });
    await this.app.listen(0, '127.0.0.1');
    this.server = await this.app.getUrl();
    if (first) {
      this.firstPassword = first;
      this.operator = await this.signInFirst(first.email, first.password, '管理者');
      this.bodyId = (await this.operator.get('/training-bodies')).body[0].id;
    }
  }

  async stop(): Promise<void> {
    await this.app?.close();
  }

  async close(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
    if (this.database) await admin((client) => client.query(`DROP DATABASE "${this.database}" WITH (FORCE)`));
  }

  /** A new person with these roles at the first training body (or another). */
  async person(name: string, roles: Role[], bodyId = this.bodyId, by = this.operator): Promise<Persona> {
    const email = `person${++this.names}@example.tw`;
    const added = await by.post(`/training-bodies/${bodyId}/people`, { name, email, roles }).expect(201);
    return this.signInFirst(email, added.body.oneTimePassword, name);
  }

  /** Renames a body, upon what it is now. */
  async changeBody(changes: object, bodyId = this.bodyId): Promise<void> {
    const path = `/training-bodies/${bodyId}`;
    const { headers } = await this.operator.get(path).expect(200);
    await this.operator.patch(path, changes).set('If-Match', headers.etag!).expect(200);
  }

  /** Changes rule settings of a body, upon what they are now. */
  async changeSettings(changes: object, bodyId = this.bodyId): Promise<void> {
    const path = `/training-bodies/${bodyId}/rule-settings`;
    const { headers } = await this.operator.get(path).expect(200);
    await this.operator
      .put(path, { reason: '政策調整', ...changes })
      .set('If-Match', headers.etag!)
      .expect(200);
  }

  /** Signs in with a one-time password, changes it, and leaves with an API token, as a careful machine would. */
  async signInFirst(email: string, oneTime: string, name: string): Promise<Persona> {
    const agent = request.agent(this.server);
    const { body: session } = await agent.post('/api/session').send({ email, password: oneTime }).expect(200);
    const csrf = { 'X-CSRF-Token': session.csrfToken };
    const password = { currentPassword: oneTime, newPassword: passwordOf(email) };
    await agent.put('/api/password').set(csrf).send(password).expect(204);
    const { body: token } = await agent.post('/api/api-tokens').set(csrf).send({ name: 'test' }).expect(201);
    return new Persona(session.userId, name, email, this.server, token.token);
  }

  private async databaseEnv(): Promise<Record<string, string>> {
    const server = process.env.TEST_DATABASE_URL;
    if (!server) return {};
    if (!this.database) {
      this.database = `world_${process.pid}_${Math.random().toString(36).slice(2)}`;
      await admin((client) => client.query(`CREATE DATABASE "${this.database}"`));
    }
    const url = new URL(server);
    url.pathname = `/${this.database}`;
    return { DATABASE_URL: url.toString() };
  }
}

export const passwordOf = (email: string): string => `long enough, ${email.split('').reverse().join('')}`;

async function admin(work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: process.env.TEST_DATABASE_URL });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
