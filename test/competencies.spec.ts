import { readFileSync, writeFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { createApp } from '../src/app.setup.js';
import { AuditEntry } from '../src/audit/audit-entry.entity.js';
import { sha256 } from '../src/common/ids.js';
import { CompetencyDocument } from '../src/competencies/competency-document.entity.js';
import { CompetencyItem } from '../src/competencies/competency-item.entity.js';
import { type CompetencyDocumentView, type CompetencyItemView } from '../src/competencies/competencies.view.js';
import { type ListedVersionView } from '../src/competencies/document-body.view.js';
import { parseIcap } from '../src/competencies/icap/parse.js';
import { type RemarkView } from '../src/competencies/remarks.js';
import { Seeds } from '../src/competencies/seeds.js';
import { Database } from '../src/database/database.js';
import { FirstStart } from '../src/first-start.js';
import { standardSource } from './factories/icap-document.js';
import { type Persona, World } from './world.js';

const seed = (code: string) => readFileSync(new URL(`../seeds/${code}.txt`, import.meta.url), 'utf8');
const unitCode = 'KMM5R0915v2';

let world: World;
let assessor: Persona;
beforeAll(async () => {
  world = await World.open();
  assessor = await world.person('林評量', ['assessor']);
});
afterAll(() => world?.close());

const rows = () => world.app.get(Database).read;
const importing = (source: string | Buffer, by = world.operator) =>
  by.upload('/competency-documents').attach('file', Buffer.from(source), 'document.txt');
const byCode = async (code: string) => (await assessor.get(`/competency-documents/by-code/${code}`).expect(200)).body;

describe('the documents that come with Touchstone', () => {
  it('are all there after the first start, with every item counted', async () => {
    const { body } = await assessor.get('/competency-documents').expect(200);
    expect(body.next).toBeNull();
    expect(body.items.map((d: CompetencyDocumentView) => [d.code, d.name, d.level, d.edition, d.latest])).toEqual([
      ['BAS2421-003v2', expect.any(String), 3, 1, true],
      ['BAS4222-002v2', '客戶服務助理', 2, 1, true],
      [unitCode, '發展客戶服務的行銷策略', 5, 1, true],
      ['KPS4999-001v3', expect.any(String), 2, 1, true],
      ['KPS5294-001v2', expect.any(String), 2, 1, true],
    ]);
    expect(body.items.map((d: CompetencyDocumentView) => d.counts)).toEqual([
      { duty: 4, task: 12, output: 8, indicator: 31, knowledge: 28, skill: 29, attitude: 6 },
      { duty: 2, task: 4, output: 4, indicator: 15, knowledge: 5, skill: 10, attitude: 4 },
      { element: 4, criterion: 18, skill: 14, knowledge: 8, key_aspect: 5, context: 4, method: 8 },
      { duty: 2, task: 5, output: 9, indicator: 13, knowledge: 20, skill: 18, attitude: 6 },
      { duty: 3, task: 13, output: 1, indicator: 37, knowledge: 19, skill: 19, attitude: 6 },
    ]);
  });

  it('are looked up and not imported again by later starts, or by two at once', async () => {
    const seeds = world.app.get(Seeds);
    await Promise.all([seeds.importSeeds(world.config.seedsDir), seeds.importSeeds(world.config.seedsDir)]);
    expect(await rows().count(CompetencyDocument)).toBe(5);
    expect(await rows().countBy(AuditEntry, { action: 'competency_document.imported' })).toBe(5);
  });

  it('do not keep the server from starting when one of them is broken', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'touchstone-seeds-'));
    writeFileSync(join(folder, 'a.txt'), 'garbage');
    writeFileSync(join(folder, 'b.txt'), Buffer.from([0xff, 0x00, 0xc3]));
    writeFileSync(join(folder, 'c.txt'), seed(unitCode).replace('發展客戶服務', '發展顧客服務'));
    writeFileSync(join(folder, 'd.txt'), seed('BAS4222-002v2'));
    writeFileSync(join(folder, 'e.txt'), `${seed('BAS4222-002v2')}\n`);
    mkdirSync(join(folder, 'assessment-guides'));
    const other = await World.open({ env: { SEEDS_DIR: folder } });
    try {
      const codes = (await other.operator.get('/competency-documents').expect(200)).body.items.map(
        (d: CompetencyDocumentView) => d.code,
      );
      expect(codes).toEqual(['BAS4222-002v2', unitCode]);
      await other.app.get(Seeds).importSeeds(join(folder, 'nowhere'));
    } finally {
      await other.close();
      rmSync(folder, { recursive: true });
    }
  });

  it('are imported once when two instances start at once on one database', async () => {
    if (!world.config.databaseUrl) return;
    const fresh = new World();
    await fresh.start({ withoutSeeds: true });
    const second = await createApp(fresh.config);
    try {
      await second.init();
      await Promise.all([fresh.app.get(FirstStart).run(), second.get(FirstStart).run()]);
      expect(await fresh.app.get(Database).read.count(CompetencyDocument)).toBe(5);
    } finally {
      await second.close();
      await fresh.close();
    }
  });
});

