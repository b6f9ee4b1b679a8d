import { makeClaim, makeFacts, makeJudgement, makeLargeFacts } from '../../test/factories/facts.js';
import { coverage } from './coverage.js';
import { evaluate } from './evaluate.js';
import { gridLine, gridTargets } from './grid.js';

describe('a line of the cohort grid', () => {
  test('shows criteria and key aspects in document order, and counts their states', () => {
    const claims = [makeClaim(1, '1.1'), makeClaim(1, '1.2', { judgements: [] }), makeClaim(1, 'KA1')];
    const facts = makeFacts({ claims });
    expect(gridTargets(facts.document).map(({ ref }) => ref)).toEqual(['1.1', '1.2', 'KA1']);
    expect(gridLine(facts)).toEqual({
      cells: ['met', 'in_progress', 'insufficient'],
      counts: { met: 1, disputed: 0, insufficient: 1, in_progress: 1, more_needed: 0, gap: 0 },
    });
  });

  test.each([
    ['a finished assessment', makeFacts()],
    ['nothing at all', makeFacts({ items: [], claims: [] })],
    [
      'claims that were sent back',
      makeFacts({ claims: [makeClaim(1, '1.1', { judgements: [makeJudgement({ decision: 'more_needed' })] })] }),
    ],
    ['many items in every state', makeLargeFacts(24, 60, 5)],
    ['few items, some of them old', makeLargeFacts(60, 20, 2)],
  ])('agrees with the coverage on %s', (_, facts) => {
    const rows = coverage(facts, evaluate(facts)).targets.filter(({ required }) => required);
    expect(gridLine(facts).cells).toEqual(rows.map(({ state }) => state));
  });
});
