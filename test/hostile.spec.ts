import { randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { Cast, parts, type Somebody } from './access/cast.js';
import { type Answer, type Call, expectProblem, send } from './access/client.js';
import { requests, sharedSubjects } from './access/requests.js';
import { Stage } from './access/stage.js';
import { type RowName, table } from './access/table.js';
import { spoilt } from './access/spoilt.js';
import openapi from '../openapi.json' with { type: 'json' };
import { World } from './world.js';

let world: World;
let stage: Stage;
let shared: Awaited<ReturnType<typeof sharedSubjects>>;
beforeAll(async () => {
  world = await World.open();
  stage = await new Stage(world, await Cast.of(world)).prepare();
  shared = await sharedSubjects(stage);
});
afterAll(() => world?.close());

const routes = (Object.keys(table) as RowName[]).filter((row) => !row.includes(' — '));
const changing = routes.filter((route) => !route.startsWith('GET'));
const forms = /^POST .*(competency-documents|\/evidence|\/files|\/redaction|\/api\/verifications|\/verify)$/;
const withBody = changing.filter((route) => !forms.test(route) && takesBody(route));

/** Whether a route reads a body of JSON, as openapi.json has it. */
function takesBody(route: RowName): boolean {
  const [method, path] = route.split(' ') as [string, string];
  const paths = openapi.paths as Record<string, Record<string, { requestBody?: { content: object } }>>;
  const { requestBody } = paths[path.replaceAll(/:(\w+)/g, '{$1}')]![method.toLowerCase()]!;
  return requestBody !== undefined && 'application/json' in requestBody.content;
}

const whoMay = (route: RowName): Somebody => {
  const cells = [...table[route].replaceAll(' ', '')];
  return parts.find((_, i) => i > 1 && cells[i] === '+') as Somebody;
};
const pageOf = async (part: Somebody): Promise<Record<string, string>> => ({
  accept: 'application/json',
  ...(await stage.cast.session(stage.cast.ids[part])).headers,
});

/** A valid request of somebody who may make it, to be spoilt in one place. */
const honest = async (route: RowName): Promise<{ call: Call; page: Record<string, string> }> => {
  const part = whoMay(route);
  const { headers, ...call } = await requests[route](stage, shared, part);
  return { call, page: { ...(await pageOf(part)), ...headers } };
};
/** The same of something that is not there, for what is refused before anything is looked for: making it takes long. */
const baseless = async (route: RowName): ReturnType<typeof honest> => {
  const names = route.match(/:\w+/g) ?? [];
  if (/third-party-form/.test(route) || !names.every((name) => /id$/i.test(name))) return honest(route);
  return { call: { params: names.map(() => randomUUID()) }, page: await pageOf(whoMay(route)) };
};
const refused = (answer: Answer, ...statuses: number[]): string => {
  const { asked, status, text } = answer;
  if (!statuses.includes(status)) expect({ asked, status, text }).toEqual({ asked, status: statuses });
  return expectProblem(answer, world.folder).code;
};
const notBroken = (answer: Answer, sent?: unknown): void => {
  const { asked, status, text } = answer;
  if (status >= 500) expect({ asked, sent, status, text }).toEqual('an answer that blames the asker');
  if (status >= 400) expectProblem(answer, world.folder);
};

describe('an address with a hostile id', () => {
  const withIds = routes.filter((route) => /:/.test(route) && !route.includes('/trust/'));
  const ids = [
    'not-a-uuid',
    '1',
    'a'.repeat(10_000),
    '%00',
    '..%2F..%2Fetc%2Fpasswd',

    '%E0%A4%A',
    '😀',
    "'%20OR%201=1--",
  ];

  it.each(withIds)('finds nothing: %s', async (route) => {
    const { call, page } = await honest(route);
    for (const [position, good] of call.params!.entries()) {
      const ofAnotherKind = /\/verdicts\/:/.test(route) ? shared.itemId : shared.verdictId;
      const made = /^PUT .*(observations|questionings)/.test(route) && position === 1;
      const counted = /status-lists/.test(route) && position === 1;
      for (const id of [...ids, `${good}%00`, ...(made ? [] : [ofAnotherKind])]) {
        if (counted && id === '1') continue; // which is the first list
        const answer = await send(world.server, route, { ...call, params: call.params!.with(position, id) }, page);
        expect(['bad_request', 'not_found', 'validation_failed']).toContain(refused(answer, 400, 404));
      }
    }
  });
});

describe('an address with a hostile query', () => {
  const encoded = (text: string) => Buffer.from(text).toString('base64url');
  const queries = [
    'limit=0',
    'limit=abc',
    'limit=1&limit=2',
    'limit=',
    'cursor=%00',
    'cursor=',
    ...['x', '\u0000', '99999999999', "' OR 1=1 --", '2026 2026 2026'].map((c) => `cursor=${encoded(c)}`),
    'unknown=1',
    '__proto__[limit]=1',
    'cohort=%00',
    'search=%00',
    `search=${"%25_'%22%5C".repeat(9)}`,
    `search=${'a'.repeat(5000)}`,
    'targetRef=%00',
    'itemId=%00',
    'documentId=1',
    'role=king',
    'inline=2',
    'editions=none',
    '%',
    '%E0%A4%A',
  ];

  it.each(routes.filter((route) => route.startsWith('GET') && !/docs|verify/.test(route)))(
    'is read or refused, never broken: %s',
    async (route) => {
      const { call, page } = await honest(route);
      const kept = call.query ? `${call.query}&` : '?';
      for (const query of queries) notBroken(await send(world.server, route, { ...call, query: kept + query }, page));
    },
  );
});

describe('a body', () => {
  const spoiling = async (route: RowName, made = honest) => {
    const { call, page } = await made(route);
    return (body: string, type = 'application/json') =>
      send(world.server, route, { ...call, body, headers: { 'content-type': type } }, page);
  };
  const deep = (levels: number) => `{"settings":${'['.repeat(levels)}${']'.repeat(levels)}}`;

  it.each(changing)('that is no JSON, or speaks of JavaScript’s own keys, is refused: %s', async (route) => {
    const ask = await spoiling(route, baseless);
    for (const text of ['{', '{"a":1,}', '[1', '"text"', '1', 'null', '{"a":"\u0000"}', '\ufeff{', deep(30)]) {
      expect(refused(await ask(text), 400)).toBe('bad_request');
    }
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      expect(refused(await ask(`{"${key}":{"operator":true}}`), 400)).toBe('bad_request');
      expect(refused(await ask(`{"a":[{"b":{"${key}":1}}]}`), 400)).toBe('bad_request');
    }
  });

  // What reads bodies stands before all routes, and these take long: a stranger’s, a signed-in one’s, and a form’s do.
  it.each(['POST /api/session', 'POST /api/assessments/:assessmentId/judgements', 'POST /api/competency-documents'])(
    'that is too long, too deep or too wide is refused: %s',
    async (route) => {
      const ask = await spoiling(route as RowName);
      expect(refused(await ask(`{"name":"${'a'.repeat(2_000_000)}"}`), 413)).toBe('too_large');
      for (const levels of [1000, 400_000]) expect(refused(await ask(deep(levels)), 400)).toBe('bad_request');
      const keys = Array.from({ length: 80_000 }, (_, i) => `"k${i}":1`).join();
      expect(refused(await ask(`{${keys}}`), 400)).toBe('bad_request');
    },
  );

  it.each(changing)('of another type is refused: %s', async (route) => {
    const ask = await spoiling(route, baseless);
    const types = [
      'text/plain',
      'application/xml',
      'application/x-www-form-urlencoded',
      'application/jsonx',
      'application/json; charset=klingon',
      'nonsense',
    ];
    for (const type of types) expect(refused(await ask('{}', type), 415)).toBe('unsupported_media_type');
  });

  it.each(withBody)('that is a list is refused: %s', async (route) => {
    const ask = await spoiling(route, baseless);
    for (const body of [[], [{}], [[]], [null]]) {
      expect(refused(await ask(JSON.stringify(body)), 400)).toBe('validation_failed');
    }
  });

  it.each(withBody)('with any value spoilt is read or refused, never broken: %s', async (route) => {
    const { call } = await honest(route);
    await spoilEvery(route, call.body as object);
  });

  it('of evidence without files, with any value spoilt, is read or refused, never broken', async () => {
    await spoilEvery('POST /api/assessments/:assessmentId/evidence', {
      id: randomUUID(),
      title: '作品',
      form: 'link',
      producedBy: 'candidate',
      producedOn: '2026-02-01',
      url: 'https://example.tw/',
      statement: '說明',
    });
  });

  /** A subject that a spoilt body did change is not used again. */
  const spoilEvery = async (route: RowName, body: object) => {
    let ask = await spoiling(route);
    for (const one of spoilt(body)) {
      const answer = await ask(JSON.stringify(one));
      notBroken(answer, one);
      if (answer.status < 300) ask = await spoiling(route);
    }
  };
});

