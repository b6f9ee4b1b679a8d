import request from 'supertest';
import { Writable } from 'node:stream';
import { makeLogger, nestLogger } from '../src/common/logging.js';
import { World } from './world.js';

describe('the log', () => {
  it('says what failed and where, and nothing of the people concerned', () => {
    const lines: string[] = [];
    const sink = new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk));
        done();
      },
    });
    const error = Object.assign(new Error('UNIQUE (email)=(wang@example.tw)'), {
      code: 'SQLITE_CONSTRAINT',
      parameters: ['王小明', 'wang@example.tw', '$argon2id$'],
      driverError: { detail: 'Key (email)=(wang@example.tw)' },
    });
    nestLogger(makeLogger('info', sink)).error({ err: error, requestId: '1' });
    expect(lines.join()).toContain('SQLITE_CONSTRAINT');
    expect(lines.join()).toContain('logging.spec');
    expect(lines.join()).not.toMatch(/wang|王小明|argon2id/);
  });

  it('and the answer share a request id, new for every request', async () => {
    const world = await World.open({ withoutSeeds: true });
    const [one, other] = await Promise.all([
      request(world.server).get('/api/me').set('X-Request-Id', 'mine'),
      request(world.server).get('/api/me'),
    ]);
    expect(one.body.requestId).toBe(one.headers['x-request-id']);
    expect(one.body.requestId).not.toBe('mine');
    expect(one.body.requestId).not.toBe(other.body.requestId);
    await world.close();
  });
});
