import { randomUUID } from 'node:crypto';
import { type Enrolled, enrolled } from './factories/enrolled.js';
import { type Persona, World } from './world.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Row = Record<string, any>;

const text = '第一行\n第二行\n第三行\n';

describe('the access log of evidence', () => {
  let world: World;
  let people: Enrolled;
  let candidate: Persona;
  let lead: Persona;
  let officer: Persona;
  let assessmentId: string;
  beforeAll(async () => {
    world = await World.open();
    people = await enrolled(world);
    ({ candidate, assessor: lead, assessmentId } = people);
    officer = await world.person('周行政', ['officer']);
  });
  afterAll(() => world?.close());

  const submit = async (by = candidate): Promise<Row> => {
    const call = by.upload(`/assessments/${assessmentId}/evidence`).field('title', '作品');
    return (await call.attach('files', Buffer.from(text), '作品.txt').expect(201)).body as Row;
  };
  const contentPath = (item: Row) => `/evidence/${item.id}/files/${item.files[0].id}/content`;
  const accesses = async (query = '', by = officer): Promise<{ items: Row[]; next: string | null }> => {
    return (await by.get(`/assessments/${assessmentId}/evidence-accesses${query}`).expect(200)).body;
  };
  const accessesOf = async ({ id }: Row, by = officer) =>
    (await accesses('?limit=200', by)).items.filter(({ itemId }) => itemId === id);

  it('tells who read an item and who took a file, newest first, with names', async () => {
    const item = await submit();
    await lead.get(`/evidence/${item.id}`).expect(200);
    await officer.get(contentPath(item)).expect(200);
    expect(await accessesOf(item)).toEqual([
      {
        id: expect.any(String),
        kind: 'download',
        at: expect.stringMatching(/Z$/),
        user: { id: officer.id, name: '周行政' },
        itemId: item.id,
        itemNumber: item.number,
        fileId: item.files[0].id,
        fileName: '作品.txt',
        via: null,
      },
      expect.objectContaining({ kind: 'view', user: { id: lead.id, name: '陳評量' }, fileId: null, fileName: null }),
    ]);
  });

  it('does not tell that givers read what they gave, and does that they took it', async () => {
    const item = await submit();
    await candidate.get(`/evidence/${item.id}`).expect(200);
    expect(await accessesOf(item)).toEqual([]);
    await candidate.get(contentPath(item)).expect(200);
    expect(await accessesOf(item, candidate)).toMatchObject([{ kind: 'download', user: { id: candidate.id } }]);
  });

  it('tells once within ten minutes, in however many ranges a file is taken and by how many requests at once', async () => {
    const item = await submit();
    const ranges = ['bytes=5-9', 'bytes=0-4', 'bytes=10-'];
    await Promise.all(ranges.map((range) => lead.get(contentPath(item)).set('Range', range).expect(206)));
    await Promise.all([1, 2, 3].map(() => lead.get(`/evidence/${item.id}`).expect(200)));
    expect((await accessesOf(item)).map(({ kind }) => kind).sort()).toEqual(['download', 'view']);
    await officer.get(contentPath(item)).expect(200);
    expect(await accessesOf(item)).toHaveLength(3);
    const now = world.clock.now();
    world.clock.set(new Date(now.getTime() + 11 * 60_000).toISOString());
    await lead.get(contentPath(item)).expect(200);
    expect(await accessesOf(item)).toHaveLength(4);
  });

  it.each<[string, (item: Row) => Promise<unknown>]>([
    [
      'was unchanged',
      (item) => lead.get(contentPath(item)).set('If-None-Match', `"${item.files[0].sha256}"`).expect(304),
    ],
    ['has no such range', (item) => lead.get(contentPath(item)).set('Range', 'bytes=9000-').expect(416)],
    ['was refused', async (item) => (await world.person('外人', ['assessor'])).get(contentPath(item)).expect(404)],
  ])('tells of no file that %s', async (_, ask) => {
    const item = await submit();
    await ask(item);
    expect(await accessesOf(item)).toEqual([]);
  });

  it('is unmoved by lists, corrections and declarations', async () => {
    const item = await submit();
    await lead.get(`/assessments/${assessmentId}/evidence`).expect(200);
    await candidate.post(`/evidence/${item.id}/declaration`).expect(201);
    expect(await accessesOf(item)).toEqual([]);
  });

  it('keeps drafts from the candidate, who is not to know of them', async () => {
    const id = randomUUID();
    const record = { startedAt: '2026-03-01T14:00:00+08:00', outcomes: [{ ref: '1.1', outcome: 'shown' }] };
    await lead.put(`/assessments/${assessmentId}/observations/${id}`, record).expect(201);
    await officer.get(`/evidence/${id}`).expect(200);
    expect(await accessesOf({ id })).toMatchObject([{ kind: 'view', user: { id: officer.id } }]);
    expect(await accessesOf({ id }, candidate)).toEqual([]);
  });

  it('is read page by page', async () => {
    const all = (await accesses('?limit=200')).items;
    expect(all.length).toBeGreaterThan(3);
    const seen: Row[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page = await accesses(`?limit=2${next && `&cursor=${next}`}`);
      seen.push(...page.items);
      next = page.next;
    }
    expect(seen).toEqual(all);
  });

  it('is nothing for those who assess', async () => {
    await lead.get(`/assessments/${assessmentId}/evidence-accesses`).expect(403);
  });
});