describe('an upload', () => {
  const spoiltForms: [string, (form: FormData) => void][] = [
    ['a key of JavaScript’s own', (form) => form.append('__proto__', 'x')],
    ['a nested key of JavaScript’s own', (form) => form.append('__proto__[operator]', 'true')],
    ['its constructor', (form) => form.append('constructor', 'x')],
    ['a field nobody knows', (form) => form.append('operator', 'true')],
    ['a nested field', (form) => form.append('title[a][b]', 'x')],
    ['a field of another name', (form) => form.append('other', new Blob(['x']), 'x.txt')],
  ];

  it.each(spoiltForms)('with %s is refused', async (_, spoil) => {
    for (const route of ['POST /api/assessments/:assessmentId/evidence', 'POST /api/competency-documents'] as const) {
      const { call, page } = await honest(route);
      spoil(call.body as FormData);
      refused(await send(world.server, route, call, page), 400);
    }
  });

  it.each([
    ['without a boundary', 'multipart/form-data', 'x'],
    [
      'that breaks off',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="title"\r\n\r\na',
    ],
    ['that is empty', 'multipart/form-data; boundary=x', '--x--\r\n'],
    ['that is none', 'multipart/form-data; boundary=x', 'a'.repeat(100_000)],
  ])('%s is refused', async (_, type, body) => {
    for (const route of changing.filter((one) => forms.test(one))) {
      const { call, page } = await honest(route);
      const answer = await send(world.server, route, { ...call, body, headers: { 'content-type': type } }, page);
      refused(answer, 400, 422);
    }
  });
});