describe('the catalogue', () => {
  const found = async (query: string) =>
    (await assessor.get(`/competency-documents?${query}`).expect(200)).body.items.map(
      (d: CompetencyDocumentView) => d.code,
    );

  it('finds documents by code, name and the words of any item, whatever the case', async () => {
    expect(await found('search=kmm5r0915V2')).toEqual([unitCode]);
    expect(await found(`search=${encodeURIComponent('客戶服務助理')}`)).toContain('BAS4222-002v2');
    expect(await found(`search=${encodeURIComponent('對銷售和行銷原則的認識')}`)).toEqual([unitCode]);
    expect(await found(`search=${encodeURIComponent('績效指標 (kpi)')}`)).toEqual(['KPS5294-001v2']);
    expect(await found('kind=competency_unit')).toEqual([unitCode]);
    expect(await found(`search=${encodeURIComponent('客戶')}&kind=occupational_competency_standard`)).not.toContain(
      unitCode,
    );
  });

  it('takes wildcards and quotes in a search as what they are', async () => {
    for (const search of ['%', '_', '!', "'", '\\', '%_!', "' OR 1=1 --", '客%戶']) {
      const codes = await found(`search=${encodeURIComponent(search)}`);
      const really = (await rows().find(CompetencyItem)).filter((item) => item.text.includes(search)).length > 0;
      expect([search, codes.length > 0]).toEqual([search, really]);
    }
  });

  it('gives every document once over pages of any size', async () => {
    for (const limit of [1, 2, 5]) {
      const codes: string[] = [];
      let cursor = '';
      do {
        const { body } = await assessor.get(`/competency-documents?limit=${limit}${cursor}`).expect(200);
        codes.push(...body.items.map((d: CompetencyDocumentView) => d.code));
        cursor = body.next && `&cursor=${body.next}`;
      } while (cursor);
      expect(codes).toEqual(await found('limit=200'));
    }
  });

  it('refuses pages, kinds and searches that cannot be', async () => {
    const queries = ['limit=0', 'limit=x', 'kind=diploma', 'editions=old', 'search=a&search=b', 'order=name'];
    for (const query of [...queries, `search=${'x'.repeat(101)}`]) {
      const { body } = await assessor.get(`/competency-documents?${query}`).expect(400);
      expect([query, body.code]).toEqual([query, 'validation_failed']);
    }
    const cursor = Buffer.from("x' 1").toString('base64url');
    expect((await assessor.get(`/competency-documents?cursor=${cursor}`).expect(400)).body.code).toBe('bad_cursor');
  });

  it('shows nothing to a stranger', async () => {
    const stranger = await fetch(`${world.server}/api/competency-documents`);
    expect(stranger.status).toBe(401);
  });
});

