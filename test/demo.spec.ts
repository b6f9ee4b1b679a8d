import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../src/cli/demo.js';
import { Browser, UnexpectedAnswer } from '../src/demo/browser.js';
import { narrator } from '../src/demo/narrator.js';
import { sniffMediaType } from '../src/files/media-type.js';
import { barChart } from '../src/demo/files/chart.js';
import { paper } from '../src/demo/files/paper.js';
import { recording } from '../src/demo/files/recording.js';
import { spreadsheet } from '../src/demo/files/spreadsheet.js';
import { type AppealRecord } from '../src/documents/appeal-record.js';
import { type VerdictRecord } from '../src/documents/record.js';
import { type CertificateRecord } from '../src/documents/certificate-record.js';
import { verifyPdf } from '../src/signing/verify.js';
import { checkOffline, type OfflineTrust, readTrustFiles } from '../src/verification/offline.js';

const documents: [name: string, signer: string][] = [
  ['verdict', '陳志明'],
  ['verdict-not-yet', '李國華'],
  ['appeal-decision', '周淑芬'],
  ['verdict-reassessed', '陳志明'],
  ['verdict-standard', '李國華'],
];
const body = '磐石職能訓練中心';
const certificates: [name: string, holder: string, number: number][] = [
  ['certificate', '林小美', 1],
  ['certificate-reassessed', '張家豪', 2],
  ['certificate-superseded', '吳佩珊', 3],
  ['certificate-standard', '吳珮珊', 4],
];
/** A document that was overturned or superseded is whole, and stands no more. */
const ended = ['verdict-not-yet', 'certificate-superseded'];

