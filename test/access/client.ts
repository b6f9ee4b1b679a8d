/** What a request is made of, besides its route. */
export interface Call {
  /** The route's parameters, in order. */
  params?: readonly string[];
  query?: string;
  /** An object goes as JSON, a form as multipart, bytes as they are. */
  body?: object | FormData | Uint8Array | string;
  /** Over those of who is asking. */
  headers?: Record<string, string>;
}

export interface Answer {
  asked: string;
  status: number;
  headers: Headers;
  text: string;
}

/** Puts the parameters in their places: `GET /api/evidence/:id` → `['GET', '/api/evidence/…']`. */
export function addressOf(route: string, { params = [], query = '' }: Call): [method: string, path: string] {
  const [method, template] = route.split(' ') as [string, string];
  const rest = [...params];
  const path = template.replace(/:\w+/g, (name) => rest.shift() ?? name);
  return [method, path + query];
}

export async function send(server: string, route: string, call: Call, who: Record<string, string>): Promise<Answer> {
  const [method, path] = addressOf(route, call);
  const { body } = call;
  const raw = body === undefined || typeof body === 'string' || body instanceof FormData || ArrayBuffer.isView(body);
  const json: Record<string, string> = raw ? {} : { 'content-type': 'application/json' };
  const answer = await fetch(server + path, {
    method,
    headers: { ...json, ...who, ...call.headers },
    body: raw ? (body as RequestInit['body']) : JSON.stringify(body),
    redirect: 'manual',
  });
  return {
    asked: `${method} ${path.slice(0, 200)}`,
    status: answer.status,
    headers: answer.headers,
    text: await answer.text(),
  };
}

/** What no answer may ever hold: the inside of the server, of its database, of its disk. */
const inside =
  /node_modules|node:internal|\bat \S+ \(|\.(ts|js|mjs|sqlite):\d|SQLITE_|SqliteError|QueryFailed|EntityMetadata|\b(SELECT|INSERT INTO|UPDATE|DELETE FROM)\b .*\b(FROM|VALUES|SET|WHERE)\b|constraint|ECONN|ENOENT|\/(home|root|tmp|usr|var|etc|work)\//i;

/** Every refusal is problem JSON with a stable code, and tells nothing of the inside. */
export function expectProblem({ asked, status, headers, text }: Answer, folder: string): { code: string } {
  const shown = { asked, status, type: headers.get('content-type')?.split(';')[0], text };
  expect(shown).toMatchObject({ type: 'application/problem+json' });
  const problem = JSON.parse(text) as { code: string };
  expect({ asked, ...problem }).toMatchObject({
    type: `urn:touchstone:problem:${problem.code}`,
    title: expect.stringMatching(/\S/),
    status,
    code: expect.stringMatching(/^[a-z]+(_[a-z]+)*$/),
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  expect(text).not.toMatch(inside);
  expect(text).not.toContain(folder);
  return problem;
}
