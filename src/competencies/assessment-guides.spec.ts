import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { Config } from '../config.js';
import { readGuide } from './assessment-guide.js';
import { AssessmentGuides } from './assessment-guides.js';
import { parseIcap } from './icap/parse.js';
import { itemsOf } from './icap/items.js';

const seeds = new URL('../../seeds/', import.meta.url);
const unit = 'KMM5R0915v2';
interface Source {
  methods: Record<'M1' | 'M2', Record<string, unknown>>;
}
const source = (): Source =>
  JSON.parse(readFileSync(new URL(`assessment-guides/${unit}.json`, seeds), 'utf8')) as Source;

test('the guide of the unit names only items that the unit has', () => {
  const guide = new AssessmentGuides(new Config({})).guideFor(unit)!;
  const result = parseIcap(readFileSync(new URL(`${unit}.txt`, seeds), 'utf8'));
  const refs = new Set(result.ok ? itemsOf(result.document).map((item) => item.ref) : []);
  const methods = Object.values(guide.methods);
  const named = [
    ...Object.keys(guide.keyAspectRefs),
    ...Object.values(guide.keyAspectRefs).flat(),
    ...Object.keys(guide.methods),
    ...methods.flatMap((m) => [...Object.keys(m.criteria), ...Object.keys(m.keyAspects), ...Object.keys(m.knowledge)]),
  ];
  expect(named.filter((ref) => !refs.has(ref))).toEqual([]);
  expect(guide.keyAspectRefs.KA4).toEqual(['4.1', '4.2', '4.3']);
});

test('there is no guide for a unit without one, nor for a name that every object has', () => {
  const guides = new AssessmentGuides(new Config({}));
  for (const code of ['BAS4222-002v2', 'KMM5R0915v1', 'constructor', '__proto__']) {
    expect(guides.guideFor(code)).toBeNull();
  }
});

test.each<[string, (guide: Source) => unknown, string]>([
  ['is no object', () => [], 'guide must be an object'],
  ['has no unit', (g) => ({ ...g, unit: undefined }), 'unit must be a text'],
  [
    'covers no list',
    (g) => ({ ...g, key_aspect_to_criteria: { KA1: '1.1' } }),
    'key_aspect_to_criteria.KA1 must be a list',
  ],
  [
    'has a weight unheard of',
    (g) => (g.methods.M1.criteria = { '1.1': 'much' }) && g,
    'methods.M1.criteria.1.1 must be one of',
  ],
  ['needs no lists', (g) => (g.methods.M2.needs_all_of = ['x']) && g, 'methods.M2.needs_all_of.0 must be a list'],
])('a guide that %s is refused with the place', (_, change, problem) => {
  expect(() => readGuide(change(source()))).toThrow(problem);
});

test('a broken guide is left out and the others stay', () => {
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-guides-'));
  Logger.overrideLogger(false);
  try {
    mkdirSync(join(folder, 'assessment-guides'));
    writeFileSync(join(folder, 'assessment-guides/a.json'), '{');
    writeFileSync(join(folder, 'assessment-guides/b.json'), JSON.stringify({ ...source(), unit: 'ABC1A0001' }));
    const guides = new AssessmentGuides(new Config({ SEEDS_DIR: folder }));
    expect(guides.guideFor('ABC1A0001')?.unit).toBe('ABC1A0001');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
