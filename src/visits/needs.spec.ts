import { makeClaim, makeFacts, makeItem, makeObservation, makePlan, makeTarget } from '../../test/factories/facts.js';
import { makeMethod, makeSoundFacts } from '../../test/factories/sound-facts.js';
import { evaluate } from '../sufficiency/evaluate.js';
import { type AssessmentFacts, type ItemFact } from '../sufficiency/facts.js';
import { needsOf } from './needs.js';

const day = '2026-03-15';
const needs = (facts: AssessmentFacts, shows: Record<string, string[]> = {}) =>
  needsOf(evaluate(facts), { day, shows });
const open = (facts: AssessmentFacts, shows?: Record<string, string[]>) =>
  needs(facts, shows)
    .filter(({ waiting }) => waiting.length === 0)
    .map(({ rule, refs }) => `${rule} ${refs.join('|')}`);
const waiting = (facts: AssessmentFacts) =>
  needs(facts)
    .filter((need) => need.waiting.length > 0)
    .map((need) => `${need.rule} ${need.waiting.map(({ claim }) => claim.id).join('|')}`);

const sound = makeSoundFacts();
const without = (...ids: string[]) => sound.claims.filter(({ id }) => !ids.includes(id));
const changed = (number: number, changes: Partial<ItemFact>) =>
  sound.items.map((item) => (item.number === number ? { ...item, ...changes } : item));
const unjudged = (id: string) => sound.claims.map((claim) => (claim.id === id ? { ...claim, judgements: [] } : claim));

