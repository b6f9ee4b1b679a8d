import { itemsOf } from './items.js';
import { seeds, seedText, whole, type Seed } from '../../../test/support/icap-seeds.js';

const items = (name: Seed) => itemsOf(whole(seedText(name)).document);
const item = (name: Seed, ref: string) => items(name).find((found) => found.ref === ref);

test.each(seeds)('every item of %s has its own ref', (name) => {
  const refs = items(name).map(({ ref }) => ref);
  expect(new Set(refs).size).toBe(refs.length);
});

test('the unit has 61 items, all with derived codes', () => {
  const all = items('KMM5R0915v2');
  expect(all).toHaveLength(4 + 18 + 14 + 8 + 5 + 4 + 8);
  expect(all.every(({ derived, block }) => derived && block === null)).toBe(true);
  expect(all.slice(0, 3).map(({ ref, type, parentRef }) => [ref, type, parentRef])).toEqual([
    ['E1', 'element', null],
    ['1.1', 'criterion', 'E1'],
    ['1.2', 'criterion', 'E1'],
  ]);
  expect(all.at(-1)).toMatchObject({ ref: 'M8', type: 'method', parentRef: null });
});

test('criteria about doing over time are continuous, those about making a procedure are not', () => {
  const continuous = items('KMM5R0915v2').filter((found) => found.continuous);
  expect(continuous.map(({ ref }) => ref)).toEqual(['3.4', '3.5']);
});

test('knowledge and skills of a standard are named by their block', () => {
  expect(item('BAS4222-002v2', 'B2/S03')).toEqual({
    ref: 'B2/S03',
    type: 'skill',
    code: 'S03',
    derived: false,
    parentRef: null,
    block: 2,
    level: 2,
    text: '文書處理能力',
    continuous: false,
  });
  expect(item('KPS4999-001v3', 'B2/K06')).toMatchObject({ level: 3, block: 2, code: 'K06' });
});

test('tasks, outputs and indicators carry their parent, block and level', () => {
  expect(item('KPS4999-001v3', 'T1')).toMatchObject({ type: 'duty', parentRef: null, level: null, block: null });
  expect(item('KPS4999-001v3', 'T1.2')).toMatchObject({ type: 'task', parentRef: 'T1', level: 3, block: 2 });
  expect(item('KPS4999-001v3', 'O1.2.2')).toMatchObject({ type: 'output', parentRef: 'T1.2', level: 3, block: 2 });
  expect(item('BAS2421-003v2', 'P3.2.2')).toMatchObject({ type: 'indicator', parentRef: 'T3.2', level: 3, block: 3 });
  expect(item('BAS4222-002v2', 'A04')).toMatchObject({ type: 'attitude', parentRef: null, block: null });
});
