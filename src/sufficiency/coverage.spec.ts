import {
  makeClaim,
  makeFacts,
  makeItem,
  makeJudgement,
  makeLargeFacts,
  makeObservation,
} from '../../test/factories/facts.js';
import { coverage } from './coverage.js';
import { evaluate } from './evaluate.js';
import { type AssessmentFacts } from './facts.js';

const coverageOf = (facts: AssessmentFacts) => coverage(facts, evaluate(facts));

describe('the coverage matrix', () => {
  test('shows a finished assessment without gaps', () => {
    const matrix = coverageOf(makeFacts());
    expect(matrix.targets.map(({ ref, state }) => [ref, state])).toEqual([
      ['1.1', 'met'],
      ['1.2', 'met'],
      ['K07', 'gap'],
      ['KA1', 'met'],
    ]);
    expect(matrix.headings.map(({ ref }) => ref)).toEqual(['E1']);
    expect(matrix.items).toMatchObject([
      { number: 1, form: 'document', class: 'indirect', state: 'ready', current: true },
      { number: 2, form: 'observation', class: 'direct', state: 'ready', current: true },
    ]);
    expect(matrix.cells.map(({ target, item, state }) => `${target} ${item} ${state}`)).toEqual([
      '1.1 item-1 counts',
      '1.1 item-2 counts',
      '1.2 item-1 counts',
      'KA1 item-1 counts',
    ]);
    expect(matrix.totals).toEqual({
      required: { met: 3, of: 3 },
      targets: { met: 3, disputed: 0, insufficient: 0, in_progress: 0, more_needed: 0, gap: 1 },
      items: 2,
      claims: { live: 4, counting: 4, unjudged: 0 },
    });
    expect([matrix.gaps, matrix.openRules]).toEqual([[], []]);
  });

  test('says of each gap what would close it, nearest to done first', () => {
    const items = [makeItem(1, { declaredAt: null, producedOn: '2019-01-01' }), makeObservation(2), makeItem(3)];
    const claims = [...makeFacts().claims, makeClaim(3, '1.2', { judgements: [] })];
    const matrix = coverageOf(makeFacts({ items, claims }));
    const row = matrix.targets.find(({ ref }) => ref === '1.2');
    expect(row).toMatchObject({ state: 'insufficient', met: false, required: true });
    expect(row?.closes).toEqual([
      {
        mend: 'declare_items',
        params: { target: '1.2', months: 24, numbers: [1] },
        items: ['item-1'],
        claims: ['claim-1-1.2'],
      },
      {
        mend: 'judge_claims',
        params: { target: '1.2', months: 24, numbers: [3] },
        items: ['item-3'],
        claims: ['claim-3-1.2'],
      },
    ]);
    expect(matrix.gaps).toEqual(['1.2', 'KA1']);
    expect(matrix.openRules).toEqual(['V2', 'S1', 'S3', 'A1']);
    expect(matrix.items[0]).toMatchObject({ state: 'held', faults: ['undeclared'], current: false });
  });

  test('keeps several claims of one item to one target in one cell', () => {
    const again = makeClaim(1, '1.1', {
      id: 'page-9',
      judgements: [makeJudgement({ decision: 'rejected', reason: 'No.' })],
    });
    const matrix = coverageOf(makeFacts({ claims: [again, ...makeFacts().claims] }));
    const cell = matrix.cells.find(({ target, item }) => target === '1.1' && item === 'item-1');
    expect(cell).toEqual({
      target: '1.1',
      item: 'item-1',
      state: 'counts',
      claims: [
        { id: 'page-9', state: 'rejected', counts: false, why: ['rejected'] },
        { id: 'claim-1-1.1', state: 'accepted', counts: true, why: [] },
      ],
    });
  });

  test('keeps a withdrawn item as a column without cells', () => {
    const items = [makeItem(1), makeObservation(2, { withdrawnAt: '2026-03-11T00:00:00.000Z' })];
    const matrix = coverageOf(makeFacts({ items }));
    expect(matrix.items[1]).toMatchObject({ id: 'item-2', state: 'withdrawn' });
    expect(matrix.cells.filter(({ item }) => item === 'item-2')).toEqual([]);
    expect(matrix.openRules).toEqual(['S5']);
  });

  test('is plain JSON and lists a cell only where a claim stands', () => {
    const matrix = coverageOf(makeLargeFacts(24, 60, 3));
    expect(JSON.parse(JSON.stringify(matrix))).toEqual(matrix);
    expect(matrix.cells).toHaveLength(180);
    expect(matrix.totals.claims).toMatchObject({ live: 180, unjudged: 45 });
  });
});
