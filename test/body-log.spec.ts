import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { enrolled, type Enrolled } from './factories/enrolled.js';
import { type Persona, World } from './world.js';

let world: World;
let admin: Persona;
let people: Enrolled;
beforeAll(async () => {
  world = await World.open();
  admin = await world.person('王管理', ['administrator']);
  people = await enrolled(world);
});
afterAll(() => world?.close());

interface Entry {
  seq: number;
  action: string;
  actor: { id: string; name: string } | null;
  subjectId: string;
}

const log = async (query = '', by = admin): Promise<{ items: Entry[]; next: string | null }> =>
  (await by.get(`/training-bodies/${world.bodyId}/log${query}`).expect(200)).body;

describe('the log of a body', () => {
  it('tells who changed what and when, the newest first, in pages', async () => {
    const { items } = await log('?limit=200');
    expect(items[0]).toMatchObject({
      action: 'interest.declared',
      actor: { id: people.assessor.id, name: people.assessor.name },
    });
    expect(items.map(({ seq }) => seq)).toEqual([...items.map(({ seq }) => seq)].sort((a, b) => b - a));
    const first = await log('?limit=2');
    const second = await log(`?limit=2&cursor=${first.next}`);
    expect([...first.items, ...second.items]).toEqual(items.slice(0, 4));
  });

  it('finds by what happened, who did it, what it concerns and when', async () => {
    const actions = async (query: string) => (await log(query)).items.map(({ action }) => action);
    expect(await actions('?action=interest')).toEqual(['interest.declared']);
    expect(await actions('?action=interest.declared')).toEqual(['interest.declared']);
    expect(await actions('?action=inter')).toEqual([]);
    expect(await actions(`?actorId=${people.assessor.id}`)).toContain('interest.declared');
    expect(new Set(await actions(`?subjectId=${people.assessmentId}`))).toContain('assessment.enrolled');
    expect(await actions('?from=2099-01-01')).toEqual([]);
    expect(await actions('?to=2020-01-01')).toEqual([]);
    expect(await actions('?from=2026-03-02&to=2026-03-02&action=interest')).toEqual(['interest.declared']);
  });

  it('tells nothing of what it was changed to, and nothing of another body', async () => {
    const { items } = await log('?limit=200');
    for (const entry of items)
      expect(Object.keys(entry).sort()).toEqual(['action', 'actor', 'at', 'hash', 'seq', 'subjectId']);
    const other = await world.operator.post('/training-bodies', { name: '他處職訓中心' });
    expect(other.status).toBeLessThan(300);
    await admin.get(`/training-bodies/${other.body.id}/log`).expect(404);
  });

  it.each(['action=a%25', 'action=A', 'actorId=me', 'from=2026-02-30', 'cursor=AA'])('refuses %s', async (query) => {
    const { status } = await admin.get(`/training-bodies/${world.bodyId}/log?${query}`);
    expect([400, 422]).toContain(status);
  });
});

it('calls everything that is done at a body by words, and no code', () => {
  const words = readFileSync('web/src/body/audit/log-words.ts', 'utf8');
  const known = new Set(Array.from(words.matchAll(/'(\w+\.\w+)':/g), ([, action]) => action));
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => readFileSync(join('src', file), 'utf8'));
  const done = sources.flatMap((source) => [
    ...Array.from(source.matchAll(/(?:action: |(?:auditInvitation|told)\(.*)'(\w+\.\w+)'/g), ([, action]) => action!),
    ...(/kind\.name}\./.test(source) ? ['observation', 'questioning'].flatMap(recorded) : []),
  ]);
  expect(done.length).toBeGreaterThan(60);
  // Accounts, sessions and the catalogue are no body's.
  const others = /^(api_token|session|competency_document|installation)\./;
  expect(done.filter((action) => !known.has(action) && !others.test(action))).toEqual([]);
});

const recorded = (kind: string): string[] => ['changed', 'recorded', 'signed'].map((act) => `${kind}.${act}`);