describe('one document', () => {
  it('has every item of the unit in order, with what claims point to', async () => {
    const unit = await byCode('kmm5r0915V2');
    expect(unit).toMatchObject({ code: unitCode, baseCode: 'KMM5R0915', version: 2, level: 5 });
    const criteria = unit.items.filter((i: CompetencyItemView) => i.type === 'criterion');
    expect(criteria).toHaveLength(18);
    expect(criteria[0]).toMatchObject({ ref: '1.1', parentRef: 'E1', derived: true, block: null });
    expect(criteria[17]).toMatchObject({ ref: '4.3' });
    expect(unit.body.assessmentGuide.keyAspects).toHaveLength(5);
    expect(unit.body.notes[0].bullets.length).toBeGreaterThan(0);
    expect(unit.body).toMatchObject({ classification: null, versions: [], attitudes: [], jobDescription: null });
  });

  it('has a standard’s versions, blocks, attitudes, notes and supplement, and knowledge by block', async () => {
    const standard = await byCode('KPS4999-001v3');
    const knowledge = standard.items.filter((i: CompetencyItemView) => i.type === 'knowledge');
    expect(new Set(knowledge.map((i: CompetencyItemView) => i.ref)).size).toBe(knowledge.length);
    expect(knowledge[0].ref).toBe('B1/K01');
    const noted = (await byCode('BAS4222-002v2')).items.filter((i: CompetencyItemView) => i.noteRefs.length > 0);
    expect(noted.map((i: CompetencyItemView) => i.noteRefs)).toEqual([[1], [2]]);
    expect(standard.body.versions[0]).toMatchObject({ code: 'KPS4999-001v3', status: 'current', supersededBy: null });
    expect(standard.body.blocks[0]).toMatchObject({ block: 1, level: expect.any(Number) });
    for (const part of ['attitudes', 'notes', 'supplementary']) expect(standard.body[part].length).toBeGreaterThan(0);
    expect(standard.body.attitudes).toHaveLength(standard.counts.attitude);
    expect(standard.body.assessmentGuide).toBeNull();
  });

  it('gives out exactly its interchange form and its source', async () => {
    for (const code of [unitCode, 'BAS2421-003v2', 'BAS4222-002v2', 'KPS4999-001v3', 'KPS5294-001v2']) {
      const { id, sourceSha256 } = await byCode(code);
      const parsed = parseIcap(seed(code));
      const interchange = await assessor.get(`/competency-documents/${id}/interchange`).expect(200);
      expect(interchange.text).toBe(JSON.stringify(parsed.ok && parsed.document));
      const source = await assessor.get(`/competency-documents/${id}/source`).expect(200);
      expect(source.text).toBe(seed(code));
      expect(sha256(source.text)).toBe(sourceSha256);
      expect(source.headers['content-type']).toBe('text/plain; charset=utf-8');
      expect(source.headers['content-disposition']).toBe(`attachment; filename="${code}.txt"`);
      expect(source.headers['cache-control']).toContain('immutable');
    }
  });

  it('has its import report in both languages', async () => {
    const { id } = await byCode('KPS4999-001v3');
    const report = async (language: string) =>
      (await assessor.get(`/competency-documents/${id}/report`).set('Accept-Language', language).expect(200)).body;
    const [zh, en] = [await report('zh-TW'), await report('en')];
    expect(zh.counts).toEqual(en.counts);
    expect(Object.keys(zh.findings)).toEqual(expect.arrayContaining(['pieces_joined', 'suspected_ocr_errors']));
    expect(Object.keys(zh.findings)).not.toContain('broken_invariants');
    const remarks = Object.values(zh.findings).flat() as RemarkView[];
    expect(remarks.length).toBeGreaterThan(0);
    for (const remark of remarks) expect(remark).toMatchObject({ line: expect.any(Number), text: expect.any(String) });
    expect(remarks.every((r) => /\p{Script=Han}/u.test(r.text))).toBe(true);
    expect(zh.findings.pieces_joined[0].text).not.toBe(en.findings.pieces_joined[0].text);
    expect(en.findings.pieces_joined[0].text).toMatch(/ was printed in \d+ pieces, which were joined\.$/);
  });

  it('lists the versions known here beside those its own table names', async () => {
    const { id } = await byCode('KPS4999-001v3');
    const { body } = await assessor.get(`/competency-documents/${id}/versions`).expect(200);
    expect(body.baseCode).toBe('KPS4999-001');
    expect(body.known.map((d: CompetencyDocumentView) => d.code)).toEqual(['KPS4999-001v3']);
    expect(body.listed.map((v: ListedVersionView) => [v.version, v.status, v.documentId])).toEqual([
      [3, 'current', id],
      [2, 'historical', null],
      [1, 'historical', null],
    ]);
  });

  it('has the advisory guide where there is one, and 404 where there is none', async () => {
    const { body } = await assessor.get(`/competency-documents/${(await byCode(unitCode)).id}/guide`).expect(200);
    expect(body.keyAspectRefs.KA5).toEqual(['K07', '1.1']);
    expect(body.methods.M1.needsAllOf).toHaveLength(3);
    await assessor.get(`/competency-documents/${(await byCode('BAS4222-002v2')).id}/guide`).expect(404);
  });

  it('is not found under an id or code that is none of it', async () => {
    const nobody = '018f0000-0000-7000-8000-000000000000';
    for (const part of ['', '/versions', '/report', '/interchange', '/source', '/guide']) {
      await assessor.get(`/competency-documents/${nobody}${part}`).expect(404);
    }
    await assessor.get('/competency-documents/KMM5R0915v2').expect(400);
    for (const code of ['KMM5R0915v3', 'KMM5R0915', '..%2f..', '%00', 'x'.repeat(500), "K'--"]) {
      await assessor.get(`/competency-documents/by-code/${code}`).expect(404);
    }
  });
});

