import { readFileSync } from 'node:fs';
import { makeClaim, makeFacts, makeItem, makeObservation, makePlan } from '../../test/factories/facts.js';
import { makeMethod } from '../../test/factories/sound-facts.js';
import { seeds, type Seed, seedText, standards, unit, whole } from '../../test/support/icap-seeds.js';
import { readGuide } from '../competencies/assessment-guide.js';
import { isClaimable } from '../competencies/claimable.js';
import { itemsOf } from '../competencies/icap/items.js';
import { locales } from '../i18n/i18n.js';
import { coverage } from './coverage.js';
import { evaluate } from './evaluate.js';
import { explain } from './explain.js';
import { type AssessmentFacts } from './facts.js';

const guide = readGuide(
  JSON.parse(readFileSync(new URL(`../../seeds/assessment-guides/${unit}.json`, import.meta.url), 'utf8')),
);

/** Facts of a real document. */
function factsOf(seed: Seed, changes: (document: AssessmentFacts['document']) => Partial<AssessmentFacts>) {
  const { document } = whole(seedText(seed));
  const own = { code: document.code, kind: document.kind, items: itemsOf(document) };
  const isUnit = seed === unit;
  return makeFacts({
    document: own,
    keyAspectRefs: isUnit ? guide.keyAspectRefs : {},
    guideMethods: isUnit
      ? Object.fromEntries(Object.entries(guide.methods).map(([ref, { needsAllOf }]) => [ref, needsAllOf]))
      : {},
    ...changes(own),
  });
}

const nothing = (seed: Seed) => factsOf(seed, () => ({ plan: null, items: [], claims: [] }));

/** Everything that can be shown, each by a document and an observation of its own, with a plan of three own methods. */
const everything = (seed: Seed) =>
  factsOf(seed, ({ items }) => {
    const refs = items.filter(isClaimable).map(({ ref }) => ref);
    const methods = ['own-1', 'own-2', 'own-3'];
    return {
      plan: makePlan({
        methods: methods.map((key) => ({ ...makeMethod(key), source: 'own', reason: '職能基準未列評量方法' })),
        contexts: items
          .filter(({ type }) => type === 'context')
          .map(({ ref }) => ({ ref, available: true, reason: null })),
      }),
      items: refs.flatMap((_, index) => [
        makeItem(2 * index + 1),
        makeObservation(2 * index + 2, { producedOn: '2026-02-10' }),
      ]),
      claims: refs.flatMap((ref, index) =>
        [2 * index + 1, 2 * index + 2].map((number) =>
          makeClaim(number, ref, { method: methods[index % methods.length]! }),
        ),
      ),
    };
  });

const summary = (facts: AssessmentFacts) =>
  evaluate(facts)
    .findings.filter(({ rule }) => /^[VS]/.test(rule) && rule !== 'S1')
    .map(({ rule, problem, severity, params }) =>
      `${rule} ${problem} ${severity} ${String(params.count ?? '')}`.trim(),
    );

describe.each(seeds)('%s', (seed) => {
  test('of which nothing was shown has every gap in words, in either language', () => {
    const facts = nothing(seed);
    const evaluation = evaluate(facts);
    const { targets } = coverage(facts, evaluation);
    expect(targets.every(({ met }) => !met)).toBe(true);
    for (const locale of locales) {
      for (const finding of evaluation.findings) {
        for (const text of Object.values(explain(finding, locale)) as string[]) expect(text).toMatch(/^\S.*[^{}\s]$/s);
      }
    }
  });

  test('of which everything was shown twice has nothing left to find', () => {
    const { findings, results } = evaluate(everything(seed));
    expect(findings).toEqual([]);
    expect([...results.values()].filter(({ met }) => !met)).toEqual([]);
  });
});

const of = (seed: Seed, type: string) => nothing(seed).document.items.filter((item) => item.type === type).length;

test('a unit of which nothing was shown', () => {
  expect(summary(nothing(unit))).toEqual([
    'V5 contexts_unconfirmed warns 4',
    ...['KA1', 'KA2', 'KA3', 'KA4', 'KA5'].flatMap(() => [
      'S3 key_aspect_unclaimed blocks',
      'S3 key_aspect_criteria blocks',
    ]),
    'S4 knowledge_unshown warns 22',
    'S5 no_direct_evidence blocks',
    'S6 elements_unwitnessed warns 4',
    'S7 methods_too_few warns 0',
    'S7 classes_too_few warns 0',
    'S8 criteria_dependent warns 18',
    'S10 continuous_dates_few warns 2',
  ]);
});

test.each(standards)('the standard %s of which nothing was shown', (seed) => {
  const { items } = nothing(seed).document;
  const beside = items.filter(({ block, type }) => block !== null && (type === 'knowledge' || type === 'skill'));
  const blocks = [...new Set(beside.map(({ block }) => block))];
  const continuous = items.filter((item) => item.continuous).length;
  expect(blocks.length).toBeGreaterThan(1);
  expect(summary(nothing(seed))).toEqual([
    `S3 outputs_unpresented warns ${of(seed, 'output')}`,
    ...blocks.map((block) => `S4 block_unshown warns ${beside.filter((item) => item.block === block).length}`),
    `S4 attitudes_unshown warns ${of(seed, 'attitude')}`,
    'S5 no_direct_evidence blocks',
    `S6 tasks_unwitnessed warns ${of(seed, 'task')}`,
    'S7 methods_too_few warns 0',
    'S7 classes_too_few warns 0',
    `S8 criteria_dependent warns ${of(seed, 'indicator')}`,
    ...(continuous > 0 ? [`S10 continuous_dates_few warns ${continuous}`] : []),
  ]);
});

test('by the guide a strategy alone carries out no method that wants its endorsement', () => {
  const facts = factsOf(unit, () => ({
    plan: null,
    items: [makeItem(1), makeItem(2)],
    claims: [makeClaim(1, '1.1', { method: 'M2' }), makeClaim(2, '3.1', { method: 'M6' })],
  }));
  const methods = evaluate(facts).view.methods.map(({ method, done, missing }) => [method.key, done, missing]);
  expect(methods).toEqual([
    ['M2', false, [['endorsement_record', 'meeting_minutes']]],
    ['M6', true, []],
  ]);
});
