import fc from 'fast-check';
import {
  hashOf,
  makeAssessor,
  makeClaim,
  makeFacts,
  makeItem,
  makePlan,
  makeTarget,
  verdictAt,
} from '../../test/factories/facts.js';
import { makeMethod } from '../../test/factories/sound-facts.js';
import { coverage } from './coverage.js';
import { evaluate } from './evaluate.js';
import { evidenceForms, provenances } from '../settings/evidence-class.js';
import { type AssessmentFacts, type ClaimFact, type ItemFact, targetTypes } from './facts.js';

const instant = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2026-04-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const day = fc.constantFrom('2019-01-01', '2024-02-29', '2024-03-14', '2024-03-15', '2026-01-10', '2026-03-31', 'soon');
const person = fc.constantFrom('lead', 'second', 'candidate', 'stranger');
const targets = ['1.1', '1.2', 'KA1', 'K07'];

const item = (number: number): fc.Arbitrary<ItemFact> =>
  fc
    .record({
      form: fc.constantFrom(...evidenceForms),
      producedBy: fc.constantFrom(...provenances),
      submittedBy: person,
      producedOn: maybe(day),
      receivedAt: instant,
      signedAt: maybe(instant),
      withdrawnAt: fc.option(instant, { nil: null, freq: 5 }),
      declaredAt: maybe(instant),
      files: fc.array(fc.record({ sha256: fc.constantFrom('', hashOf(1), hashOf(2), hashOf(3)), size: fc.nat() }), {
        maxLength: 2,
      }),
    })
    .map((changes) => makeItem(number, changes));

const claims: fc.Arbitrary<ClaimFact[]> = fc
  .array(
    fc.record({
      item: fc.integer({ min: 1, max: 4 }),
      target: fc.constantFrom(...targets, '9.9', 'E1', '__proto__'),
      method: maybe(fc.constantFrom('M1', 'M9', '__proto__')),
      withdrawnAt: fc.option(instant, { nil: null, freq: 5 }),
      judgements: fc.array(
        fc.record({
          by: person,
          decision: fc.constantFrom('accepted', 'accepted', 'rejected', 'more_needed'),
          at: instant,
          reason: maybe(fc.string()),
        }),
        { maxLength: 3 },
      ),
    }),
    { maxLength: 16 },
  )
  .map((list) =>
    list.map(({ item: number, target, method, withdrawnAt, judgements }, index) =>
      makeClaim(number, target, {
        id: `claim-${index}`,
        method,
        withdrawnAt,
        judgements: judgements.map((judgement, nth) => ({ ...judgement, id: `${index}-${nth}` })),
      }),
    ),
  );

const attribution = fc.record({
  targetRef: fc.constantFrom('K07', '1.1', '__proto__'),
  throughRef: fc.constantFrom('1.1', '1.2', 'KA1', '9.9'),
  by: person,
  at: instant,
});

const methods = fc.constantFrom(
  [],
  [makeMethod('M1', ['portfolio_item'], ['portfolio_item', 'questioning_record'])],
  [makeMethod('M1', ['video']), makeMethod('__proto__')],
);

const facts: fc.Arbitrary<AssessmentFacts> = fc
  .record({
    attributions: fc.array(attribution, { maxLength: 3 }),
    plan: maybe(methods.map((list) => makePlan({ methods: list }))),
    items: fc.tuple(item(1), item(2), item(3)),
    claims,
    deciderId: maybe(person),
    historyIntact: maybe(fc.boolean()),
  })
  .map((changes) =>
    makeFacts({ ...changes, assessors: [makeAssessor('lead', { duty: 'lead_assessor' }), makeAssessor('second')] }),
  );

const metBy = (given: AssessmentFacts) =>
  [...evaluate(given).results.values()].flatMap(({ ref, met }) => (met ? [ref] : []));

