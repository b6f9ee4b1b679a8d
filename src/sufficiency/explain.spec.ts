import { locales } from '../i18n/i18n.js';
import { ruleTexts, type RuleTextKey } from '../i18n/rules.js';
import {
  makeClaim,
  makeFacts,
  makeItem,
  makeJudgement,
  makePlan,
  makeTarget,
  verdictAt,
} from '../../test/factories/facts.js';
import { evaluate } from './evaluate.js';
import { explain, explainState, explainStep, explainWhy } from './explain.js';
import { ruleIds } from './finding.js';
import { rules } from './rules/list.js';
import { targetStates } from './target-state.js';

const marksOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

const { document } = makeFacts();
const context = makeTarget('CTX1', { type: 'context' });

/** Facts with something wrong under every rule. */
const wrong = makeFacts({
  document: { ...document, items: [...document.items, makeTarget('1.3', { continuous: true }), context] },
  attempt: 2,
  pathway: 'rpl',
  plan: makePlan({
    acknowledgedAt: null,
    adjustments: [{ id: 'a', what: '因自閉症', changed: '' }],
    methods: [
      {
        key: 'M1',
        name: '',
        source: 'document',
        reason: null,
        needsAllOf: [['strategy_document', 'hologram'], ['video']],
      },
      { key: 'own', name: '複評', source: 'own', reason: null, needsAllOf: [] },
    ],
  }),
  deciderId: 'candidate',
  historyIntact: false,
  draft: { outcome: 'not_yet_competent', reasons: null, gaps: [], feedback: null, nextStep: null },
  items: [
    makeItem(1, { declaredAt: null, title: '客訴流程 <b>v3</b>', alarms: [{ sha256: 'a', otherAssessmentCount: 1 }] }),
    makeItem(2, { producedOn: '2026-03-09', receivedAt: '2026-03-01T00:00:00.000Z' }),
    makeItem(3, { producedOn: '2019-01-01' }),
    makeItem(4, { files: [], groupWork: true, copy: true, othersData: true }),
    makeItem(5, { form: 'third_party_report', producedBy: 'third_party', signedAt: verdictAt }),
    makeItem(6, { supervised: null }),
  ],
  claims: [
    makeClaim(1, '9.9'),
    makeClaim(2, '1.1', { judgements: [] }),
    makeClaim(3, '1.2', { method: 'M9' }),
    makeClaim(6, 'K07', { carriedFrom: { claimId: 'old', targetText: 'once' } }),
    makeClaim(6, '1.1'),
    makeClaim(6, '1.3'),
    makeClaim(4, '1.1', { judgements: [makeJudgement({ decision: 'rejected' })] }),
  ],
});

/** A standard that nothing was shown of, and without a plan. */
const bare = makeFacts({
  plan: null,
  claims: [],
  items: [],
  document: {
    code: 'BAS4222-002v2',
    kind: 'occupational_competency_standard',
    items: [
      makeTarget('T1.1', { type: 'task', block: 1 }),
      makeTarget('O1.1.1', { type: 'output', parentRef: 'T1.1' }),
      makeTarget('P1.1.1', { type: 'indicator', parentRef: 'T1.1' }),
      makeTarget('B1/K01', { type: 'knowledge', code: 'K01', block: 1 }),
      makeTarget('A01', { type: 'attitude' }),
      context,
    ],
  },
});

describe('explain', () => {
  test('every finding and step has a whole text in both languages', () => {
    const { findings, results } = evaluate(wrong);
    const all = [...findings, ...evaluate(bare).findings];
    expect(new Set(all.map(({ rule }) => rule))).toEqual(
      new Set('V1 V2 V3 V4 V5 S1 S3 S4 S5 S6 S7 S8 S9 S10 A1 A2 A3 A4 A5 A6 C1 C2 P1 P2 P3 P4 P5 P6 P8 R2'.split(' ')),
    );
    for (const locale of locales) {
      const texts = [
        ...all.flatMap((finding) => Object.values(explain(finding, locale)) as string[]),
        ...[...results.values()].flatMap(({ steps }) => steps.map((step) => explainStep(step, locale))),
      ];
      expect(texts.length).toBeGreaterThan(50);
      for (const text of texts) expect(text).toMatch(/^\S.*[^{}\s]$/);
    }
  });

  test('every parameter that a text names is given by the finding', () => {
    for (const { problem, mend, params } of [wrong, bare].flatMap((facts) => evaluate(facts).findings)) {
      for (const key of [`problem.${problem}`, `mend.${mend}`] as const) {
        for (const mark of marksOf(ruleTexts.en[key])) expect(params).toHaveProperty(mark!);
      }
    }
  });

  test.each(Object.keys(ruleTexts.en) as RuleTextKey[])('%s names the same parameters in both languages', (key) => {
    expect(ruleTexts['zh-TW'][key]).not.toBe('');
    expect(ruleTexts.en[key]).not.toBe('');
    expect(marksOf(ruleTexts['zh-TW'][key])).toEqual(marksOf(ruleTexts.en[key]));
  });

  test('a finding reads as a sentence', () => {
    const [finding] = evaluate(wrong).findings.filter(({ rule }) => rule === 'A1');
    expect(explain(finding!, 'zh-TW')).toEqual({
      title: '受評者已聲明證據真實',
      problem: '證據 1「客訴流程 <b>v3</b>」沒有在判定前由受評者簽署真實性聲明，因此不採計。',
      mend: '請受評者為證據 1 簽署真實性聲明。',
    });
    expect(explain(finding!, 'en').mend).toBe(
      'Have the candidate sign the declaration of authenticity for evidence 1.',
    );
  });

  test('forms and classes are in the reader’s words, and a form without a word is shown as it is', () => {
    const problems = (facts: typeof wrong, rule: string) =>
      evaluate(facts).findings.filter((finding) => finding.rule === rule);
    const [method] = problems(wrong, 'V3');
    expect(explain(method!, 'zh-TW').problem).toBe(
      '評量方法「M1 Text of M1」還沒有完成，缺少可採計的「策略文件或hologram」、「錄影」。',
    );
    expect(explain(method!, 'en').problem).toMatch(/“strategy document or hologram”, “video”\.$/);
    const classes = problems(bare, 'S7')[1]!;
    expect(explain(classes, 'zh-TW').mend).toBe('補上其他類別的證據：直接證據、間接證據、補充證據。');
  });

  test('states and reasons have words', () => {
    expect(targetStates.map((state) => explainState(state, 'zh-TW'))).toContain('已達成');
    expect(explainWhy('undeclared', 'en')).toBe('The candidate has not declared it authentic');
  });
});

test('the rules are evaluated in their order, and those about what follows a verdict elsewhere', () => {
  const evaluated: readonly string[] = rules.map(({ id }) => id);
  expect(evaluated).toEqual(ruleIds.filter((id) => evaluated.includes(id)));
  expect(ruleIds.filter((id) => !evaluated.includes(id))).toEqual(['P7', 'P9', 'P10', 'R1']);
});
