import { makeClaim, makeItem, makeJudgement } from '../../../test/factories/facts.js';
import { makeMethod, makeSoundFacts } from '../../../test/factories/sound-facts.js';
import { evaluate } from '../evaluate.js';
import { type AssessmentFacts, type ClaimFact, type ItemFact, type PlanFact } from '../facts.js';
import { type EvaluatedRuleId } from '../finding.js';

const base = makeSoundFacts();
const plan = base.plan!;
const withdrawnAt = '2026-03-12T00:00:00.000Z';
const plus = (...claims: ClaimFact[]) => ({ claims: [...base.claims, ...claims] });
const claim = (id: string, changes: Partial<ClaimFact>) => ({
  claims: base.claims.map((one) => (one.id === id ? { ...one, ...changes } : one)),
});
const item = (number: number, changes: Partial<ItemFact>) => ({
  items: base.items.map((one) => (one.number === number ? { ...one, ...changes } : one)),
});
const planned = (changes: Partial<PlanFact>) => ({ plan: { ...plan, ...changes } });

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

/** The choices of forms that V3 says are missing, method by method. */
const missing = (changes: Partial<AssessmentFacts>) =>
  evaluate(makeSoundFacts(changes)).findings.flatMap(({ rule, params }) => (rule === 'V3' ? [params.forms] : []));

type Row = [name: string, changes: Partial<AssessmentFacts>, expected: string[]];

test('the facts these tables start from pass every rule', () => {
  expect(evaluate(base).findings).toEqual([]);
});

describe('V3: a method is done when every form it needs counts', () => {
  const m1 = makeMethod('M1', ['questioning_record'], ['portfolio_item']);
  const m2 = plan.methods[1]!;
  const m3 = makeMethod('M3');
  test.each<Row>([
    ['passes when each has its own evidence', {}, []],
    [
      'finds a method whose document would have to be its own endorsement',
      claim('claim-3-1.2', { method: null }),
      ['method_incomplete → complete_method @ M2 ()'],
    ],
    [
      'finds a method whose second document is the first handed in again',
      item(3, { files: base.items[0]!.files }),
      ['method_incomplete → complete_method @ M2 ()'],
    ],
    [
      'finds a method whose claim waits, and says what to judge',
      claim('claim-3-1.2', { judgements: [] }),
      ['method_incomplete → judge_claims @ M2 (3)'],
    ],
    [
      'finds a method whose claim was rejected',
      claim('claim-6-2.1', { judgements: [makeJudgement({ decision: 'rejected', reason: 'No.' })] }),
      ['method_incomplete → complete_method @ M1 ()'],
    ],
    [
      'finds a method whose record is not signed',
      item(6, { signedAt: null }),
      ['method_incomplete → sign_items @ M1 (6)'],
    ],
    [
      'finds a method whose evidence is of another form',
      item(6, { form: 'observation' }),
      ['method_incomplete → complete_method @ M1 ()'],
    ],
    [
      'does not count a claim made by no method',
      claim('claim-5-2.1', { method: null }),
      ['method_incomplete → complete_method @ M1 ()'],
    ],
    [
      'does not count a claim that was withdrawn',
      claim('claim-5-2.1', { withdrawnAt }),
      ['method_incomplete → complete_method @ M1 ()'],
    ],
    [
      'finds a method without needs that nothing counts for',
      claim('claim-2-1.1', { method: null }),
      ['method_unused → use_method @ M3 ()'],
    ],
    [
      'finds a method without needs whose only claim waits',
      claim('claim-2-1.1', { judgements: [] }),
      ['method_unused → judge_claims @ M3 (2)'],
    ],
    [
      'finds a method of one’s own by its key',
      planned({ methods: [...plan.methods, { ...makeMethod('own'), source: 'own', reason: '現場限制' }] }),
      ['method_unused → use_method @ own ()'],
    ],
    [
      'finds each undone method on its own',
      { claims: base.claims.map((one) => ({ ...one, method: null })) },
      [
        'method_incomplete → complete_method @ M1 ()',
        'method_incomplete → complete_method @ M2 ()',
        'method_unused → use_method @ M3 ()',
      ],
    ],
    ['asks nothing of a plan without methods', planned({ methods: [] }), []],
    [
      'finds a form that is not known, since nothing serves as it',
      planned({ methods: [m1, m2, makeMethod('M3', ['__proto__'])] }),
      ['method_incomplete → complete_method @ M3 ()'],
    ],
    ['lets one item serve two methods', claim('claim-1-KA1', { method: 'M3' }), []],
    ['asks without a plan only for the methods that claims name', { plan: null }, []],
    [
      'takes without a plan what the guide says they need',
      { plan: null, guideMethods: { M1: m1.needsAllOf, M2: [['video']], M4: [['audio']] } },
      ['method_incomplete → complete_method @ M2 ()'],
    ],
    [
      'passes over what is no method of the document, without a plan',
      { plan: null, guideMethods: { '1.1': [['video']] }, ...claim('claim-2-1.1', { method: '1.1' }) },
      [],
    ],
    ['takes the plan’s word before the guide’s', { guideMethods: { M3: [['video']] } }, []],
  ])('%s', (_, changes, expected) => {
    expect(check('V3', changes)).toEqual(expected);
  });

  test('says which choices of forms are missing', () => {
    expect(missing(claim('claim-3-1.2', { method: null }))).toEqual([['endorsement_record/meeting_minutes']]);
    expect(missing({ claims: [] })).toEqual([
      ['questioning_record', 'portfolio_item'],
      ['principles_document/strategy_document', 'endorsement_record/meeting_minutes'],
      [],
    ]);
  });

  test('an oral question record is one in which questions were asked by word of mouth', () => {
    const oral = planned({ methods: [makeMethod('M1', ['oral_question_record']), m2, m3] });
    expect(missing(oral)).toEqual([]);
    expect(missing({ ...oral, ...item(6, { questioned: ['written'] }) })).toEqual([['oral_question_record']]);
  });
});

