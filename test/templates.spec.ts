import { deflateSync } from 'node:zlib';
import { type Test } from 'supertest';
import { AuditEntry } from '../src/audit/audit-entry.entity.js';
import { Database } from '../src/database/database.js';
import { FileStore } from '../src/files/file-store.js';
import { fileRows } from '../src/integrity/file-rows.js';
import { decided } from './factories/decided.js';
import { pageTexts } from './support/pdf-text.js';
import { png } from './support/png.js';
import { type Persona, World } from './world.js';

let world: World;
let administrator: Persona;

beforeAll(async () => {
  world = await World.open();
  administrator = await world.person('管理者', ['administrator']);
});
afterAll(() => world.close());

const pathOf = (kind: string) => `/training-bodies/${world.bodyId}/templates/${kind}`;
const put = (kind: string, changes: object, version: number, by = administrator) =>
  by.put(pathOf(kind), changes).set('If-Match', `"${version}"`);
const bytes = async (call: Test): Promise<Buffer> => {
  const { body } = await call
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => done(null, Buffer.concat(chunks)));
    })
    .expect(200);
  return body as Buffer;
};
const squeezed = (pdf: Buffer) => pageTexts(pdf).join('').replace(/\s/g, '');
const logo = png(40, 16).toString('base64');

describe('the template of a kind of document', () => {
  it('says nothing, as version 0, until the body has said something', async () => {
    const { body, headers } = await administrator.get(pathOf('appeal')).expect(200);
    expect(headers.etag).toBe('"0"');
    expect(body).toMatchObject({ kind: 'appeal', version: 0, accent: null, title: null, labels: {}, logo: null });
    await administrator.get(pathOf('invoice')).expect(404);
  });

  it('changes in part, upon the version that was read last, and keeps what was said before', async () => {
    const title = { 'zh-TW': '職能評量證明', en: 'Certificate of competence' };
    const { body: first } = await put('certificate', { accent: '#1f3d5c', logo }, 0).expect(200);
    expect(first).toMatchObject({ version: 1, accent: '#1f3d5c', changedBy: { name: '管理者' } });
    const { body: second } = await put('certificate', { title, accent: null }, 1).expect(200);
    expect(second).toMatchObject({ version: 2, accent: null, title, logo: first.logo });
    expect((await put('certificate', { title }, 2).expect(200)).body.version).toBe(2);
    expect((await put('certificate', { accent: '#000000' }, 1).expect(412)).body.code).toBe('precondition_failed');
    const representative = { name: '陳怡君', post: '執行長' };
    await put('certificate', { representative, logo: null }, 2).expect(200);
    expect((await administrator.get(pathOf('certificate'))).body).toMatchObject({ version: 3, logo: null });
  });

  it('keeps its logo in the store, where checks of the files know it', async () => {
    const { body } = await put('appeal', { logo }, 0).expect(200);
    const { sha256, size } = body.logo;
    expect(await world.app.get(FileStore).size(sha256)).toBe(size);
    const rows = await fileRows(world.app.get(Database).read, sha256.slice(0, 2));
    expect(rows).toContainEqual({ row: expect.stringMatching(/^document_templates\//), sha256, size });
  });

  it('is told of in the audit log by its hash, without words', async () => {
    const entries = await world.app.get(Database).read.findBy(AuditEntry, { action: 'document_template.changed' });
    expect(entries.length).toBeGreaterThan(0);
    for (const { data } of entries) {
      expect(JSON.parse(data)).toEqual({
        kind: expect.any(String),
        version: expect.any(Number),
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      });
    }
  });

  const long = (length: number) => ({ 'zh-TW': '字'.repeat(length), en: 'a' });
  const damaged = Buffer.from(png(4, 4));
  damaged[damaged.length - 20]! ^= 1;
  it.each<[string, string, object]>([
    ['a colour too pale to be read', 'accent', { accent: '#c9a14a' }],
    ['a colour that is none', 'accent', { accent: 'red' }],
    ['words reserved to who is accredited', 'title.zh-TW', { title: { 'zh-TW': '技術 士證', en: 'x' } }],
    ['reserved words with signs between', 'title.zh-TW', { title: { 'zh-TW': '證★照', en: 'x' } }],
    ['the mark of iCAP', 'footer.en', { footer: { 'zh-TW': '頁尾', en: 'ｉＣＡＰ' } }],
    ['a title without its English', 'title.en', { title: { 'zh-TW': '證明' } }],
    ['a title too long', 'title.zh-TW', { title: long(25) }],
    ['a title of two lines', 'title.en', { title: { 'zh-TW': '證明', en: 'a\nb' } }],
    ['an unknown label', 'labels.passed', { labels: { passed: '通過' } }],
    ['a representative where none is printed', 'representative', { representative: { name: '陳', post: '長' } }],
    ['a logo that is text', 'logo', { logo: Buffer.from('<svg/>').toString('base64') }],
    ['a damaged logo', 'logo', { logo: damaged.toString('base64') }],
    [
      'a logo whose pixels do not fill it',
      'logo',
      { logo: png(40, 40, deflateSync(Buffer.alloc(9))).toString('base64') },
    ],
    [
      'a logo that unpacks to more than it says',
      'logo',
      { logo: png(4, 4, deflateSync(Buffer.alloc(1e7))).toString('base64') },
    ],
    ['a logo of many pixels', 'logo', { logo: png(2001, 1200).toString('base64') }],
    ['half a JPEG', 'logo', { logo: Buffer.from('ffd8ffe000104a46', 'hex').toString('base64') }],
  ])('refuses %s', async (_, field, changes) => {
    const { body } = await put('verdict', changes, 0).expect(400);
    expect(body.errors.map((each: { field: string }) => each.field)).toContain(field);
  });
});

describe('a preview', () => {
  it.each(['verdict', 'certificate', 'appeal'])(
    'of a %s has the words tried out, says what it is, and keeps nothing',
    async (kind) => {
      const before = (await administrator.get(pathOf(kind))).body;
      const changes = {
        logo,
        accent: '#1f3d5c',
        title: { 'zh-TW': '試用的標題', en: 'A title on trial' },
        statement: { 'zh-TW': '試用的一句話。', en: 'A sentence on trial.' },
        footer: { 'zh-TW': '臺北市中正區', en: 'Taipei' },
        labels: { competent: '通過評量' },
      };
      const pdf = await bytes(administrator.post(`${pathOf(kind)}/preview`, changes));
      const text = squeezed(pdf);
      for (const said of ['試用的標題', 'Atitleontrial', '試用的一句話。', '臺北市中正區', '樣張', 'PREVIEW']) {
        expect(text).toContain(said);
      }
      if (kind !== 'appeal') expect(text).toContain('通過評量');
      expect(pdf.includes('/Subtype /Image')).toBe(true);
      expect((await administrator.get(pathOf(kind))).body).toEqual(before);
    },
  );
});

describe('a verdict', () => {
  it('is made by the template in force and names it, and no later change touches it', async () => {
    const title = { 'zh-TW': '本中心評量結果', en: 'Result of our centre' };
    await put('verdict', { logo, title, labels: { not_yet_competent: '待補強' } }, 0).expect(200);
    const { assessor, assessmentId } = await decided(world);
    const { body: verdict } = await assessor.get(`/assessments/${assessmentId}/verdict`).expect(200);
    const { body: record } = await assessor.get(`/verdicts/${verdict.id}/record`).expect(200);
    expect(record.template).toEqual({ version: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const document = () => bytes(assessor.get(`/verdicts/${verdict.id}/document`));
    const pdf = await document();
    expect(squeezed(pdf)).toContain('本中心評量結果');
    expect(squeezed(pdf)).toContain('待補強');
    await put('verdict', { logo: null, title: null }, 1).expect(200);
    expect((await document()).equals(pdf)).toBe(true);
  });
});
