import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { type Persona, World } from './world.js';
import { enrolled } from './factories/enrolled.js';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n');

describe('evidence', () => {
  let world: World;
  let candidate: Persona;
  let assessor: Persona;
  let assessmentId: string;
  beforeAll(async () => {
    world = await World.open({ env: { MAX_FILE_BYTES: '3000000', MAX_FILES_PER_ITEM: '3' } });
    ({ candidate, assessor, assessmentId } = await enrolled(world));
  });
  afterAll(() => world?.close());

  const submit = (by: Persona, fields: Record<string, string>, files: [Buffer, string][] = []) => {
    const call = by.upload(`/assessments/${assessmentId}/evidence`);
    for (const [name, value] of Object.entries(fields)) call.field(name, value);
    for (const [bytes, name] of files) call.attach('files', bytes, name);
    return call;
  };
  /** Every file under uploads/: what is on its way and what is kept. */
  const stored = () =>
    readdirSync(join(world.folder, 'uploads'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name)
      .sort();
  const staged = () => readdirSync(join(world.folder, 'uploads', 'staging'));

  it('takes several files with their hash, size and type by content, whatever they are called', async () => {
    const { body } = await submit(candidate, { title: '行銷原則文件', producedOn: '2026-02-01' }, [
      [pdf, '..\\..\\行銷"原則"\r\n.exe'],
      [png, '截圖.txt'],
    ]).expect(201);
    expect(body).toMatchObject({
      number: 1,
      form: 'document',
      class: 'indirect',
      producedBy: 'candidate',
      declaredAt: null,
    });
    expect(body.files).toMatchObject([
      { name: '行銷"原則".exe', mediaType: 'application/pdf', size: pdf.length },
      { name: '截圖.txt', mediaType: 'image/png', sha256: createHash('sha256').update(png).digest('hex') },
    ]);
    const got = await candidate.get(`/evidence/${body.id}/files/${body.files[0].id}/content?inline=1`).expect(200);
    expect(got.body).toEqual(pdf);
    expect(got.headers['content-type']).toBe('application/pdf');
    expect(got.headers['content-disposition']).toMatch(/^inline; filename=.*filename\*=UTF-8''/);
    expect(got.headers['content-security-policy']).toContain('sandbox');
    expect(got.headers['x-content-type-options']).toBe('nosniff');
  });

  it('gives text only as a download, even where asked to show it', async () => {
    const html = Buffer.from('<html><script>alert(1)</script></html>');
    const { body } = await submit(candidate, { title: '網頁' }, [[html, 'x.html']]).expect(201);
    const got = await candidate.get(`/evidence/${body.id}/files/${body.files[0].id}/content?inline=1`).expect(200);
    expect(got.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(got.headers['content-disposition']).toMatch(/^attachment/);
  });

  it.each([
    ['bytes=0-3', 206, '%PDF', `bytes 0-3/${pdf.length}`],
    ['bytes=-6', 206, '%%EOF\n', `bytes ${pdf.length - 6}-${pdf.length - 1}/${pdf.length}`],
    [`bytes=${pdf.length}-`, 416, null, `bytes */${pdf.length}`],
    ['lines=1-2', 200, pdf.toString(), undefined],
  ])('answers the range %s with %i', async (range, status, bytes, contentRange) => {
    const { body } = await submit(candidate, { title: '範圍' }, [[pdf, 'a.pdf']]).expect(201);
    const got = await candidate
      .get(`/evidence/${body.id}/files/${body.files[0].id}/content`)
      .set('Range', range)
      .buffer(true)
      .expect(status);
    if (bytes !== null) expect(Buffer.from(got.body).toString()).toBe(bytes);
    expect(got.headers['content-range']).toBe(contentRange);
  });

  it('gives the whole file when the part asked for is of another version', async () => {
    const { body } = await submit(candidate, { title: '版本' }, [[pdf, 'a.pdf']]).expect(201);
    const path = `/evidence/${body.id}/files/${body.files[0].id}/content`;
    const part = (condition: string) => candidate.get(path).set('Range', 'bytes=0-3').set('If-Range', condition);
    await part(`"${body.files[0].sha256}"`).expect(206);
    await part('"another"').expect(200);
    await candidate.get(path).set('If-None-Match', `"${body.files[0].sha256}"`).expect(304);
  });

  it('shows an image in place only when asked to', async () => {
    const { body } = await submit(candidate, { title: '照片' }, [[png, 'a.png']]).expect(201);
    const path = `/evidence/${body.id}/files/${body.files[0].id}/content`;
    expect((await candidate.get(path)).headers['content-disposition']).toMatch(/^attachment/);
    expect((await candidate.get(`${path}?inline=1`)).headers['content-disposition']).toMatch(/^inline/);
  });

  it.each([
    ['a program', [[Buffer.concat([Buffer.from('MZ'), randomBytes(2000)]), 'a.pdf']], 'file_type_refused', 422],
    [
      'a large program',
      [[Buffer.concat([Buffer.from('MZ'), randomBytes(1_000_000)]), 'a.pdf']],
      'file_type_refused',
      422,
    ],
    ['an empty file', [[Buffer.alloc(0), 'empty.pdf']], 'empty_file', 422],
    ['a file over the limit', [[Buffer.alloc(3_000_001, 'a'), 'big.txt']], 'too_large', 413],
    [
      'a good file before one over the limit',
      [
        [pdf, 'a.pdf'],
        [Buffer.alloc(3_000_001, 'a'), 'b.txt'],
      ],
      'too_large',
      413,
    ],
    ['too many files', Array.from({ length: 4 }, (_, i) => [pdf, `${i}.pdf`]), 'too_many_files', 413],
  ] as [string, [Buffer, string][], string, number][])(
    'refuses %s and leaves nothing behind',
    async (_, files, code, status) => {
      const before = (await candidate.get(`/assessments/${assessmentId}/evidence?limit=200`)).body.items.length;
      const { body } = await submit(candidate, { title: '不行' }, files).expect(status);
      expect(body.code).toBe(code);
      await until(() => staged().length === 0);
      expect((await candidate.get(`/assessments/${assessmentId}/evidence?limit=200`)).body.items).toHaveLength(before);
    },
  );

  it.each([
    ['no title', { producedOn: '2026-01-01' }, 'validation_failed'],
    ['a day that does not exist', { title: 'x', producedOn: '2026-02-30' }, 'validation_failed'],
    ['a form that is a record of its own', { title: 'x', form: 'observation' }, 'validation_failed'],
    ['a script for an address', { title: 'x', url: 'javascript:alert(1)' }, 'validation_failed'],
    ['a field nobody knows', { title: 'x', isAccepted: 'true' }, 'validation_failed'],
  ])('refuses %s and leaves nothing behind', async (_, fields, code) => {
    const before = stored();
    const bytes = Buffer.concat([pdf, randomBytes(16)]);
    const { body } = await submit(candidate, fields as Record<string, string>, [[bytes, 'a.pdf']]).expect(400);
    expect(body.code).toBe(code);
    expect(stored()).toEqual(before);
  });

  it('calls files of one kind by it, and of several a document, whichever comes first', async () => {
    const other = Buffer.concat([png, Buffer.from('1')]);
    const photos = [png, other].map((bytes, i): [Buffer, string] => [bytes, `${i}.png`]);
    expect((await submit(candidate, { title: '白板' }, photos).expect(201)).body.form).toBe('image');
    const mixed: [Buffer, string][] = [...photos, [pdf, '紀錄.pdf']];
    expect((await submit(candidate, { title: '會議' }, mixed).expect(201)).body.form).toBe('document');
  });

  it('leaves nothing behind when the sender goes away in the middle', async () => {
    const address = new URL(world.server);
    const socket = connect(Number(address.port), address.hostname);
    const token = /Bearer .*/.exec(JSON.stringify(candidate.get('/me')['header' as never]))?.[0].replace(/".*/, '');
    socket.write(
      `POST /api/assessments/${assessmentId}/evidence HTTP/1.1\r\nHost: x\r\nAuthorization: ${token}\r\n` +
        'Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000000\r\n\r\n' +
        '--b\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n' +
        'half of a file',
    );
    await until(() => staged().length === 1);
    socket.destroy();
    await until(() => staged().length === 0);
  });

  it('takes a link and a written statement without a file, and refuses an item without content', async () => {
    const link = await candidate
      .post(`/assessments/${assessmentId}/evidence`, { title: '作品網站', url: 'https://example.tw/作品' })
      .expect(201);
    expect(link.body.form).toBe('link');
    const text = await candidate
      .post(`/assessments/${assessmentId}/evidence`, { title: '自\u202E述', statement: '我負責供應鏈的𠮷田先生。' })
      .expect(201);
    expect(text.body).toMatchObject({ form: 'text', title: '自述', statement: '我負責供應鏈的𠮷田先生。' });
    await candidate.post(`/assessments/${assessmentId}/evidence`, { title: '空' }).expect(422);
  });

  it('answers the same item when the same client-made id is sent again', async () => {
    const id = randomUUID();
    const first = await submit(candidate, { id, title: '重送' }, [[pdf, 'a.pdf']]).expect(201);
    const second = await submit(candidate, { id, title: '重送' }, [[pdf, 'a.pdf']]).expect(200);
    expect(second.body).toEqual(first.body);
  });

  it('loses the declaration when the item is corrected, and regains it when declared anew', async () => {
    const made = await submit(candidate, { title: '聲明' }, [[pdf, 'a.pdf']]).expect(201);
    const path = `/evidence/${made.body.id}`;
    const declared = await candidate.post(`${path}/declaration`).expect(201);
    expect(declared.body.declaredAt).not.toBeNull();
    await candidate.upload(`${path}/files`).attach('files', png, 'late.png').expect(409);
    await candidate.patch(path, { producedOn: '2026-01-05' }).expect(428);
    await candidate.patch(path, { producedOn: '2026-01-05' }).set('If-Match', '"old"').expect(412);
    const corrected = await candidate
      .patch(path, { producedOn: '2026-01-05' })
      .set('If-Match', declared.headers.etag!)
      .expect(200);
    expect(corrected.body).toMatchObject({ producedOn: '2026-01-05', declaredAt: null });
    await assessor.post(`${path}/declaration`).expect(403);
    expect((await candidate.post(`${path}/declaration`).expect(201)).body.declaredAt).not.toBeNull();
  });

  it('stays as it is once an assessor has judged a claim on it', async () => {
    const made = await candidate
      .post(`/assessments/${assessmentId}/evidence`, { title: '自述', statement: '原文', producedOn: '2026-02-01' })
      .expect(201);
    const path = `/evidence/${made.body.id}`;
    const claim = await candidate
      .post(`/assessments/${assessmentId}/claims`, { claims: [{ itemId: made.body.id, targetRef: '1.2' }] })
      .expect(201);
    const rules = { validity: true, sufficiency: true, authenticity: true, currency: true };
    const judgement = { claimId: claim.body[0].id, decision: 'accepted', rules };
    await assessor.post(`/assessments/${assessmentId}/judgements`, { judgements: [judgement] }).expect(201);
    const swapped = await candidate.patch(path, { statement: '換掉' }).set('If-Match', made.headers.etag!).expect(409);
    expect(swapped.body.code).toBe('evidence_judged');
    const late = await candidate.upload(`${path}/files`).attach('files', png, 'late.png').expect(409);
    expect(late.body.code).toBe('evidence_locked');
  });

  it('keeps file, page, time span and note of the place that a claim names', async () => {
    const made = await submit(candidate, { title: '錄音' }, [[pdf, 'a.pdf']]).expect(201);
    const claim = (place: object) =>
      candidate.post(`/assessments/${assessmentId}/claims`, {
        claims: [{ itemId: made.body.id, targetRef: '1.3', place }],
      });
    const place = { fileId: made.body.files[0].id, page: 2, from: 61.5, to: 90, note: '說明𠮷原則' };
    expect((await claim(place).expect(201)).body[0].place).toEqual(place);
    for (const wrong of [
      { to: 5 },
      { from: 10, to: 5 },
      { page: 0 },
      { from: -1 },
      { fileId: made.body.id, page: 1.5 },
    ]) {
      await claim(wrong).expect(400);
    }
    await claim({ fileId: made.body.id }).expect(404);
  });

  it('keeps the region of a picture or of a page that a claim names, and none beyond its edges or of anything else', async () => {
    const files: [Buffer, string][] = [
      [pdf, 'a.pdf'],
      [png, 'b.png'],
      [Buffer.from('文字'), 'c.txt'],
    ];
    const made = await submit(candidate, { title: '框選' }, files).expect(201);
    const [document, picture, text] = made.body.files.map(({ id }: { id: string }) => id);
    const claim = (place: object) =>
      candidate.post(`/assessments/${assessmentId}/claims`, {
        claims: [{ itemId: made.body.id, targetRef: '1.3', place }],
      });
    const region = { x: 0.1, y: 0.7, width: 0.2, height: 0.3 };
    for (const place of [
      { fileId: document, page: 2, region },
      { fileId: picture, region: { x: 0, y: 0, width: 1, height: 1 } },
    ])
      expect((await claim(place).expect(201)).body[0].place).toEqual(place);
    const { body: list } = await assessor.get(`/assessments/${assessmentId}/claims?itemId=${made.body.id}`).expect(200);
    expect(list.items[0].place).toEqual({ fileId: document, page: 2, region });
    for (const [wrong, field, rule] of [
      [{ ...region, x: -0.1 }, 'region.x', 'min'],
      [{ ...region, x: 0.81 }, 'region.width', 'notBeyond'],
      [{ ...region, y: 0.8 }, 'region.height', 'notBeyond'],
      [{ ...region, height: 0 }, 'region.height', 'min'],
      [{ ...region, width: '0.2' }, 'region.width', undefined],
      [{ x: 0, y: 0 }, 'region.width', undefined],
      [{ ...region, depth: 1 }, 'region.depth', 'whitelistValidation'],
      [[0, 0, 1, 1], 'region', undefined],
    ] as const) {
      const { body } = await claim({ fileId: picture, region: wrong }).expect(400);
      const fault = { field: `claims.0.place.${field}`, ...(rule && { rule }) };
      expect(body.errors).toEqual(expect.arrayContaining([expect.objectContaining(fault)]));
    }
    for (const place of [
      { fileId: document, region },
      { fileId: text, page: 1, region },
      { page: 1, region },
    ]) {
      const { body } = await claim(place).expect(400);
      expect(body.errors).toMatchObject([{ field: 'claims.0.place.region', rule: 'isMarkable' }]);
    }
  });

  it('keeps a withdrawn item with its reason, and takes nothing more for it', async () => {
    const made = await submit(candidate, { title: '誤傳' }, [[pdf, 'a.pdf']]).expect(201);
    await candidate.post(`/evidence/${made.body.id}/withdrawal`, {}).expect(400);
    await assessor.post(`/evidence/${made.body.id}/withdrawal`, { reason: '不是我的' }).expect(403);
    const gone = await candidate.post(`/evidence/${made.body.id}/withdrawal`, { reason: '傳錯檔案' }).expect(200);
    expect(gone.body).toMatchObject({ withdrawalReason: '傳錯檔案' });
    await candidate.post(`/evidence/${made.body.id}/withdrawal`, { reason: '再一次' }).expect(409);
  });

  it('maps many items to many targets at once, the same claim once, and wrong targets not at all', async () => {
    const made = await submit(candidate, { title: '對應' }, [[pdf, 'a.pdf']]).expect(201);
    const itemId = made.body.id as string;
    const claims = ['1.1', '1.2', 'KA1', 'K07', 'S01'].map((targetRef) => ({
      itemId,
      targetRef,
      method: 'M2',
      place: { page: 1 },
    }));
    const first = await candidate.post(`/assessments/${assessmentId}/claims`, { claims }).expect(201);
    const again = await candidate
      .post(`/assessments/${assessmentId}/claims`, { claims: [claims[0], claims[0]] })
      .expect(201);
    expect(again.body.map((c: { id: string }) => c.id)).toEqual([first.body[0].id, first.body[0].id]);
    const wrong = await candidate
      .post(`/assessments/${assessmentId}/claims`, {
        claims: [
          claims[0],
          { itemId, targetRef: '9.9' },
          { itemId, targetRef: 'E1' },
          { itemId, targetRef: '1.3', method: '1.1' },
        ],
      })
      .expect(400);
    expect(wrong.body.errors.map((e: { field: string }) => e.field)).toEqual([
      'claims.1.targetRef',
      'claims.2.targetRef',
      'claims.3.method',
    ]);
    const page = await candidate.get(`/assessments/${assessmentId}/claims?itemId=${itemId}&limit=2`).expect(200);
    expect(page.body.items).toHaveLength(2);
    const rest = await candidate.get(
      `/assessments/${assessmentId}/claims?itemId=${itemId}&limit=200&cursor=${page.body.next}`,
    );
    expect(rest.body.items).toHaveLength(3);
    await assessor.post(`/claims/${first.body[0].id}/withdrawal`).expect(403);
    await candidate.post(`/claims/${first.body[0].id}/withdrawal`).expect(200);
  });

  it('is not there for people of another training body', async () => {
    const made = await submit(candidate, { title: '祕密' }, [[pdf, 'a.pdf']]).expect(201);
    const other = await world.operator.post('/training-bodies', { name: '另一機構' }).expect(201);
    const stranger = await world.person('外人', ['administrator', 'assessor', 'verifier', 'candidate'], other.body.id);
    for (const path of [
      `/assessments/${assessmentId}`,
      `/assessments/${assessmentId}/evidence`,
      `/assessments/${assessmentId}/claims`,
      `/evidence/${made.body.id}`,
      `/evidence/${made.body.id}/files/${made.body.files[0].id}/content`,
    ]) {
      await stranger.get(path).expect(404);
    }
    await submit(stranger, { title: '闖入' }, [[pdf, 'a.pdf']]).expect(404);
    expect(staged()).toEqual([]);
  });
});

describe('the media types that are allowed', () => {
  it('are a setting', async () => {
    const world = await World.open({ env: { ALLOWED_MEDIA_TYPES: 'image/png, text/plain' } });
    const { candidate, assessmentId } = await enrolled(world);
    const upload = (bytes: Buffer) =>
      candidate.upload(`/assessments/${assessmentId}/evidence`).field('title', 'x').attach('files', bytes, 'x.pdf');
    await upload(png).expect(201);
    expect((await upload(pdf).expect(422)).body.code).toBe('file_type_refused');
    await world.close();
  });
});

async function until(condition: () => boolean): Promise<void> {
  for (let i = 0; i < 200 && !condition(); i++) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(condition()).toBe(true);
}
