import { randomUUID } from 'node:crypto';
import { Not } from 'typeorm';
import { AuditEntry } from '../src/audit/audit-entry.entity.js';
import { systemActor } from '../src/common/actor.js';
import { Cast, type Part, parts } from './access/cast.js';
import { type Answer, expectProblem, send } from './access/client.js';
import { looks, requests, sharedSubjects } from './access/requests.js';
import { routesOf } from './access/routes.js';
import { Stage } from './access/stage.js';
import { type RowName, type SightName, sights, table } from './access/table.js';
import { World } from './world.js';

const rows = Object.keys(table) as RowName[];
const routeOf = (row: string) => row.split(' — ')[0]!;
const cellsOf = (line: string) => [...line.replaceAll(' ', '')];
const cellOf: Record<string, string> = { 401: '!', 403: '-', 404: '.', 422: 'x' };
const written = (cells: (part: Part) => string) => parts.map((part) => `${cells(part)} ${part}`);

let world: World;
let stage: Stage;
let shared: Awaited<ReturnType<typeof sharedSubjects>>;
beforeAll(async () => {
  world = await World.open();
  stage = await new Stage(world, await Cast.of(world)).prepare();
  shared = await sharedSubjects(stage);
});
afterAll(() => world?.close());

const headersOf = async (part: Part) =>
  part === 'nobody' ? {} : (await stage.cast.session(stage.cast.ids[part])).headers;
const prepared = async (row: RowName, part: Part) => {
  const call = await requests[row](stage, shared, part);
  return { part, call, headers: await headersOf(part) };
};
/** What is only read may be the same for everybody. */
const preparedForAll = async (row: RowName) => {
  if (!row.startsWith('GET')) return Promise.all(parts.map((part) => prepared(row, part)));
  const call = await requests[row](stage, shared, 'lead assessor');
  return Promise.all(parts.map(async (part) => ({ part, call, headers: await headersOf(part) })));
};
/** What people have changed: the server goes on with what it was asked for before. */
const changes = () => stage.db.read.countBy(AuditEntry, { actorId: Not(systemActor.userId) });

describe('the table of who may do what', () => {
  it('has a row for every route of the application, and no other', () => {
    expect([...new Set(rows.map(routeOf))].sort()).toEqual(routesOf(world.app).sort());
  });

  it('has a column for everybody in every row', () => {
    expect(rows.filter((row) => cellsOf(table[row]).length !== parts.length)).toEqual([]);
  });

  it.each(rows)('%s', async (row) => {
    const expected = cellsOf(table[row]);
    const made = await preparedForAll(row);
    const ask = ({ call, headers }: (typeof made)[number]) => send(world.server, routeOf(row), call, headers);
    const before = await changes();
    const answers = new Map<Part, Answer>();
    const askAll = (which: typeof made) => Promise.all(which.map(async (one) => answers.set(one.part, await ask(one))));
    await askAll(made.filter((_, i) => expected[i] !== '+'));
    expect(await changes()).toBe(before);
    await askAll(made.filter((_, i) => expected[i] === '+'));
    const found = written((part) => {
      const { status, text } = answers.get(part)!;
      return status < 300 ? '+' : (cellOf[status] ?? `${status} ${text}`);
    });
    expect(found).toEqual(written((part) => expected[parts.indexOf(part)]!));
    for (const answer of answers.values()) if (answer.status >= 300) expectProblem(answer, world.folder);
    const oneTime = answers.get('one-time password')!;
    if (oneTime.status === 403) expect(JSON.parse(oneTime.text).code).toBe('password_change_required');
  });
});

describe('what those who may read a list find in it', () => {
  it.each(Object.keys(sights) as SightName[])('%s', async (row) => {
    const { for: wanted, ...call } = await looks[row](stage, shared);
    const answers = await Promise.all(
      parts.map(async (part) => send(world.server, routeOf(row), call, await headersOf(part))),
    );
    const found = answers.map(({ status, text }) => (status !== 200 ? '·' : text.includes(wanted) ? '+' : '.'));
    const expected = cellsOf(sights[row]);
    expect(written((part) => found[parts.indexOf(part)]!)).toEqual(written((part) => expected[parts.indexOf(part)]!));
  });
});

/** Signing in has no session yet to protect, and a third party's form never any. */
const changing = [...new Set(rows.map(routeOf))].filter(
  (route) => !/^GET|^OPTIONS|^POST \/api\/session$|\/third-party-form|POST \/(api\/verifications|verify)$/.test(route),
);

describe('a session without the token of its page', () => {
  it.each(changing)('cannot %s', async (route) => {
    // It is refused before anything is looked for.
    const call = { params: (route.match(/:\w+/g) ?? []).map(() => randomUUID()) };
    const { cookie } = await headersOf('lead assessor');
    const before = await changes();
    for (const token of [null, 'x'.repeat(64), cookie!.split('=')[1]!]) {
      const page: Record<string, string> =
        token === null ? { cookie: cookie! } : { cookie: cookie!, 'x-csrf-token': token };
      const answer = await send(world.server, route, call, page);
      expect(answer.status).toBe(403);
      expect(expectProblem(answer, world.folder).code).toBe('csrf_failed');
    }
    expect(await changes()).toBe(before);
  });
});

describe('nobody', () => {
  it('is let in by a secret that is not one', async () => {
    const { headers } = await stage.cast.session(stage.cast.ids.operator);
    const secret = headers.cookie!.split('=')[1]!;
    const attempts: Record<string, string>[] = [
      { cookie: `touchstone=${secret.toUpperCase()}` },
      { cookie: `touchstone=${secret.slice(0, -1)}` },
      { cookie: `Touchstone=${secret}` },
      { cookie: 'touchstone=' },
      { cookie: `touchstone=${'%'.repeat(2000)}` },
      { authorization: `Bearer ${secret}` },
      { authorization: `Bearer ts_${secret}` },
      { authorization: 'Bearer ts_' },
      { authorization: `Basic ${Buffer.from('a:b').toString('base64')}` },
    ];
    for (const headers of attempts) {
      const answer = await send(world.server, 'GET /api/me', {}, headers);
      expect(answer.status).toBe(401);
      expect(expectProblem(answer, world.folder).code).toBe('unauthenticated');
    }
  });

  it('reads the head of what they may not read', async () => {
    for (const row of rows.filter((one) => one.startsWith('GET') && table[one].startsWith('!'))) {
      const { call } = await prepared(row, 'nobody');
      const { status } = await send(world.server, routeOf(row).replace('GET', 'HEAD'), call, {});
      expect({ row, status }).toEqual({ row, status: 401 });
    }
  });
});
