export interface Answer {
  status: number;
  body: any; // eslint-disable-line @typescript-eslint/no-explicit-any
  headers: Headers;
}

/** Somebody who speaks HTTP to a server process. `at` is where the server is now: it moves at every restart. */
export class Caller {
  private constructor(
    readonly id: string,
    readonly headers: Record<string, string>,
    public at: string,
  ) {}

  /** Signs in with a one-time password, changes it, and goes on with an API token, which outlives every restart. */
  static async signInFirst(at: string, email: string, oneTime: string): Promise<Caller> {
    const stranger = new Caller('', {}, at);
    const signedIn = await stranger.call('POST', '/session', { email, password: oneTime });
    const cookie = signedIn.headers.getSetCookie().map((line) => line.split(';')[0]!);
    const { userId, csrfToken } = signedIn.body;
    const session = new Caller(userId, { cookie: cookie.join('; '), 'x-csrf-token': csrfToken }, at);
    await session.call('PUT', '/password', { currentPassword: oneTime, newPassword: newPasswordOf(email) });
    const { body } = await session.call('POST', '/api-tokens', { name: 'test' });
    return new Caller(userId, { authorization: `Bearer ${body.token}` }, at);
  }

  /** With a cookie, as a browser would. */
  static async signIn(at: string, email: string, password = newPasswordOf(email)): Promise<Caller> {
    const { body, headers } = await new Caller('', {}, at).call('POST', '/session', {
      email,
      password,
    });
    const cookie = headers.getSetCookie().map((line) => line.split(';')[0]!);
    return new Caller(body.userId, { cookie: cookie.join('; '), 'x-csrf-token': body.csrfToken }, at);
  }

  /** The answer once it has wholly arrived: only then is anything acknowledged. Rejects if the server dies before. */
  async ask(method: string, path: string, body?: object | FormData): Promise<Answer> {
    const form = body instanceof FormData;
    const type: Record<string, string> = body && !form ? { 'content-type': 'application/json' } : {};
    const answer = await fetch(`${this.at}/api${path}`, {
      method,
      headers: { ...this.headers, ...type },
      ...(body && { body: form ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: text ? JSON.parse(text) : null, headers: answer.headers };
  }

  /** As `ask`, for what has to succeed. */
  async call(method: string, path: string, body?: object | FormData): Promise<Answer> {
    const answer = await this.ask(method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer;
  }

  async bytes(path: string): Promise<{ status: number; bytes: Buffer }> {
    const answer = await fetch(`${this.at}/api${path}`, { headers: this.headers });
    return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) };
  }

  /** The same person at another instance. */
  elsewhere(at: string): Caller {
    return new Caller(this.id, this.headers, at);
  }
}

export const newPasswordOf = (email: string): string => `long enough, ${[...email].reverse().join('')}`;
