import { type SessionView } from '../auth/auth.view.js';
import { type Problem } from '../common/problem.filter.js';
import { type Locale } from '../i18n/i18n.js';
import { type Server } from './server.js';

/** The server answered otherwise than the story says. */
export class UnexpectedAnswer extends Error {}

export interface Attachment {
  name: string;
  bytes: Buffer;
}

interface Call {
  status: number;
  body?: object;
  headers?: Record<string, string> | undefined;
}

/** What one person does over HTTP: a session cookie, a CSRF token, and every answer checked. */
export class Browser {
  private cookie = '';
  private csrfToken = '';

  constructor(
    private readonly server: Server,
    /** What a one-time link proves, for somebody without an account. */
    private readonly secret?: string,
  ) {}

  /** Signs in with a one-time password and changes it, as everybody must; answers who that is. */
  async enter(email: string, oneTimePassword: string, newPassword: string): Promise<string> {
    const body = { email, password: oneTimePassword };
    const answer = await this.call('POST', '/session', { status: 200, body });
    this.cookie = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0])[0] ?? '';
    const session = (await answer.json()) as SessionView;
    this.csrfToken = session.csrfToken;
    const passwords = { currentPassword: oneTimePassword, newPassword };
    await this.call('PUT', '/password', { status: 204, body: passwords });
    return session.userId;
  }

  async get<T>(path: string, locale?: Locale): Promise<T> {
    const headers = locale && { 'Accept-Language': locale };
    return this.read(await this.call('GET', path, { status: 200, headers }));
  }

  async post<T>(path: string, body: object, status = 201): Promise<T> {
    return this.read(await this.call('POST', path, { status, body }));
  }

  async put<T>(path: string, body: object, status = 201): Promise<T> {
    return this.read(await this.call('PUT', path, { status, body }));
  }

  /** Puts new content in place of a version, as long as nobody else did meanwhile. */
  async putUpon<T>(path: string, body: object, version: number): Promise<T> {
    const headers = { 'If-Match': `"${version}"` };
    return this.read(await this.call('PUT', path, { status: 200, body, headers }));
  }

  /** Changes what is there as long as nobody else did meanwhile. */
  async patch<T>(path: string, body: object, etag?: string): Promise<T> {
    const headers = etag ? { 'If-Match': `"${etag}"` } : undefined;
    return this.read(await this.call('PATCH', path, { status: 200, body, headers }));
  }

  /** Sends a form with files. */
  async upload<T>(path: string, fields: object, files: readonly Attachment[], status = 201): Promise<T> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, String(value));
    for (const { name, bytes } of files) form.append('files', new Blob([new Uint8Array(bytes)]), name);
    return this.read(await this.call('POST', path, { status, body: form }));
  }

  /** What anybody sees at an address outside the API. */
  async look<T>(path: string): Promise<T> {
    return this.read(await this.call('GET', `/..${path}`, { status: 200, headers: { Accept: 'application/json' } }));
  }

  async download(path: string): Promise<Buffer> {
    return Buffer.from(await (await this.call('GET', path, { status: 200 })).arrayBuffer());
  }

  /** Asks for what will be refused, and answers the server's problem in the language asked for. */
  async refused(path: string, body: object, status: number, locale: Locale): Promise<Problem> {
    return this.read(await this.call('POST', path, { status, body, headers: { 'Accept-Language': locale } }));
  }

  private async call(method: string, path: string, { status, body, headers }: Call): Promise<Response> {
    const json = body && !(body instanceof FormData);
    const answer = await fetch(`${this.server.address}/api${path}`, {
      method,
      headers: {
        ...(this.secret && { Authorization: `Invitation ${this.secret}` }),
        ...(this.cookie && { Cookie: this.cookie, 'X-CSRF-Token': this.csrfToken }),
        ...(json && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      body: json ? JSON.stringify(body) : (body ?? null),
    });
    if (answer.status !== status) {
      const text = (await answer.text()).slice(0, 2000);
      throw new UnexpectedAnswer(`${method} ${path}: ${answer.status}, not ${status}. ${text}`);
    }
    this.server.answers += 1;
    return answer;
  }

  private async read<T>(answer: Response): Promise<T> {
    return (await answer.json()) as T;
  }
}
