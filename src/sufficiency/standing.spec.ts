import { makeAssessor, makeFacts, makeJudgement, verdictAt } from '../../test/factories/facts.js';
import { entitlement } from './entitlement.js';
import { type AssignedAssessor, type Decision } from './facts.js';
import { claimState, standingJudgements } from './standing.js';

const everybody = () => null;
const left = '2026-03-02T00:00:00.000Z';
const stateOf = (judgements: ReturnType<typeof makeJudgement>[], entitled = everybody) =>
  claimState(standingJudgements({ judgements }, entitled, verdictAt));

describe('the state of a claim', () => {
  test.each<[Decision[], string]>([
    [[], 'unjudged'],
    [['accepted'], 'accepted'],
    [['rejected'], 'rejected'],
    [['more_needed'], 'more_needed'],
    [['accepted', 'accepted'], 'accepted'],
    [['accepted', 'rejected'], 'disputed'],
    [['accepted', 'more_needed'], 'more_needed'],
    [['rejected', 'more_needed'], 'rejected'],
    [['accepted', 'more_needed', 'rejected'], 'disputed'],
  ])('%j by different assessors makes it %s', (decisions, expected) => {
    const judgements = decisions.map((decision, index) => makeJudgement({ by: `assessor-${index}`, decision }));
    expect(stateOf(judgements)).toBe(expected);
    expect(stateOf(judgements.reverse())).toBe(expected);
  });

  test('a later judgement of the same assessor supersedes, in whatever order they are listed', () => {
    const judgements = [
      makeJudgement({ id: 'b', decision: 'accepted', at: '2026-03-02T00:00:00.000Z' }),
      makeJudgement({ id: 'a', decision: 'rejected', at: '2026-03-01T00:00:00.000Z' }),
    ];
    expect(stateOf(judgements)).toBe('accepted');
    expect(stateOf(judgements.reverse())).toBe('accepted');
  });

  test.each<[string, Decision, Decision, string | null, string]>([
    [
      'a rejection by one who left is superseded by who stayed and accepts later',
      'rejected',
      'accepted',
      left,
      'accepted',
    ],
    ['an acceptance by one who left is superseded likewise', 'accepted', 'rejected', left, 'rejected'],
    ['one who stays can answer for themselves, so both stand', 'rejected', 'accepted', null, 'disputed'],
  ])('%s', (_, earlier, later, endedAt, expected) => {
    const facts = makeFacts({ assessors: [makeAssessor('gone', { endedAt }), makeAssessor('lead')] });
    const judgements = [
      makeJudgement({ by: 'gone', decision: earlier, at: '2026-03-01T00:00:00.000Z' }),
      makeJudgement({ by: 'lead', decision: later, at: '2026-03-03T00:00:00.000Z' }),
    ];
    expect(claimState(standingJudgements({ judgements }, entitlement(facts), facts.at))).toBe(expected);
  });

  test('two judgements of the same moment are ordered by id', () => {
    const judgements = [makeJudgement({ id: '2', decision: 'rejected' }), makeJudgement({ id: '1' })];
    expect(stateOf(judgements)).toBe('rejected');
    expect(stateOf(judgements.reverse())).toBe('rejected');
  });

  test('a judgement after the moment of measuring is not seen yet', () => {
    expect(stateOf([makeJudgement({ at: '2026-03-15T04:00:00.001Z' })])).toBe('unjudged');
    expect(stateOf([makeJudgement({ at: verdictAt })])).toBe('accepted');
  });

  test('a judgement of somebody not entitled does not stand', () => {
    const facts = makeFacts();
    const judgements = [makeJudgement({ by: 'stranger' })];
    expect(standingJudgements({ judgements }, entitlement(facts), facts.at)).toEqual([]);
  });
});

describe('entitlement on 10 March 2026', () => {
  const onTheDay = '2026-03-10T04:00:00.000Z';
  const covering = { validFrom: '2020-01-01', validUntil: null, revokedAt: null, covers: true };
  const valid = (validFrom: string, validUntil: string | null) => ({
    qualifications: [{ ...covering, validFrom, validUntil }],
  });

  test.each<[string, Partial<AssignedAssessor>, string | null]>([
    ['an assigned, qualified assessor without conflict', {}, null],
    ['the candidate', { userId: 'candidate' }, 'is_candidate'],
    ['a verifier', { duty: 'verifier' }, 'not_assigned'],
    ['somebody assigned later', { assignedAt: '2026-03-11T00:00:00.000Z' }, 'not_assigned'],
    ['somebody whose assignment ended before', { endedAt: '2026-03-10T03:59:59.999Z' }, 'not_assigned'],
    ['somebody whose assignment ended after', { endedAt: '2026-03-10T04:00:00.001Z' }, null],
    ['somebody without qualifications', { qualifications: [] }, 'not_qualified'],
    ['somebody qualified for other work', { qualifications: [{ ...covering, covers: false }] }, 'not_qualified'],
    ['a qualification on its first day', valid('2026-03-10', null), null],
    ['a qualification from tomorrow', valid('2026-03-11', null), 'not_qualified'],
    ['a qualification on its last day', valid('2020-01-01', '2026-03-10'), null],
    ['a qualification that ended yesterday', valid('2020-01-01', '2026-03-09'), 'not_qualified'],
    ['a qualification with an impossible end', valid('2020-01-01', '2026-02-30'), 'not_qualified'],
    [
      'a qualification revoked before',
      { qualifications: [{ ...covering, revokedAt: '2026-03-10T03:59:59.999Z' }] },
      'not_qualified',
    ],
    [
      'a qualification revoked later',
      { qualifications: [{ ...covering, revokedAt: '2026-03-10T04:00:00.001Z' }] },
      null,
    ],
    ['somebody who declared no interests', { interest: null }, 'interest_undeclared'],
    [
      'somebody who declares after the verdict',
      { interest: { declaredAt: '2026-03-15T04:00:00.001Z', conflict: false } },
      'interest_undeclared',
    ],
    ['somebody with a conflict', { interest: { declaredAt: onTheDay, conflict: true } }, 'conflict'],
  ])('%s', (_, changes, expected) => {
    const assessor = makeAssessor('someone', changes);
    const entitled = entitlement(makeFacts({ assessors: [assessor] }));
    expect(entitled(assessor.userId, onTheDay)).toBe(expected);
  });

  test('a qualification that ends with a day in Taipei ends at 16:00 UTC', () => {
    const entitled = entitlement(makeFacts({ assessors: [makeAssessor('lead', valid('2020-01-01', '2026-03-10'))] }));
    expect(entitled('lead', '2026-03-10T15:59:59.999Z')).toBeNull();
    expect(entitled('lead', '2026-03-10T16:00:00.000Z')).toBe('not_qualified');
  });

  test('somebody who assesses and verifies is entitled as an assessor', () => {
    const assessors = [makeAssessor('both', { duty: 'verifier' }), makeAssessor('both')];
    expect(entitlement(makeFacts({ assessors }))('both', onTheDay)).toBeNull();
  });
});
