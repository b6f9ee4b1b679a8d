import { makeAssessor, makeClaim, makeJudgement, makeTarget } from '../../../test/factories/facts.js';
import { makeSoundFacts } from '../../../test/factories/sound-facts.js';
import { evaluate } from '../evaluate.js';
import { type AssessmentFacts, type AttributionFact } from '../facts.js';
import { type EvaluatedRuleId } from '../finding.js';

const base = makeSoundFacts();
const without = (...ids: string[]) => ({ claims: base.claims.filter(({ id }) => !ids.includes(id)) });
const attributed = (changes: Partial<AttributionFact>) => ({
  attributions: [{ ...base.attributions[0]!, ...changes }],
});
const blocks = { settings: { ...base.settings, knowledgeAndSkills: 'blocks' as const } };

/** What a rule finds, as `problem → mend @ targets: severity`, and the outcomes it refuses. */
function check(rule: EvaluatedRuleId, changes: Partial<AssessmentFacts>) {
  return evaluate(makeSoundFacts(changes))
    .findings.filter((finding) => finding.rule === rule)
    .map(
      ({ problem, mend, targets, severity, refuses }) =>
        `${problem} → ${mend} @ ${targets.join(' ')}: ${[severity, ...refuses].join(' ')}`,
    );
}

type Row = [name: string, changes: Partial<AssessmentFacts>, expected: string[]];

describe('S4: knowledge and skills are claimed, or attributed to a criterion that is met', () => {
  const found = (refs: string, severity = 'warns') => [`knowledge_unshown → claim_or_attribute @ ${refs}: ${severity}`];
  const lead = makeAssessor('lead', { duty: 'lead_assessor' });
  test.each<Row>([
    ['passes with a claim and an attribution', {}, []],
    ['finds an item with neither', without('claim-6-K07'), found('K07')],
    ['finds all of them at once, in document order', { ...without('claim-6-K07'), attributions: [] }, found('S01 K07')],
    [
      'finds a claim that waits',
      { claims: [...without('claim-6-K07').claims, makeClaim(6, 'K07', { judgements: [] })] },
      found('K07'),
    ],
    ['finds an attribution to a criterion that is not met', without('claim-5-2.1', 'claim-6-2.1'), found('S01')],
    [
      'finds an attribution to a criterion whose claims were rejected',
      {
        claims: base.claims.map((claim) =>
          claim.targetRef === '2.1'
            ? { ...claim, judgements: [makeJudgement({ decision: 'rejected' as const, reason: 'No.' })] }
            : claim,
        ),
      },
      found('S01'),
    ],
    ['finds an attribution to a key aspect', attributed({ throughRef: 'KA1' }), found('S01')],
    ['finds an attribution to what the version lacks', attributed({ throughRef: '__proto__' }), found('S01')],
    ['finds an attribution by a stranger', attributed({ by: 'stranger' }), found('S01')],
    ['finds an attribution by the candidate', attributed({ by: 'candidate' }), found('S01')],
    ['finds an attribution given after the verdict', attributed({ at: '2026-03-16T00:00:00.000Z' }), found('S01')],
    [
      'finds an attribution by an assessor not yet qualified at the time',
      {
        assessors: [lead, makeAssessor('new', { assignedAt: '2026-03-12T00:00:00.000Z' })],
        ...attributed({ by: 'new' }),
      },
      found('S01'),
    ],
    [
      'passes an attribution by an assessor who has left since',
      {
        assessors: [lead, makeAssessor('gone', { endedAt: '2026-03-12T00:00:00.000Z' })],
        ...attributed({ by: 'gone' }),
      },
      [],
    ],
    ['blocks where policy says so', { ...without('claim-6-K07'), ...blocks }, found('K07', 'blocks competent')],
    ['passes under that policy too', blocks, []],
  ])('%s', (_, changes, expected) => {
    expect(check('S4', changes)).toEqual(expected);
  });

  test('an attributed item is met, and its row says through which criteria', () => {
    const again = { ...base.attributions[0]!, throughRef: '1.1' };
    const { results } = evaluate(makeSoundFacts({ attributions: [...base.attributions, again, again] }));
    expect(results.get('S01')).toMatchObject({ met: true, state: 'met', through: ['1.1', '2.1'], steps: [] });
    expect(results.get('K07')).toMatchObject({ met: true, through: [] });
  });

  test('a criterion is never met by attribution', () => {
    const claims = base.claims.filter(({ targetRef }) => targetRef !== '1.1');
    const { results } = evaluate(makeSoundFacts({ claims, ...attributed({ targetRef: '1.1' }) }));
    expect(results.get('1.1')).toMatchObject({ met: false, through: [] });
  });

  test.each([
    ['warns', false],
    ['blocks', true],
  ] as const)('where policy %s, “competent” depends on knowledge: %s', (knowledgeAndSkills, required) => {
    const { results } = evaluate(makeSoundFacts({ settings: { ...base.settings, knowledgeAndSkills } }));
    expect([results.get('K07')?.required, results.get('S01')?.required]).toEqual([required, required]);
  });
});