describe('importing', () => {
  it('is for the operator alone', async () => {
    const administrator = await world.person('王管理', ['administrator']);
    for (const persona of [assessor, administrator]) {
      expect((await importing(standardSource({ items: 10 }), persona).expect(403)).body.code).toBe('forbidden');
    }
  });

  it('stores nothing of a broken document and tells every fault with its line, in the language asked for', async () => {
    const broken = seed('BAS4222-002v2').replace('P1.1.4詳', 'P1.1.5詳').replace('最新版本', '歷史版本');
    const before = await counts();
    const refused = async (language: string) =>
      (await importing(broken).set('Accept-Language', language).expect(422)).body;
    const [zh, en] = [await refused('zh-TW'), await refused('en')];
    expect(zh).toMatchObject({ code: 'import_refused', title: expect.stringContaining(`${zh.details.length} 個錯誤`) });
    const gap = { kind: 'numbering_gap', line: 27 };
    expect(zh.details).toContainEqual({
      ...gap,
      column: 4,
      text: '編號不連續：缺少 P1.1.4（P1.1.5 之前）。',
      excerpt: expect.any(String),
    });
    expect(en.details).toContainEqual(
      expect.objectContaining({ ...gap, text: 'The numbering has a gap before P1.1.5: missing P1.1.4.' }),
    );
    expect(zh.details.map((f: RemarkView) => [f.kind, f.line])).toEqual(
      en.details.map((f: RemarkView) => [f.kind, f.line]),
    );
    expect(zh.details.map((f: RemarkView) => f.line)).toContain(7);
    expect(await counts()).toEqual(before);
  });

  it('changes nothing for a text that is there already, with or without a byte order mark', async () => {
    const before = await counts();
    const { id } = await byCode(unitCode);
    for (const copy of [Buffer.from(seed(unitCode)), Buffer.from(`\uFEFF${seed(unitCode)}`), utf16(seed(unitCode))]) {
      const { body } = await importing(copy).expect(200);
      expect(body.id).toBe(id);
    }
    expect((await importing(seed(unitCode)).field('correction', '再匯入一次').expect(200)).body.id).toBe(id);
    expect(await counts()).toEqual(before);
  });

  it('refuses another text under a known code, and keeps both once it is called a correction', async () => {
    const old = await byCode('KPS5294-001v2');
    const changed = `${seed('KPS5294-001v2').trimEnd()}\n\n`;
    expect(changed).not.toBe(seed('KPS5294-001v2'));
    const refused = await importing(changed).expect(409);
    expect(refused.body).toMatchObject({ code: 'document_differs', title: expect.stringContaining('KPS5294-001v2') });

    const { body: edition } = await importing(changed).field('correction', '原文多一行空白').expect(201);
    expect(edition).toMatchObject({ code: 'KPS5294-001v2', edition: 2, latest: true, correction: '原文多一行空白' });
    expect((await importing(changed).expect(200)).body.id).toBe(edition.id);
    expect((await importing(seed('KPS5294-001v2')).expect(200)).body.id).toBe(old.id);

    expect((await byCode('KPS5294-001v2')).id).toBe(edition.id);
    expect((await assessor.get(`/competency-documents/${old.id}`).expect(200)).body).toEqual({ ...old, latest: false });
    const { body: versions } = await assessor.get(`/competency-documents/${old.id}/versions`).expect(200);
    expect(versions.known.map((d: CompetencyDocumentView) => [d.edition, d.latest])).toEqual([
      [2, true],
      [1, false],
    ]);
    const list = async (editions: string) => {
      const { body } = await assessor.get(`/competency-documents?search=KPS5294&editions=${editions}`).expect(200);
      return body.items.map((d: CompetencyDocumentView) => d.edition);
    };
    expect(await list('latest')).toEqual([2]);
    expect(await list('all')).toEqual([2, 1]);
    const source = await assessor.get(`/competency-documents/${edition.id}/source`).expect(200);
    expect(source.headers['content-disposition']).toContain('KPS5294-001v2-edition-2.txt');

    const { body: restored } = await importing(seed('KPS5294-001v2')).field('correction', '更正有誤，改回').expect(201);
    expect(restored).toMatchObject({ edition: 3, sourceSha256: old.sourceSha256 });
    const entry = (await rows().findBy(AuditEntry, { subjectId: edition.id }))[0]!;
    expect(entry).toMatchObject({ action: 'competency_document.imported', actorId: world.operator.id });
    expect(JSON.parse(entry.data)).toMatchObject({ edition: 2, correction: '原文多一行空白' });
  });

  it('takes a new version as another document of the same base', async () => {
    const third = seed('BAS4222-002v2').replaceAll('BAS4222-002v2', 'BAS4222-002v10').replace('| v2 |', '| v10 |');
    const { body } = await importing(third).expect(201);
    expect(body).toMatchObject({ code: 'BAS4222-002v10', version: 10, edition: 1 });
    const { body: versions } = await assessor.get(`/competency-documents/${body.id}/versions`).expect(200);
    expect(versions.known.map((d: CompetencyDocumentView) => d.version)).toEqual([10, 2]);
  });

  it('takes a standard of 1,400 items whole', async () => {
    const source = standardSource({ items: 1400 });
    const { body } = await importing(source).expect(201);
    const items = Object.values(body.counts as Record<string, number>).reduce((sum, n) => sum + n, 0);
    expect(items).toBeGreaterThanOrEqual(1400);
    expect(await rows().countBy(CompetencyItem, { documentId: body.id })).toBe(items);
    const detail = await byCode('BIG2421-001v2');
    expect(detail.items).toHaveLength(items);
  });

  it('takes the same document sent five times at once in once', async () => {
    const source = standardSource({ items: 30 }).replaceAll('2421', '2422');
    const answers = await Promise.all(Array.from({ length: 5 }, () => importing(source)));
    expect(answers.map((a) => a.status).sort()).toEqual([200, 200, 200, 200, 201]);
    expect(new Set(answers.map((a) => a.body.id)).size).toBe(1);
  });

  it('survives whatever else is sent instead of a document', async () => {
    const before = await counts();
    const png = Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex');
    expect((await importing(png).expect(422)).body.details[0]).toMatchObject({ kind: 'not_utf8', line: 1 });
    expect((await importing('a\u0000b').expect(422)).body.details[0].kind).toBe('not_text');
    expect((await importing('').expect(422)).body.code).toBe('import_refused');
    expect((await importing('<html>'.repeat(1000)).expect(422)).body.details[0].kind).toBe('not_icap');
    expect((await importing(Buffer.alloc(20_000_000, '職')).expect(413)).body.code).toBe('too_large');
    expect((await world.operator.post('/competency-documents', { source: 'x' }).expect(415)).body.code).toBe(
      'unsupported_media_type',
    );
    const upload = () => world.operator.upload('/competency-documents');
    const none = await upload().field('correction', '沒有檔案').expect(400);
    expect(none.body.errors).toEqual([expect.objectContaining({ field: 'file', rule: 'isNotEmpty' })]);
    const text = Buffer.from(seed(unitCode));
    await upload().attach('other', text, 'a.txt').expect(400);
    await upload().attach('file', text, 'a.txt').attach('file', text, 'b.txt').expect(400);
    await upload().attach('file', text, 'a.txt').field('edition', '7').expect(400);
    await upload().attach('file', text, 'a.txt').field('correction[__proto__]', 'x').expect(400);
    await upload().attach('file', text, 'a.txt').field('correction', 'x'.repeat(1001)).expect(400);
    await upload().attach('file', text, 'a.txt').field('correction', '  ').expect(400);
    await upload().set('Content-Type', 'multipart/form-data; boundary=x').send('--x\r\nbroken').expect(400);
    await importing(seed(unitCode)).attach('file2', png, { filename: '../../x', contentType: 'image/png' }).expect(400);
    const disguised = upload().attach('file', text, { filename: '../../evil\r\n.png', contentType: 'image/png' });
    await disguised.expect(200);
    expect(await counts()).toEqual(before);
  });

  it('cannot be undone or altered afterwards, not even in the database', async () => {
    const database = world.app.get(DataSource);
    const statements = [
      `UPDATE competency_documents SET name = 'x'`,
      `DELETE FROM competency_documents`,
      `UPDATE competency_items SET text = 'x' WHERE ref = '1.1'`,
      `DELETE FROM competency_items`,
    ];
    for (const statement of statements) await expect(database.query(statement)).rejects.toThrow(/append-only/);
    expect((await byCode(unitCode)).items[0].text).not.toBe('x');
  });
});

async function counts(): Promise<number[]> {
  return Promise.all([CompetencyDocument, CompetencyItem, AuditEntry].map((entity) => rows().count(entity)));
}

function utf16(text: string): Buffer {
  return Buffer.from(`\uFEFF${text}`, 'utf16le');
}
