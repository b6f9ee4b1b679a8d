import {
  makeClaim,
  makeItem,
  makeJudgement,
  makeObservation,
  makeReport,
  makeTarget,
} from '../../../test/factories/facts.js';
import { makeMethod, makeSoundFacts } from '../../../test/factories/sound-facts.js';
import { evaluate } from '../evaluate.js';
import { type AssessmentFacts, type ClaimFact, type ItemFact } from '../facts.js';
import { type EvaluatedRuleId } from '../finding.js';

const base = makeSoundFacts();
const without = (...ids: string[]) => ({ claims: base.claims.filter(({ id }) => !ids.includes(id)) });
const plus = (...claims: ClaimFact[]) => ({ claims: [...base.claims, ...claims] });
const item = (number: number, changes: Partial<ItemFact>) => ({
  items: base.items.map((one) => (one.number === number ? { ...one, ...changes } : one)),
});
const claim = (id: string, changes: Partial<ClaimFact>) => ({
  claims: base.claims.map((one) => (one.id === id ? { ...one, ...changes } : one)),
});
const settings = (changes: Partial<AssessmentFacts['settings']>) => ({ settings: { ...base.settings, ...changes } });
const rejected = { judgements: [makeJudgement({ decision: 'rejected', reason: 'No.' })] };

/** What a rule finds, as `problem → mend @ targets (numbers)`; none of it refuses anything. */
function check(rule: EvaluatedRuleId, changes: Partial<AssessmentFacts>) {
  const { findings, competentRefused } = evaluate(makeSoundFacts(changes));
  const own = findings.filter((finding) => finding.rule === rule);
  expect(own.map(({ severity }) => severity)).toEqual(own.map(() => 'warns'));
  expect(competentRefused.filter((finding) => finding.rule === rule)).toEqual([]);
  return own.map(
    ({ problem, mend, targets, items }) =>
      `${problem} → ${mend} @ ${targets.join(' ')} (${items.map((id) => id.replace('item-', '')).join(' ')})`,
  );
}

type Row = [name: string, changes: Partial<AssessmentFacts>, expected: string[]];

const standard: AssessmentFacts['document'] = {
  code: 'BAS4222-002v2',
  kind: 'occupational_competency_standard',
  items: [
    makeTarget('T1', { type: 'duty' }),
    makeTarget('T1.1', { type: 'task', parentRef: 'T1', block: 1 }),
    makeTarget('1.1', { type: 'indicator', parentRef: 'T1.1' }),
    makeTarget('T1.2', { type: 'task', parentRef: 'T1', block: 1 }),
    makeTarget('1.2', { type: 'indicator', parentRef: 'T1.2' }),
    makeTarget('T1.3', { type: 'task', parentRef: 'T1', block: 1 }),
  ],
};

describe('S6: each element or task has direct evidence', () => {
  const found = (ref: string) => [`elements_unwitnessed → witness_tasks @ ${ref} ()`];
  test.each<Row>([
    ['passes with one witnessed criterion in each', {}, []],
    ['passes with one of two criteria witnessed', without('claim-4-1.2'), []],
    ['finds an element without any', without('claim-6-2.1'), found('E2')],
    ['finds all of them at once', without('claim-2-1.1', 'claim-4-1.2', 'claim-6-2.1'), found('E1 E2')],
    ['finds one whose observation was rejected', claim('claim-6-2.1', rejected), found('E2')],
    ['finds one whose record is not signed', item(6, { signedAt: null }), found('E2')],
    ['takes no witness of knowledge or key aspects', { ...without('claim-6-2.1', 'claim-6-K07'), ...{} }, found('E2')],
    [
      'finds a task of a standard, and passes over one without indicators',
      { document: standard, ...without('claim-4-1.2') },
      ['tasks_unwitnessed → witness_tasks @ T1.2 ()'],
    ],
    ['passes a standard whose tasks are witnessed', { document: standard }, []],
  ])('%s', (_, changes, expected) => {
    expect(check('S6', changes)).toEqual(expected);
  });
});

