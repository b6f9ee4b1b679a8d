import { type paths } from './schema.gen';

export type Path = Extract<keyof paths, string>;
export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
/** The operation behind a path and a method; never where there is none. */
export type Operation<P extends Path, M extends Method> = M extends keyof paths[P] ? NonNullable<paths[P][M]> : never;

type Content<T> = T extends { content: infer C } ? C[keyof C] : undefined;
/** What a successful request answers. */
export type Answer<P extends Path, M extends Method> =
  Operation<P, M> extends { responses: infer R } ? Content<R[Extract<keyof R, 200 | 201 | 202 | 204>]> : undefined;
/** What a request carries as JSON. */
export type Body<P extends Path, M extends Method> =
  Operation<P, M> extends { requestBody?: { content: { 'application/json': infer B } } } ? B : undefined;
/** Its query parameters. */
export type Query<P extends Path, M extends Method> =
  Operation<P, M> extends { parameters: { query?: infer Q } } ? NonNullable<Q> : Record<string, never>;
/** The values that stand in braces in the path. */
export type Params<P extends string> = P extends `${string}{${infer Name}}${infer Rest}`
  ? Record<Name, string> & Params<Rest>
  : unknown;

export interface FieldProblem {
  field: string;
  rule: string;
  detail: string;
}

/** What the server refused, in words that can be shown (RFC 9457). `status` 0 means that it could not be reached. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly errors: readonly FieldProblem[] = [],
    readonly details?: unknown,
  ) {
    super(message);
    this.name = 'Problem';
  }

  /** The server was not reached: nothing is known to be wrong with the request, and it may be sent again. */
  get offline(): boolean {
    return this.status === 0;
  }

  /** Another try may go better: a line that broke, a server in trouble or too busy. What was refused is refused again. */
  get passing(): boolean {
    return this.offline || this.status >= 500 || this.status === 429;
  }
}

export interface Options<P extends Path, M extends Method> {
  params?: Params<P>;
  query?: Query<P, M>;
  body?: Body<P, M>;
  form?: FormData;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

let token = '';
let locale = 'zh-TW';

/** What every later request says of the page: its secret against forged requests, and its language. */
export function speakAs(page: { csrfToken?: string; locale?: string }): void {
  if (page.csrfToken !== undefined) token = page.csrfToken;
  if (page.locale !== undefined) locale = page.locale;
}

/** The address of something that the browser itself fetches: a picture, a download. */
export function addressOf<P extends Path>(path: P, params: Params<P>, query: object = {}): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent((params as Record<string, string>)[name] ?? ''),
  );
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null) asked.set(name, String(value));
  const search = asked.toString();
  return search ? `${filled}?${search}` : filled;
}

/** Headers of every request, for those that are not made by `call`. */
export function pageHeaders(): Record<string, string> {
  return { 'Accept-Language': locale, ...(token && { 'X-CSRF-Token': token }) };
}

/** One request to the API. Throws a `Problem`. */
export async function call<P extends Path, M extends Method>(
  method: M,
  path: P,
  options: Options<P, M> = {},
): Promise<Answer<P, M>> {
  const answer = await ask(method, path, options);
  return (answer.status === 204 || answer.status === 202 ? await textless(answer) : await answer.json()) as Answer<
    P,
    M
  >;
}

/** One request whose answer is a file. Throws a `Problem`. */
export async function callForFile<P extends Path, M extends Method>(
  method: M,
  path: P,
  options: Options<P, M> = {},
): Promise<Blob> {
  return (await ask(method, path, options)).blob();
}

async function ask<P extends Path, M extends Method>(method: M, path: P, options: Options<P, M>): Promise<Response> {
  const { params, query, body, form, headers, signal } = options;
  const answer = await fetch(addressOf(path, (params ?? {}) as Params<P>, query), {
    method: method.toUpperCase(),
    headers: {
      Accept: 'application/json',
      ...pageHeaders(),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    body: form ?? (body === undefined ? undefined : JSON.stringify(body)),
    credentials: 'same-origin',
    signal,
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Problem(0, 'offline', '');
  });
  if (answer.ok) return answer;
  throw await problemOf(answer);
}

async function textless(answer: Response): Promise<unknown> {
  const text = await answer.text();
  return text ? JSON.parse(text) : undefined;
}

/** The problem in an answer that is not one of success. */
export async function problemOf(answer: Response): Promise<Problem> {
  const said = (await answer.json().catch(() => ({}))) as {
    code?: string;
    title?: string;
    errors?: FieldProblem[];
    details?: unknown;
  };
  return new Problem(
    answer.status,
    said.code ?? 'internal',
    said.title ?? answer.statusText,
    said.errors,
    said.details,
  );
}