describe('what a visit would mend', () => {
  test('is nothing where no rule finds anything amiss', () => {
    expect(needs(sound)).toEqual([]);
  });

  test('is everything of an assessment without evidence: each criterion, each key aspect, any direct evidence', () => {
    expect(open(makeFacts({ items: [], claims: [] }))).toEqual([
      'S1 1.1',
      'S1 1.2',
      'S3 KA1',
      'S5 1.1|1.2|KA1',
      'S6 1.1|1.2',
    ]);
  });

  test('is a conversation in a recognition of prior learning', () => {
    const rpl = makeFacts({ pathway: 'rpl', items: [], claims: [] });
    expect(open(rpl)).toContain('P8 1.1|1.2|KA1');
  });

  test.each<[string, AssessmentFacts, string[]]>([
    [
      'a criterion with nothing accepted',
      makeSoundFacts({ claims: without('claim-5-2.1', 'claim-6-2.1') }),
      ['V3 1.1|1.2|2.1|KA1', 'S1 2.1', 'S6 2.1'],
    ],
    ['a key aspect without a claim', makeSoundFacts({ claims: without('claim-1-KA1') }), ['S3 KA1']],
    [
      'any criterion of an element that nobody witnessed',
      makeSoundFacts({ claims: without('claim-2-1.1', 'claim-4-1.2') }),
      ['S6 1.1|1.2', 'S10 1.2'],
    ],
    [
      'another date of what is kept up',
      makeSoundFacts({ items: changed(4, { producedOn: '2026-01-10' }) }),
      ['S10 1.2'],
    ],
    [
      'evidence that is too old on that day',
      makeSoundFacts({
        items: changed(6, { producedOn: '2024-03-14' }).map((item) =>
          item.number === 5 ? { ...item, producedOn: '2024-03-14' } : item,
        ),
      }),
      ['V3 1.1|1.2|2.1|KA1', 'S1 2.1', 'S6 2.1'],
    ],
  ])('is %s', (_, facts, expected) => {
    expect(open(facts)).toEqual(expected);
  });

  test('is no other date where the day of the visit is one of those there are', () => {
    const items = changed(3, { producedOn: day }).map((item) =>
      item.number === 4 ? { ...item, producedOn: day } : item,
    );
    const received = items.map((item) => ({ ...item, receivedAt: '2026-03-15T01:00:00.000Z' }));
    expect(open(makeSoundFacts({ items: received }))).toEqual([]);
  });

  test('is not what a waiting claim may meet: unjudged, unsigned or undeclared', () => {
    const undecided = makeSoundFacts({ claims: unjudged('claim-1-KA1') });
    expect([open(undecided), waiting(undecided)]).toEqual([[], ['S3 claim-1-KA1']]);
    const unsigned = makeSoundFacts({ items: changed(6, { signedAt: null }) });
    expect([open(unsigned), waiting(unsigned)]).toEqual([[], ['V3 claim-6-2.1', 'S6 claim-6-2.1']]);
    const undeclared = makeFacts({ items: [makeItem(1, { declaredAt: null }), makeObservation(2)] });
    expect([open(undeclared), waiting(undeclared)]).toEqual([[], ['S1 claim-1-1.2', 'S3 claim-1-KA1']]);
  });

  test.each<[string, Partial<ItemFact>, object]>([
    ['rejected', {}, { decision: 'rejected', reason: '不符' }],
    ['sent back for more', {}, { decision: 'more_needed', reason: '不足' }],
    ['too old', { producedOn: '2020-01-01' }, {}],
    ['what others reported', { form: 'third_party_report', producedBy: 'third_party' }, {}],
  ])('is still what a claim would not meet that is %s', (_, item, judgement) => {
    const judgements = [
      { id: 'j', by: 'lead', decision: 'accepted', at: '2026-03-10T04:00:00.000Z', reason: null, ...judgement },
    ];
    const facts = makeFacts({
      items: [makeItem(1, item), makeObservation(2)],
      claims: [makeClaim(1, '1.2', { judgements: judgements as never }), makeClaim(2, '1.1')],
    });
    expect(open(facts)).toContain('S1 1.2');
  });

  test('is the form that a planned method lacks, at what the guide says it shows', () => {
    const methods = [makeMethod('M1', ['oral_question_record'], ['demonstration'])];
    const planned = makeSoundFacts({ plan: makePlan({ methods }) });
    expect(open(planned, { M1: ['2.1', 'K07'] })).toEqual(['V3 2.1']);
    expect(open(planned, { M2: ['2.1'] })).toEqual(['V3 1.1|1.2|2.1|KA1']);
    const [need] = needs(planned);
    expect(need!.params).toEqual({ method: 'M1 Text of M1', forms: ['demonstration'] });
  });

  test.each([
    ['the candidate can hand in', ['portfolio_item']],
    ['can be met in writing', ['oral_question_record', 'written_response']],
    ['is reported by others', ['third_party_report']],
    ['nobody knows', ['toString']],
  ])('is no form that %s', (_, choice) => {
    const plan = makePlan({ methods: [makeMethod('M4', choice)] });
    expect(open(makeSoundFacts({ plan })).filter((need) => need.startsWith('V3'))).toEqual([]);
  });

  test('is nothing that somebody waived', () => {
    const facts = makeSoundFacts({ items: changed(4, { producedOn: '2026-01-10' }) });
    const [finding] = evaluate(facts).findings.filter(({ rule }) => rule === 'S10');
    const waiver = {
      id: 'w',
      rule: 'S10',
      problem: finding!.problem,
      targets: ['1.2'],
      items: [],
      reason: '門市歇業',
      by: 'lead',
      byName: '陳評量',
      at: '2026-03-12T00:00:00.000Z',
    };
    expect(open({ ...facts, waivers: [waiver] })).toEqual([]);
  });

  test('is told for indicators and tasks of a standard as well', () => {
    const items = [
      makeTarget('T1', { type: 'task' }),
      makeTarget('P1', { type: 'indicator', parentRef: 'T1' }),
      makeTarget('O1', { type: 'output' }),
    ];
    const facts = makeFacts({
      document: { code: 'BAS4222-002v2', kind: 'occupational_competency_standard', items },
      items: [],
      claims: [],
    });
    expect(open(facts)).toEqual(['S1 P1', 'S5 P1', 'S6 P1']);
  });
});