describe('an address that is no route', () => {
  const raw = (method: string, path: string) =>
    new Promise<Answer>((resolve, reject) => {
      const { hostname, port } = new URL(world.server);
      const sent = httpRequest({ hostname, port, method, path, agent: false }, (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => {
          const headers = new Headers({ 'content-type': response.headers['content-type'] ?? '' });
          resolve({ asked: `${method} ${path}`, status: response.statusCode!, headers, text });
        });
      });
      sent.on('error', reject).end();
    });

  it.each([
    ['GET', '/api'],
    ['GET', '/api/'],
    ['GET', '/nothing'],
    ['GET', '/api/nothing'],
    ['POST', '/api/nothing'],
    ['GET', '/api/../../../etc/passwd'],
    ['GET', '/..%2f..%2fetc/passwd'],
    ['GET', '/api/docs/../../package.json'],
    ['GET', '/api/docs/..%2f..%2fpackage.json'],
    ['GET', '/api/docs/%00'],

    ['GET', '/%'],
    ['GET', '/%00'],
    ['GET', '//etc/passwd'],
    ['GET', '/api/me%2f..%2fme'],
    ['GET', `/api/${'a/'.repeat(500)}`],
    ['DELETE', '/api/me'],
    ['PUT', '/api/assessments'],
    ['PATCH', '/api/session'],
    ['POST', '/health'],
    ['DELETE', '/'],
    ['TRACE', '/api/me'],
    ['PROPFIND', '/api/me'],
    ['OPTIONS', '/api/nothing'],
  ])('answers %s %s as any other that is not there', async (method, path) => {
    expect(['not_found', 'bad_request']).toContain(refused(await raw(method, path), 404, 400));
  });
});