const resultsOf = ({ targets }: VerdictRecord, type: string) =>
  targets.filter((target) => target.type === type).map(({ result }) => result);

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

  const recordOf = (name: string) => JSON.parse(readFileSync(join(out, `${name}.json`), 'utf8')) as VerdictRecord;

  it('plays to its end and leaves nine documents with their records, a root and a bundle, and nothing else anywhere', () => {
    expect(code).toBe(0);
    const files = [...documents, ...certificates].flatMap(([name]) => [`${name}.json`, `${name}.pdf`]);
    expect(readdirSync(out).sort()).toEqual([...files, 'root.pem', 'trust.json'].sort());
    expect(temporary()).toEqual(before);
  });

  it.each(documents)('leaves %s, signed by %s, valid under the root, with its record inside', async (name, signer) => {
    const trust = readFileSync(join(out, 'root.pem'), 'utf8');
    const report = await verifyPdf(readFileSync(join(out, `${name}.pdf`)), { trust });
    expect(report.outcome).toBe('valid');
    expect(report.signatures).toMatchObject([{ name: signer }, { field: 'seal' }]);
    expect(Buffer.from(report.attachment!.bytes)).toEqual(readFileSync(join(out, `${name}.json`)));
  });

  it.each(certificates)(
    'leaves %s for %s, sealed by the body, and a bundle that says what stands',
    async (name, holder, number) => {
      const texts = ['root.pem', 'trust.json'].map((file) => readFileSync(join(out, file), 'utf8'));
      const trust = readTrustFiles(texts, new Date()) as OfflineTrust;
      const report = await checkOffline(readFileSync(join(out, `${name}.pdf`)), trust);
      expect(report).toMatchObject({ outcome: 'valid', signatures: [{ name: body }] });
      expect(Boolean(report.ended)).toBe(ended.includes(name));
      const record = JSON.parse(readFileSync(join(out, `${name}.json`), 'utf8')) as CertificateRecord;
      const year = record.issuedOn.slice(0, 4);
      expect(record).toMatchObject({
        holder: { name: holder },
        certificateNumber: `${year}-${String(number).padStart(6, '0')}`,
      });
    },
  );

  it('covers every criterion and key aspect of the unit with evidence of every form', () => {
    const record = recordOf('verdict');
    const candidate = { name: '林小美' };
    expect(record).toMatchObject({ outcome: 'competent', candidate, unit: { code: 'KMM5R0915v2' }, attempt: 1 });
    expect(resultsOf(record, 'criterion')).toEqual(Array(18).fill('met'));
    expect(resultsOf(record, 'key_aspect')).toEqual(Array(5).fill('met'));
    expect(new Set(record.items.map(({ form }) => form))).toEqual(
      new Set([
        ...['document', 'image', 'audio', 'spreadsheet', 'link', 'text'],
        ...['observation', 'demonstration', 'questioning', 'third_party_report'],
      ]),
    );
    expect(new Set(record.items.map((item) => item.class))).toEqual(new Set(['direct', 'indirect', 'supplementary']));
    expect(record.waivers).toMatchObject([{ rule: 'S8' }]);
    expect(record.targets.find(({ ref }) => ref === 'K06')).toMatchObject({
      result: 'met',
      evidence: [],
      through: [{ throughRef: '3.5', statedBy: record.leadAssessor.id }],
    });
    expect(record.plan!.adjustments).toHaveLength(1);
  });

  it('lets the second candidate fail first and pass in an attempt that follows the one before, led by another', () => {
    const [first, second] = [recordOf('verdict-not-yet'), recordOf('verdict-reassessed')];
    expect(first).toMatchObject({ outcome: 'not_yet_competent', attempt: 1, pathway: 'rpl' });
    expect(first.gaps.map(({ targetRef }) => targetRef)).toEqual(['2.5', 'KA2', 'KA5']);
    expect(second).toMatchObject({ outcome: 'competent', attempt: 2, candidate: first.candidate });
    expect(second.leadAssessor.id).not.toBe(first.leadAssessor.id);
    expect(resultsOf(second, 'criterion')).toEqual(Array(18).fill('met'));
    expect(second.previous).toMatchObject({ documentNumber: first.documentNumber });
  });

  it('decides the appeal in a document of its own, about the verdict that it overturns', () => {
    const decision = JSON.parse(readFileSync(join(out, 'appeal-decision.json'), 'utf8')) as AppealRecord;
    const { documentNumber } = recordOf('verdict-not-yet');
    expect(decision).toMatchObject({ outcome: 'upheld', verdict: { documentNumber } });
  });

  it('meets every indicator, output and attitude of a standard', () => {
    const record = recordOf('verdict-standard');
    expect(record).toMatchObject({ outcome: 'competent', unit: { code: 'BAS4222-002v2' }, waivers: [] });
    const met = (type: string) => resultsOf(record, type).filter((result) => result === 'met').length;
    expect(['indicator', 'output', 'attitude', 'knowledge', 'skill'].map(met)).toEqual([15, 4, 4, 5, 10]);
  });

  it('tells how the table grows, the refusal with its open rules, and that every document is valid', () => {
    expect([...told.matchAll(/行為指標 (\d+\/\d+)/g)].map(([, met]) => met)).toEqual([
      ...['0/18', '17/18', '18/18'],
      ...['17/18', '18/18'],
      '15/15',
    ]);
    expect(told).toContain('HTTP 409 verdict_refused');
    expect(told).toContain('關鍵面向「KA5');
    for (const [name, signer] of [
      ...documents.map(([name, by]) => [name, `${by},${body}`]),
      ...certificates.map(([name]) => [name, body]),
    ]) {
      const mark = ended.includes(name!) ? '⊘' : '✓';
      expect(told).toMatch(new RegExp(`${mark}  ${name}\\.pdf .*${signer}\n`));
    }
    expect(told).not.toMatch(/undefined|NaN|\[object/);
  });

  it('tells in English where that is asked for', () => {
    let heard = '';
    const { chapter, say, words } = narrator((text) => (heard += text), 'en');
    chapter('報名', 'Enrolment');
    say('報名了', 'Enrolled');
    expect(heard).toBe('\n1. Enrolment\n   Enrolled\n');
    expect(words('是', 'yes')).toBe('yes');
  });

  it('refuses wrong usage and a folder that is a file', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, 'mine');
    expect(await main([], () => undefined)).toBe(2);
    expect(await main(['--out', out, '--lang', 'fr'], () => undefined)).toBe(2);
    expect(await main(['--out', file], () => undefined)).toBe(2);
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  it('stops where the server answers otherwise than the story says', async () => {
    const server = createServer((_, response) => response.writeHead(503).end('busy')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const answering = { address, firstSignIn: { email: '', password: '' }, answers: 0 };
    const browser = new Browser(answering);
    await expect(browser.get('/me')).rejects.toThrow(new UnexpectedAnswer('GET /me: 503, not 200. busy'));
    expect(answering.answers).toBe(0);
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
