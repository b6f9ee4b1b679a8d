import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { createApp } from '../src/app.setup.js';
import { Config } from '../src/config.js';
import { type Filled, fillInstallation, tellOf } from '../src/demo/installation.js';

describe('an installation with the demo in it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-filled-'));
  const env = { DATA_DIR: join(folder, 'data'), UPLOADS_DIR: join(folder, 'uploads'), LOG_LEVEL: 'fatal' };
  let filled: Filled;
  beforeAll(async () => {
    filled = await fillInstallation(env);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('can be entered by each of those it names, who find their work', async () => {
    const text = tellOf(filled, 'http://localhost:3000');
    const signIns = 'signIns' in filled ? filled.signIns : [];
    expect(signIns.map(({ name }) => name)).toEqual(['陳志明', '許哲瑋', '王怡君', '系統管理者']);
    const app = await createApp(new Config(env));
    try {
      await app.listen(0, '127.0.0.1');
      const server = await app.getUrl();
      const seen: number[] = [];
      for (const { email, password } of signIns) {
        expect(text).toContain(`http://localhost:3000  ${email}  ${password}`);
        const agent = request.agent(server);
        await agent.post('/api/session').send({ email, password }).expect(200);
        const { body } = await agent.get('/api/assessments').expect(200);
        seen.push(body.items.length);
      }
      const [assessor, candidate, officer] = seen;
      expect(candidate).toBe(1);
      expect(officer).toBeGreaterThanOrEqual(8);
      expect(assessor).toBeGreaterThanOrEqual(5);
    } finally {
      await app.close();
    }
  });

  it('is filled once, and says so', async () => {
    expect(await fillInstallation(env)).toEqual({ refused: 'not_empty' });
    expect(tellOf({ refused: 'not_empty' }, '')).toMatch(/已有帳號.*not empty/s);
  });

  it('is not filled on where it broke off, and says what to do', async () => {
    writeFileSync(join(env.DATA_DIR, 'demo-begun'), '');
    expect(await fillInstallation(env)).toEqual({ refused: 'broken_off' });
    expect(tellOf({ refused: 'broken_off' }, '')).toMatch(/刪除 DATA_DIR.*start again/s);
    rmSync(join(env.DATA_DIR, 'demo-begun'));
  });

  it('is not filled where mail would go out', async () => {
    expect(await fillInstallation({ ...env, SMTP_URL: 'smtp://mail.example:25' })).toEqual({ refused: 'mailing' });
  });
});