describe('S7: several methods are done and several classes count', () => {
  test.each<Row>([
    ['passes with three methods and two classes', {}, []],
    [
      'finds one method too few, and names those that are not done',
      claim('claim-2-1.1', { method: null }),
      ['methods_too_few → do_more_methods @ M3 M4 ()'],
    ],
    [
      'finds a method begun and not done',
      claim('claim-3-1.2', rejected),
      ['methods_too_few → do_more_methods @ M2 M4 ()'],
    ],
    [
      'does not count a method outside the plan',
      {
        ...plus(makeClaim(1, 'K07', { method: 'M4' })),
        plan: { ...base.plan!, methods: base.plan!.methods.slice(0, 2) },
      },
      ['methods_too_few → do_more_methods @ M3 M4 ()'],
    ],
    ['counts the methods that claims name, without a plan', { plan: null }, []],
    ['asks for as many as policy says', settings({ minimumMethods: 4 }), ['methods_too_few → do_more_methods @ M4 ()']],
    [
      'finds a portfolio without any conversation',
      {
        ...without('claim-2-1.1', 'claim-4-1.2', 'claim-6-2.1', 'claim-6-K07'),
        plan: { ...base.plan!, methods: ['M1', 'M2', 'M3'].map((key) => makeMethod(key)) },
        ...settings({ minimumMethods: 2 }),
      },
      ['classes_too_few → add_classes @  ()'],
    ],
    [
      'asks for as many classes as policy says',
      settings({ minimumClasses: 3 }),
      ['classes_too_few → add_classes @  ()'],
    ],
    [
      'counts a third-party report as a third class',
      {
        ...settings({ minimumClasses: 3 }),
        ...plus(makeClaim(7, 'K07')),
        items: [
          ...base.items,
          makeItem(7, {
            form: 'third_party_report',
            producedBy: 'third_party',
            signedAt: base.at,
            report: makeReport(),
          }),
        ],
      },
      [],
    ],
  ])('%s', (_, changes, expected) => {
    expect(check('S7', changes)).toEqual(expected);
  });

  test('says how many there are, and which classes are missing', () => {
    const { findings } = evaluate(makeSoundFacts({ claims: [] }));
    expect(findings.flatMap(({ rule, params }) => (rule === 'S7' ? [params] : []))).toEqual([
      { count: 0, minimum: 3 },
      { count: 0, minimum: 2, classes: ['direct', 'indirect', 'supplementary'] },
    ]);
  });
});

describe('S8: each criterion has independent items', () => {
  const found = (refs: string) => [`criteria_dependent → add_independent_item @ ${refs} ()`];
  const twin = (changes: Partial<ItemFact>) => ({
    items: [...base.items, makeItem(7, changes)],
    claims: [...without('claim-6-2.1').claims, makeClaim(7, '2.1')],
  });
  test.each<Row>([
    ['passes with a document and an observation', {}, []],
    ['finds a criterion with one item', without('claim-6-2.1'), found('2.1')],
    ['finds all of them at once', without('claim-6-2.1', 'claim-1-1.1'), found('1.1 2.1')],
    ['finds a criterion with none', without('claim-5-2.1', 'claim-6-2.1'), found('2.1')],
    [
      'finds one item claimed twice',
      {
        ...without('claim-6-2.1'),
        ...{ claims: [...without('claim-6-2.1').claims, makeClaim(5, '2.1', { id: 'page-9' })] },
      },
      found('2.1'),
    ],
    ['finds two items of the same form, source and date', twin({}), found('2.1')],
    ['passes two items of other dates', twin({ producedOn: '2026-01-11' }), []],
    ['passes two items of other forms', twin({ form: 'video' }), []],
    ['passes two items of other makers', twin({ producedBy: 'organisation' }), []],
    ['passes two items handed in by others', twin({ submittedBy: 'officer' }), []],
    [
      'finds the same bytes twice, whatever their date',
      twin({ producedOn: '2026-01-11', files: base.items[4]!.files }),
      found('2.1'),
    ],
    ['finds a second item that was rejected', claim('claim-6-2.1', rejected), found('2.1')],
    ['asks for as many as policy says', settings({ independentItems: 3 }), found('1.1 1.2 2.1')],
    ['asks for one only where policy says so', { ...without('claim-6-2.1'), ...settings({ independentItems: 1 }) }, []],
  ])('%s', (_, changes, expected) => {
    expect(check('S8', changes)).toEqual(expected);
  });

  test('tells reports apart by who wrote them, not by who was invited to hand them in', () => {
    const report = (number: number, name: string) =>
      makeItem(number, {
        form: 'third_party_report',
        producedBy: 'third_party',
        submittedBy: 'officer',
        signedAt: base.at,
        report: makeReport({ name }),
      });
    const claims = [...without('claim-5-2.1', 'claim-6-2.1').claims, makeClaim(7, '2.1'), makeClaim(8, '2.1')];
    const by = (one: string, other: string) => ({ items: [...base.items, report(7, one), report(8, other)], claims });
    expect(check('S8', by('王主管', '李同事'))).toEqual([]);
    expect(check('S8', by('王主管', '王主管 '))).toEqual(found('2.1'));
  });
});