describe('V4: a method outside the plan has a reason', () => {
  const own = { ...makeMethod('own'), source: 'own' as const };
  const withOwn = (reason: string | null) => planned({ methods: [...plan.methods, { ...own, reason }] });
  test.each<Row>([
    ['passes while all are planned', {}, []],
    [
      'finds a claim by another method',
      plus(makeClaim(1, 'K07', { method: 'M4' })),
      ['method_unplanned → plan_or_justify_method @ K07 (1)'],
    ],
    [
      'finds all of them at once',
      plus(makeClaim(1, 'K07', { method: 'M4' }), makeClaim(2, 'KA1', { method: 'M9', methodReason: ' \n' })),
      ['method_unplanned → plan_or_justify_method @ K07 KA1 (1 2)'],
    ],
    ['passes with a reason', plus(makeClaim(1, 'K07', { method: 'M4', methodReason: '受評者提供了錄影' })), []],
    ['passes over a withdrawn claim', plus(makeClaim(1, 'K07', { method: 'M4', withdrawnAt })), []],
    ['knows no outside without a plan', { plan: null, ...plus(makeClaim(1, 'K07', { method: 'M4' })) }, []],
    [
      'finds a method of one’s own without a reason',
      withOwn(''),
      ['own_method_unjustified → justify_own_method @ own ()'],
    ],
    ['passes a method of one’s own with a reason', withOwn('現場無法使用原方法'), []],
  ])('%s', (_, changes, expected) => {
    expect(check('V4', changes)).toEqual(expected);
  });
});

describe('V5: contexts are confirmed available, or a reason is given', () => {
  const [first, second] = plan.contexts;
  test.each<Row>([
    ['passes with a confirmation and a reason', {}, []],
    ['finds one not answered', planned({ contexts: [second!] }), ['contexts_unconfirmed → confirm_contexts @ CTX1 ()']],
    [
      'finds one not available without a reason',
      planned({ contexts: [first!, { ...second!, reason: ' ' }] }),
      ['contexts_unconfirmed → confirm_contexts @ CTX2 ()'],
    ],
    [
      'finds all of them at once, without a plan',
      { plan: null },
      ['contexts_unconfirmed → plan_contexts @ CTX1 CTX2 ()'],
    ],
    [
      'passes over answers to what the document does not ask',
      planned({ contexts: [...plan.contexts, { ref: '1.1', available: false, reason: null }] }),
      [],
    ],
  ])('%s', (_, changes, expected) => {
    expect(check('V5', changes)).toEqual(expected);
  });

  test('asks nothing where the document names no context', () => {
    const items = base.document.items.filter(({ type }) => type !== 'context');
    expect(check('V5', { document: { ...base.document, items }, plan: null })).toEqual([]);
  });
});

test('one item claimed twice by a method serves one of its forms only', () => {
  const items = [...base.items, makeItem(7, { form: 'video' })];
  const both = [makeClaim(7, '1.1', { id: 'a', method: 'M4' }), makeClaim(7, '2.1', { id: 'b', method: 'M4' })];
  const methods = [...plan.methods, makeMethod('M4', ['video'], ['activity_record'])];
  expect(missing({ items, ...plus(...both), ...planned({ methods }) })).toEqual([['activity_record']]);
});
