import fc from 'fast-check';
import {
  makeAssessor,
  makeClaim,
  makeFacts,
  makeItem,
  makeJudgement,
  makeObservation,
  makeTarget,
  verdictAt,
} from '../../test/factories/facts.js';
import { evaluate } from '../sufficiency/evaluate.js';
import { type AssessmentFacts, type ClaimFact } from '../sufficiency/facts.js';
import { isWitnessable, type Need, needsOf } from './needs.js';
import { planVisit, type Visited, type VisitPlan } from './plan.js';

const day = '2026-03-15';
const refs = ['1.1', '1.2', '2.1', '2.2', '3.1', 'KA1'];
const document: AssessmentFacts['document'] = {
  code: 'KMM5R0915v2',
  kind: 'competency_unit',
  items: [
    makeTarget('E1', { type: 'element' }),
    makeTarget('1.1', { parentRef: 'E1' }),
    makeTarget('1.2', { parentRef: 'E1', continuous: true }),
    makeTarget('E2', { type: 'element' }),
    makeTarget('2.1', { parentRef: 'E2' }),
    makeTarget('2.2', { parentRef: 'E2' }),
    makeTarget('E3', { type: 'element' }),
    makeTarget('3.1', { parentRef: 'E3', continuous: true }),
    makeTarget('KA1', { type: 'key_aspect' }),
  ],
};

const need = (rule: Need['rule'], ...some: string[]): Need => ({ rule, params: {}, refs: some, waiting: [] });
const one = (assessmentId: string, needs: Need[], documentId = 'unit'): Visited => ({
  assessmentId,
  documentId,
  order: refs,
  needs,
});
const told = ({ targets }: VisitPlan) =>
  targets.map(({ ref, serves }) => `${ref}: ${serves.map(({ assessmentId }) => assessmentId).join(' ')}`);
const targetsOf = ({ targets }: VisitPlan, id: string) =>
  targets.filter(({ serves }) => serves.some(({ assessmentId }) => assessmentId === id)).map(({ ref }) => ref);

describe('the plan of a visit', () => {
  test('is empty where nobody needs anything', () => {
    expect(planVisit([])).toEqual({ targets: [], inexact: [] });
    expect(planVisit([one('a', [])])).toEqual({ targets: [], inexact: [] });
  });

  test('serves several needs with one target, and says which', () => {
    const needs = [need('S1', '1.2'), need('S6', '1.1', '1.2'), need('S5', ...refs), need('S6', '2.1', '2.2')];
    const plan = planVisit([one('a', needs)]);
    expect(told(plan)).toEqual(['1.2: a', '2.1: a']);
    expect(plan.targets.map(({ serves }) => serves[0]!.needs.map(({ rule }) => rule))).toEqual([
      ['S1', 'S6', 'S5'],
      ['S5', 'S6'],
    ]);
  });

  test('begins with what serves most candidates, and then keeps to the document', () => {
    const plan = planVisit([
      one('a', [need('S1', '1.1'), need('S1', '3.1')]),
      one('b', [need('S1', '3.1')]),
      one('c', [need('S1', '1.2')]),
    ]);
    expect(told(plan)).toEqual(['3.1: a b', '1.1: a', '1.2: c']);
  });

  test('lets a candidate who may choose go with those who may not', () => {
    const choosing = one('a', [need('S6', '2.1', '2.2')]);
    expect(told(planVisit([choosing]))).toEqual(['2.1: a']);
    expect(told(planVisit([choosing, one('b', [need('S1', '2.2')])]))).toEqual(['2.2: a b']);
    expect(told(planVisit([choosing, one('b', [need('V3', '2.2', '3.1')])]))).toEqual(['2.2: a b']);
  });

  test('never takes one target of two documents for the same', () => {
    const plan = planVisit([
      one('a', [need('S1', '1.1')]),
      one('b', [need('S1', '1.1')], 'standard'),
      one('c', [need('S1', '1.1')], 'standard'),
    ]);
    expect(plan.targets.map(({ documentId, serves }) => `${documentId} ${serves.length}`)).toEqual([
      'standard 2',
      'unit 1',
    ]);
  });
});