describe('S9: no item carries more than its share of the criteria', () => {
  const criteria = Array.from({ length: 7 }, (_, index) => `9.${index + 1}`);
  const items = [...base.document.items, ...criteria.map((ref) => makeTarget(ref))];
  const wide = { document: { ...base.document, items } };
  const on = (number: number, count: number) => criteria.slice(0, count).map((ref) => makeClaim(number, ref));
  test.each<Row>([
    ['passes one item on one of three criteria', {}, []],
    [
      'finds one item on two of three',
      plus(makeClaim(1, '2.1')),
      ['items_carry_too_much → spread_evidence @ 1.1 2.1 (1)'],
    ],
    ['passes one item on exactly a third', { ...wide, ...plus(...on(1, 2)) }, []],
    [
      'finds one item on more than a third',
      { ...wide, ...plus(...on(1, 3)) },
      ['items_carry_too_much → spread_evidence @ 1.1 9.1 9.2 9.3 (1)'],
    ],
    [
      'finds two items at once, by number',
      { ...wide, ...plus(...on(5, 3), ...on(1, 3)) },
      ['items_carry_too_much → spread_evidence @ 1.1 2.1 9.1 9.2 9.3 (1 5)'],
    ],
    [
      'passes over claims that do not count',
      { ...wide, ...plus(...on(1, 3).map((one) => ({ ...one, ...rejected }))) },
      [],
    ],
    ['counts an item once on a criterion', plus(makeClaim(1, '1.1', { id: 'page-9' })), []],
    ['asks what policy says', { ...plus(makeClaim(1, '2.1')), ...settings({ largestShareDivisor: 1 }) }, []],
  ])('%s', (_, changes, expected) => {
    expect(check('S9', changes)).toEqual(expected);
  });

  test('lets one item carry one criterion, however few there are', () => {
    const document = { ...base.document, items: [makeTarget('1.1')] };
    expect(check('S9', { document, keyAspectRefs: {} })).toEqual([]);
  });
});

describe('S10: what is kept up over time has evidence from several dates', () => {
  const found = ['continuous_dates_few → add_other_dates @ 1.2 ()'];
  test.each<Row>([
    ['passes with two dates', {}, []],
    ['finds two items of one day', item(4, { producedOn: '2026-01-10' }), found],
    ['finds one item', without('claim-4-1.2'), found],
    ['finds none', without('claim-4-1.2', 'claim-3-1.2'), found],
    ['finds a second date that does not count', claim('claim-4-1.2', rejected), found],
    ['asks for as many as policy says', settings({ continuousDates: 3 }), found],
    ['asks nothing of other criteria', item(2, { producedOn: '2026-01-10' }), []],
  ])('%s', (_, changes, expected) => {
    expect(check('S10', changes)).toEqual(expected);
  });

  test('counts a third day', () => {
    const items = [...base.items, makeObservation(7, { producedOn: '2026-02-20' })];
    expect(check('S10', { items, ...plus(makeClaim(7, '1.2')), ...settings({ continuousDates: 3 }) })).toEqual([]);
  });
});
