import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../src/cli/demo.js';
import { Browser, UnexpectedAnswer } from '../src/demo/browser.js';
import { sniffMediaType } from '../src/files/media-type.js';
import { barChart } from '../src/demo/files/chart.js';
import { paper } from '../src/demo/files/paper.js';
import { recording } from '../src/demo/files/recording.js';
import { spreadsheet } from '../src/demo/files/spreadsheet.js';
import { type VerdictRecord } from '../src/documents/record.js';
import { verifyPdf } from '../src/signing/verify.js';

describe('the demo', () => {
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-demo-test-'));
  const out = join(folder, 'not', 'there yet');
  const temporary = (): string[] => readdirSync(tmpdir()).filter((name) => /^touchstone-demo-(?!test)/.test(name));
  const before = temporary();
  let told = '';
  let code: number;
  beforeAll(async () => {
    code = await main(['--out', out], (text) => {
      told += text;
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('plays to its end and leaves three files, and nothing else anywhere', () => {
    expect(code).toBe(0);
    expect(readdirSync(out).sort()).toEqual(['root.pem', 'verdict.json', 'verdict.pdf']);
    expect(temporary()).toEqual(before);
  });

  it('leaves a document that verifies with its root certificate and carries the record beside it', async () => {
    const trust = readFileSync(join(out, 'root.pem'), 'utf8');
    const report = await verifyPdf(readFileSync(join(out, 'verdict.pdf')), { trust });
    expect(report.outcome).toBe('valid');
    expect(report.signatures).toMatchObject([{ name: '陳志明' }]);
    expect(Buffer.from(report.attachment!.bytes)).toEqual(readFileSync(join(out, 'verdict.json')));
  });

  it('covers every criterion and key aspect with evidence, some of it direct', () => {
    const record = JSON.parse(readFileSync(join(out, 'verdict.json'), 'utf8')) as VerdictRecord;
    expect(record).toMatchObject({
      outcome: 'competent',
      candidate: { name: '林小美' },
      unit: { code: 'KMM5R0915v2' },
    });
    const shown = (type: string) => record.targets.filter((target) => target.type === type && target.result === 'met');
    expect(shown('criterion')).toHaveLength(18);
    expect(shown('key_aspect')).toHaveLength(5);
    expect(record.targets.filter(({ result }) => result === 'not_met' || result === 'not_assessed')).toEqual([]);
    const forms = new Set(record.items.map(({ form }) => form));
    expect([...forms].sort()).toEqual(['audio', 'document', 'image', 'link', 'observation', 'spreadsheet', 'text']);
    expect(record.items.some((item) => item.class === 'direct')).toBe(true);
  });

  it('tells in both languages how the table grows, and shows the refusal with its open rules', () => {
    expect([...told.matchAll(/criteria (\d+)\/18，關鍵面向 key aspects (\d)\/5/g)].map(([, c, k]) => [c, k])).toEqual([
      ['0', '0'],
      ['0', '0'],
      ['17', '3'],
      ['18', '5'],
    ]);
    expect(told).toContain('HTTP 409 verdict_refused');
    expect(told).toContain('Key aspect “KA5');
    expect(told).toContain('關鍵面向「KA5');
    expect(told).not.toMatch(/undefined|NaN|\[object|%\s*complete/);
  });

  it('refuses wrong usage and a folder that is a file', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, 'mine');
    expect(await main([], () => undefined)).toBe(2);
    expect(await main(['--out', file], () => undefined)).toBe(2);
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  it('stops where the server answers otherwise than the story says', async () => {
    const server = createServer((_, response) => response.writeHead(503).end('busy')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const browser = new Browser({ address, firstSignIn: { email: '', password: '' } });
    await expect(browser.get('/me')).rejects.toThrow(new UnexpectedAnswer('GET /me: 503, not 200. busy'));
    expect(browser.answers).toBe(0);
    server.close();
  });

  it('makes files that are what they are called', async () => {
    const sheet = { name: '一', widths: [9], rows: [['欄', 1]] };
    const made: [Buffer, string][] = [
      [await paper({ title: '題', byline: '人', pages: [[['節', '行']]] }), 'application/pdf'],
      [barChart([1, 50, 100]), 'image/png'],
      [spreadsheet([sheet]), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
      [recording(1), 'audio/wav'],
    ];
    for (const [bytes, type] of made) expect(await sniffMediaType(bytes)).toBe(type);
  });
});
