import { makeAssessor, makeClaim, makeItem } from '../../test/factories/facts.js';
import { makeSoundFacts } from '../../test/factories/sound-facts.js';
import { findingView } from './coverage.view.js';
import { evaluate } from './evaluate.js';
import { type AssessmentFacts, type WaiverFact } from './facts.js';

const base = makeSoundFacts();
const waiver: WaiverFact = {
  id: 'waiver',
  rule: 'S8',
  problem: 'criteria_dependent',
  targets: ['2.1'],
  items: [],
  reason: '僅此一件可得，且已當場提問確認',
  by: 'lead',
  byName: '陳評量',
  at: '2026-03-12T04:00:00.000Z',
};

/** 2.1 rests on one item only, which S8 warns of. */
const claims = base.claims.filter(({ id }) => id !== 'claim-5-2.1');
const warned = (changes: Partial<AssessmentFacts> = {}) => makeSoundFacts({ claims, ...changes });
const answers = (facts: AssessmentFacts, rule = 'S8') =>
  evaluate(facts).findings.flatMap((finding) => (finding.rule === rule ? [finding.waiver?.id ?? null] : []));

describe('a waiver covers a warning', () => {
  test.each<[string, Partial<WaiverFact>, string | null]>([
    ['of the same rule, problem and target', {}, 'waiver'],
    ['of fewer targets than it names', { targets: ['1.1', '2.1', '9.9'] }, 'waiver'],
    ['given at the very moment of the verdict', { at: base.at }, 'waiver'],
    ['never of another target', { targets: ['1.1'] }, null],
    ['never of more targets than it names', { targets: [] }, null],
    ['never of another problem', { problem: 'items_carry_too_much' }, null],
    ['never of another rule', { rule: 'S9' }, null],
    ['never without a reason', { reason: ' \n' }, null],
    ['never by somebody not entitled', { by: 'stranger' }, null],
    ['never by the candidate', { by: 'candidate' }, null],
    ['never when given after the verdict', { at: '2026-03-16T00:00:00.000Z' }, null],
    ['never by the name of an object’s own machinery', { rule: '__proto__', problem: 'constructor' }, null],
  ])('%s', (_, changes, expected) => {
    expect(answers(warned({ waivers: [{ ...waiver, ...changes }] }))).toEqual([expected]);
  });

  test('and no longer when more comes to be amiss', () => {
    const fewer = claims.filter(({ id }) => id !== 'claim-1-1.1');
    expect(answers(warned({ claims: fewer, waivers: [waiver] }))).toEqual([null]);
  });

  test('of the items it names, and of no others', () => {
    const heavy = [...base.claims, makeClaim(1, '2.1'), makeClaim(3, '2.1')];
    const given = (items: string[]) => ({
      claims: heavy,
      waivers: [{ ...waiver, rule: 'S9', problem: 'items_carry_too_much', targets: ['1.1', '1.2', '2.1'], items }],
    });
    expect(answers(makeSoundFacts(given(['item-1', 'item-3'])), 'S9')).toEqual(['waiver']);
    expect(answers(makeSoundFacts(given(['item-1'])), 'S9')).toEqual([null]);
  });

  test('by an assessor who was entitled when giving it, and has left since', () => {
    const gone = makeAssessor('gone', { endedAt: '2026-03-13T00:00:00.000Z' });
    const facts = { assessors: [...base.assessors, gone], waivers: [{ ...waiver, by: 'gone' }] };
    expect(answers(warned(facts))).toEqual(['waiver']);
    const before = [{ ...waiver, by: 'gone', at: '2026-03-14T00:00:00.000Z' }];
    expect(answers(warned({ ...facts, waivers: before }))).toEqual([null]);
  });

  test('and of several the latest, in whichever order they come', () => {
    const later = { ...waiver, id: 'later', at: '2026-03-13T04:00:00.000Z' };
    expect(answers(warned({ waivers: [waiver, later] }))).toEqual(['later']);
    expect(answers(warned({ waivers: [later, waiver] }))).toEqual(['later']);
  });
});

describe('what blocks', () => {
  const undeclared = { items: [...base.items, makeItem(7, { declaredAt: null })], claims: [makeClaim(7, '1.1')] };
  test('is never waived, whatever the waiver says', () => {
    const { findings } = evaluate(makeSoundFacts(undeclared));
    const blocking = findings.filter(({ severity }) => severity === 'blocks');
    expect(blocking.length).toBeGreaterThan(3);
    const waivers = blocking.map(({ rule, problem, targets, items }): WaiverFact => {
      return { ...waiver, rule, problem, targets, items };
    });
    const again = evaluate(makeSoundFacts({ ...undeclared, waivers }));
    expect(again.findings.filter(({ severity, waiver: answer }) => severity === 'blocks' && answer)).toEqual([]);
    expect(again.competentRefused.length).toBe(evaluate(makeSoundFacts(undeclared)).competentRefused.length);
  });

  test('by policy only is waived no more once policy blocks', () => {
    const unshown = base.claims.filter(({ id }) => id !== 'claim-6-K07');
    const waivers = [{ ...waiver, rule: 'S4', problem: 'knowledge_unshown', targets: ['K07'] }];
    expect(answers(makeSoundFacts({ claims: unshown, waivers }), 'S4')).toEqual(['waiver']);
    const settings = { ...base.settings, knowledgeAndSkills: 'blocks' as const };
    expect(answers(makeSoundFacts({ claims: unshown, waivers, settings }), 'S4')).toEqual([null]);
  });
});

test('a finding shows who waived it and why, or that nobody did', () => {
  const views = (waivers: WaiverFact[]) =>
    evaluate(warned({ waivers }))
      .findings.filter(({ rule }) => rule === 'S8')
      .map((finding) => findingView(finding, 'zh-TW').waiver);
  expect(views([waiver])).toEqual([
    { id: 'waiver', reason: waiver.reason, by: { id: 'lead', name: '陳評量' }, at: waiver.at },
  ]);
  expect(views([])).toEqual([null]);
});