const claims: fc.Arbitrary<ClaimFact[]> = fc
  .array(
    fc.record({
      item: fc.integer({ min: 1, max: 4 }),
      ref: fc.constantFrom(...refs),
      decision: fc.constantFrom('accepted', 'accepted', 'rejected', null),
    }),
    { maxLength: 12 },
  )
  .map((list) =>
    list.map(({ item, ref, decision }, index) =>
      makeClaim(item, ref, {
        id: `claim-${index}`,
        judgements: decision ? [makeJudgement({ decision, reason: '說明' })] : [],
      }),
    ),
  );
const facts: fc.Arbitrary<AssessmentFacts> = fc
  .record({ claims, old: fc.boolean(), signed: fc.boolean() })
  .map(({ old, signed, ...rest }) =>
    makeFacts({
      ...rest,
      document,
      plan: null,
      assessors: [makeAssessor('lead', { duty: 'lead_assessor' })],
      items: [
        makeItem(1),
        makeItem(2, { producedOn: old ? '2020-01-01' : '2026-02-01' }),
        makeObservation(3, signed ? {} : { signedAt: null }),
        makeObservation(4),
      ],
    }),
  );

function visitOf(given: AssessmentFacts, id = 'a'): Visited {
  const evaluation = evaluate(given);
  const order = [...evaluation.view.targets.values()].filter(isWitnessable).map(({ ref }) => ref);
  const needs = needsOf(evaluation, { day, shows: {} }).filter(({ waiting }) => waiting.length === 0);
  return { assessmentId: id, documentId: 'unit', order, needs };
}

/** The facts after the visit: one signed observation of what was planned, accepted. */
function after(given: AssessmentFacts, seen: readonly string[]): AssessmentFacts {
  const observation = makeObservation(9, { producedOn: day, receivedAt: verdictAt, signedAt: verdictAt });
  const judgements = [makeJudgement({ id: 'later', at: verdictAt })];
  const made = seen.map((ref) => makeClaim(9, ref, { proposedAt: verdictAt, judgements }));
  return { ...given, items: [...given.items, observation], claims: [...given.claims, ...made] };
}

describe('whatever the evidence', () => {
  test('the set is as small as any that serves all needs', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const visited = visitOf(given);
        const chosen = targetsOf(planVisit([visited]), 'a');
        const serves = (some: readonly string[]) =>
          visited.needs.every((one) => one.refs.some((ref) => some.includes(ref)));
        expect(serves(chosen)).toBe(true);
        const subsets = Array.from({ length: 2 ** refs.length }, (_, bits) => refs.filter((_, at) => bits & (2 ** at)));
        expect(subsets.filter((some) => some.length < chosen.length && serves(some))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('a visit that goes as planned leaves nothing more to witness on that day', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const seen = targetsOf(planVisit([visitOf(given)]), 'a');
        expect(visitOf(after(given, seen)).needs).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('no target is planned without a reason, and one candidate’s number never depends on another', () => {
    fc.assert(
      fc.property(fc.array(facts, { minLength: 1, maxLength: 4 }), (all) => {
        const visited = all.map((given, index) => visitOf(given, `${index}`));
        const plan = planVisit(visited);
        expect(plan.targets.every(({ serves }) => serves.every(({ needs }) => needs.length > 0))).toBe(true);
        for (const alone of visited) {
          const { length } = targetsOf(planVisit([alone]), alone.assessmentId);
          expect(targetsOf(plan, alone.assessmentId)).toHaveLength(length);
        }
        expect(planVisit(visited)).toEqual(plan);
      }),
      { numRuns: 100 },
    );
  });
});
