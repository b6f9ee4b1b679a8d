import { conclusionFaults } from './conclusion-faults.js';
import { type ObservedTarget } from './observation.entity.js';
import { sideBySide } from './side-by-side.js';
import { type ConcludedTarget } from './sitting.entity.js';

const record = (id: string, outcomes: Record<string, ObservedTarget['outcome']>) => ({
  id,
  outcomes: Object.entries(outcomes).map(([ref, outcome]) => ({ ref, outcome })),
});
const seen = sideBySide([
  record('a', { '1.1': 'shown', '1.2': 'shown', '1.3': 'not_shown', '1.4': 'shown' }),
  record('b', { '1.1': 'shown', '1.2': 'not_shown', '1.3': 'not_shown' }),
  record('c', { '1.1': 'shown', '1.2': 'shown', '1.3': 'not_shown' }),
]);
const concluded = (changes: Record<string, Partial<ConcludedTarget>> = {}): ConcludedTarget[] => {
  const plain = { '1.1': 'shown', '1.2': 'shown', '1.3': 'not_shown', '1.4': 'shown' } as const;
  const reasons: Record<string, string> = { '1.2': '第二位站在門外' };
  return Object.entries(plain).map(([ref, outcome]) => ({
    ref,
    outcome,
    reason: reasons[ref] ?? null,
    ...changes[ref],
  }));
};

describe('what several observers saw', () => {
  it('stands side by side, and differs where two of those who wrote it down do not say the same', () => {
    expect(seen.map(({ ref, differs }) => [ref, differs])).toEqual([
      ['1.1', false],
      ['1.2', true],
      ['1.3', false],
      ['1.4', false],
    ]);
    expect(seen[1]!.outcomes.map(({ observationId, outcome }) => [observationId, outcome])).toEqual([
      ['a', 'shown'],
      ['b', 'not_shown'],
      ['c', 'shown'],
    ]);
    expect(seen[3]!.outcomes).toEqual([{ observationId: 'a', outcome: 'shown', note: null }]);
  });

  it('differs where one saw nothing and says so', () => {
    const [one] = sideBySide([record('a', { '1.1': 'shown' }), record('b', { '1.1': 'not_seen' })]);
    expect(one!.differs).toBe(true);
  });
});

describe('what a conclusion lacks', () => {
  it.each<[string, ConcludedTarget[], string[]]>([
    ['nothing', concluded(), []],
    ['nothing where a difference is decided against the one', concluded({ '1.2': { outcome: 'not_shown' } }), []],
    ['a reason for a difference', concluded({ '1.2': { reason: null } }), ['outcomes.1.reason answersDifference']],
    ['a reason against all', concluded({ '1.1': { outcome: 'not_shown' } }), ['outcomes.0.reason answersDifference']],
    ['nothing against all with a reason', concluded({ '1.1': { outcome: 'not_shown', reason: '店長代勞' } }), []],
    [
      'anybody who saw it shown, which no reason makes up for',
      concluded({ '1.3': { outcome: 'shown', reason: '事後補做' } }),
      ['outcomes.2.outcome isSeenShown'],
    ],
    ['a target', concluded().slice(0, 3), ['outcomes concludesAll']],
    [
      'an observer of the target',
      [...concluded(), { ref: '9.9', outcome: 'not_seen', reason: null }],
      ['outcomes.4.ref isObserved'],
    ],
    ['one word for one target', [...concluded(), concluded()[0]!], ['outcomes.4.ref isUnique']],
  ])('is found: %s', (_, outcomes, faults) => {
    expect(conclusionFaults(outcomes, seen).map(({ field, rule }) => `${field} ${rule}`)).toEqual(faults);
  });
});