describe('a standard is reported by competence block', () => {
  const document: AssessmentFacts['document'] = {
    code: 'BAS4222-002v2',
    kind: 'occupational_competency_standard',
    items: [
      makeTarget('T1.1', { type: 'task', block: 1 }),
      makeTarget('T1.2', { type: 'task', block: 1 }),
      makeTarget('T2.1', { type: 'task', block: 2 }),
      makeTarget('O1.1.1', { type: 'output', parentRef: 'T1.1' }),
      makeTarget('O2.1.1', { type: 'output', parentRef: 'T2.1' }),
      makeTarget('1.1', { type: 'indicator', parentRef: 'T1.1' }),
      makeTarget('B1/K01', { type: 'knowledge', code: 'K01', block: 1 }),
      makeTarget('B1/S01', { type: 'skill', code: 'S01', block: 1 }),
      makeTarget('B2/K01', { type: 'knowledge', code: 'K01', block: 2 }),
      makeTarget('A01', { type: 'attitude' }),
      makeTarget('A02', { type: 'attitude' }),
    ],
  };
  const shown = (...refs: string[]) => ({
    document,
    claims: [...base.claims, ...refs.map((ref) => makeClaim(1, ref))],
  });
  const block1 = 'block_unshown → claim_or_attribute @ B1/K01 B1/S01: warns';
  const block2 = 'block_unshown → claim_or_attribute @ B2/K01: warns';
  const everything = ['B1/K01', 'B1/S01', 'B2/K01', 'A01', 'A02', 'O1.1.1', 'O2.1.1'];
  test.each<Row>([
    ['passes with all of them shown', shown(...everything), []],
    [
      'finds each block on its own, and the attitudes',
      shown(),
      [block1, block2, 'attitudes_unshown → show_attitudes @ A01 A02: warns'],
    ],
    ['tells K01 of one block from K01 of another', shown('B1/K01', 'B1/S01', 'A01', 'A02'), [block2]],
    [
      'lets policy block on knowledge, never on attitudes',
      { ...shown('B1/K01', 'B1/S01'), ...blocks },
      [`${block2.replace('warns', 'blocks')} competent`, 'attitudes_unshown → show_attitudes @ A01 A02: warns'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(check('S4', changes)).toEqual(expected);
  });

  test('names the tasks that the block belongs to', () => {
    const [block] = evaluate(makeSoundFacts(shown())).findings.filter(({ rule }) => rule === 'S4');
    expect(block?.params).toMatchObject({ tasks: ['T1.1', 'T1.2'], targets: ['K01', 'S01'], count: 2 });
  });

  test.each<Row>([
    ['passes with every output presented', shown(...everything), []],
    ['warns of outputs not presented', shown('O1.1.1'), ['outputs_unpresented → present_outputs @ O2.1.1: warns']],
    ['names all of them at once', shown(), ['outputs_unpresented → present_outputs @ O1.1.1 O2.1.1: warns']],
  ])('S3 %s', (_, changes, expected) => {
    expect(check('S3', changes)).toEqual(expected);
  });
});
