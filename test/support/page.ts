import request, { type Test as Call } from 'supertest';
import { passwordOf } from '../world.js';

/** A browser's page in which somebody has signed in: a cookie, and the token that only the page knows. */
export class Page {
  private constructor(
    private readonly server: string,
    /** The cookie as the server set it, with its attributes. */
    readonly setCookie: string,
    readonly session: { userId: string; csrfToken: string; passwordChangeRequired: boolean },
  ) {}

  static async open(server: string, email: string, password = passwordOf(email)): Promise<Page> {
    const { headers, body } = await attempt(server, email, password).expect(200);
    return new Page(server, headers['set-cookie']![0]!, body);
  }

  get = (path: string): Call => this.with(request(this.server).get(`/api${path}`));
  post = (path: string, body?: object): Call => this.with(request(this.server).post(`/api${path}`)).send(body);
  put = (path: string, body?: object): Call => this.with(request(this.server).put(`/api${path}`)).send(body);
  patch = (path: string, body?: object): Call => this.with(request(this.server).patch(`/api${path}`)).send(body);
  delete = (path: string): Call => this.with(request(this.server).delete(`/api${path}`));

  changePassword = (currentPassword: string, newPassword: string): Call =>
    this.put('/password', { currentPassword, newPassword });

  private with(call: Call): Call {
    return call.set('Cookie', this.setCookie.split(';')[0]!).set('X-CSRF-Token', this.session.csrfToken);
  }
}

/** A try to sign in. */
export const attempt = (server: string, email: string, password = passwordOf(email)): Call =>
  request(server).post('/api/session').send({ email, password });