describe('whatever the facts', () => {
  test('adding a rejected claim never makes a target met', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(1, 2, 3), fc.constantFrom(...targets), (given, number, target) => {
        const judgement = { id: 'x', by: 'lead', decision: 'rejected', at: verdictAt, reason: 'No.' } as const;
        const rejected = makeClaim(number, target, { id: 'rejected', judgements: [judgement] });
        expect(metBy({ ...given, claims: [...given.claims, rejected] })).toEqual(metBy(given));
      }),
    );
  });

  test('withdrawing an item never makes more targets met', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(1, 2, 3), (given, number) => {
        const items = given.items.map((one) => (one.number === number ? { ...one, withdrawnAt: verdictAt } : one));
        expect(metBy(given)).toEqual(expect.arrayContaining(metBy({ ...given, items })));
      }),
      { numRuns: 500 },
    );
  });

  test('withdrawing a claim never makes more targets met', () => {
    fc.assert(
      fc.property(facts, fc.nat(15), (given, nth) => {
        const fewer = given.claims.map((claim, index) =>
          index === nth ? { ...claim, withdrawnAt: verdictAt } : claim,
        );
        expect(metBy(given)).toEqual(expect.arrayContaining(metBy({ ...given, claims: fewer })));
      }),
      { numRuns: 500 },
    );
  });

  test('the order of claims, judgements and items does not matter', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const turned = {
          ...given,
          items: [...given.items].reverse(),
          claims: [...given.claims]
            .reverse()
            .map((claim) => ({ ...claim, judgements: [...claim.judgements].reverse() })),
        };
        const summary = (of: AssessmentFacts) => {
          const { findings, results, counting } = evaluate(of);
          return {
            findings: findings
              .map(({ rule, problem, targets: refs, refuses }) => [rule, problem, [...refs].sort(), refuses].join())
              .sort(),
            results: [...results.values()].map(({ ref, met, state }) => [ref, met, state]),
            counting: [...counting].map(([id, { counts, why }]) => [id, counts, why].join()).sort(),
          };
        };
        expect(summary(turned)).toEqual(summary(given));
      }),
    );
  });

  test('a target is met only by claims that are accepted, live and its own, or by attribution', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { results, view } = evaluate(given);
        for (const { ref, met, countingClaims, through } of results.values()) {
          if (met && through.length === 0) expect(countingClaims.length).toBeGreaterThan(0);
          for (const id of countingClaims) {
            const claim = view.claims.find((one) => one.claim.id === id);
            expect(claim).toMatchObject({ live: true, state: 'accepted', why: [], claim: { targetRef: ref } });
          }
        }
      }),
    );
  });

  test('“competent” is refused while a required target is unmet', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { results, competentRefused } = evaluate(given);
        const missed = [...results.values()].some(({ required, met }) => required && !met);
        if (missed) expect(competentRefused.length).toBeGreaterThan(0);
      }),
    );
  });

  test('evaluation and coverage never throw, however odd the strings', () => {
    const odd = fc.oneof(
      fc.string(),
      fc.constantFrom('__proto__', 'constructor', 'toString', '', '2026-03-15', verdictAt),
    );
    const wild = fc
      .record({
        at: odd,
        refs: fc.array(fc.tuple(odd, fc.constantFrom(...targetTypes)), { maxLength: 5 }),
        strings: fc.array(odd, { minLength: 12, maxLength: 12 }),
        months: fc.oneof(fc.double(), fc.maxSafeInteger()),
        aspects: fc.dictionary(odd, fc.array(odd, { maxLength: 3 })),
        number: fc.double(),
      })
      .map(({ at, refs, strings, months, aspects, number }) => {
        const [s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11] = strings as [string, ...string[]] & string[];
        const base = makeFacts();
        const qualification = { validFrom: s0, validUntil: s1!, revokedAt: null, covers: true };
        return makeFacts({
          at,
          settings: {
            ...base.settings,
            currencyWindowMonths: months,
            largestShareDivisor: months,
            minimumMethods: number,
          },
          document: { ...base.document, items: refs.map(([ref, type]) => makeTarget(ref, { type })) },
          keyAspectRefs: aspects,
          guideMethods: { [s0]: [[s1!], []] },
          plan: months > 0 ? makePlan({ methods: [makeMethod(s2!, [s3!, s4!], [])] }) : null,
          attributions: [{ targetRef: s0, throughRef: s1!, by: s2!, at: s3! }],
          waivers: [
            { id: s0, rule: s1!, problem: s2!, targets: [s3!], items: [], reason: s4!, by: s2!, byName: s6!, at: s7! },
          ],
          assessors: [makeAssessor(s2!, { duty: 'lead_assessor', assignedAt: s3!, qualifications: [qualification] })],
          deciderId: s2!,
          items: [makeItem(number, { id: s4!, producedOn: s5!, receivedAt: s6!, declaredAt: s7! })],
          claims: refs.map(([ref]) =>
            makeClaim(1, ref, {
              id: s8!,
              itemId: s4!,
              method: s2!,
              proposedAt: s9!,
              judgements: [{ id: s10!, by: s2!, decision: 'accepted', at: s11!, reason: null }],
            }),
          ),
        });
      });
    fc.assert(
      fc.property(wild, (given) => {
        expect(() => coverage(given, evaluate(given))).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });
});
