import { makeAssessor, makeFacts, makeJudgement } from '../../../test/factories/facts.js';
import { evaluate } from '../evaluate.js';
import { type AssessmentFacts, type VerdictDraft } from '../facts.js';
import { type EvaluatedRuleId } from '../finding.js';

/** What a rule finds, as `problem → mend: the outcomes refused`. */
function check(rule: EvaluatedRuleId, changes: Partial<AssessmentFacts>) {
  const evaluation = evaluate(makeFacts(changes));
  const own = evaluation.findings.filter((finding) => finding.rule === rule);
  for (const finding of own) {
    expect(evaluation.competentRefused.includes(finding)).toBe(finding.refuses.includes('competent'));
    expect(evaluation.notYetCompetentRefused.includes(finding)).toBe(finding.refuses.includes('not_yet_competent'));
  }
  return own.map(({ problem, mend, refuses }) => `${problem} → ${mend}: ${refuses.join(' ')}`);
}

type Row = [name: string, changes: Partial<AssessmentFacts>, expected: string[]];
const everyOutcome = 'competent not_yet_competent not_assessed';
const lead = makeAssessor('lead', { duty: 'lead_assessor' });
const expired = [{ validFrom: '2020-01-01', validUntil: '2026-03-14', revokedAt: null, covers: true }];
const conflict = { declaredAt: '2026-03-14T00:00:00.000Z', conflict: true };

describe('P1: the assessor is entitled', () => {
  test.each<Row>([
    ['passes with an entitled lead assessor', {}, []],
    ['passes while only looking', { deciderId: null }, []],
    [
      'passes with an assessor who does not lead',
      { deciderId: 'second', assessors: [lead, makeAssessor('second')] },
      [],
    ],
    [
      'passes while only looking, when one of two leads is entitled',
      { deciderId: null, assessors: [makeAssessor('away', { duty: 'lead_assessor', interest: null }), lead] },
      [],
    ],
    [
      'refuses every outcome to the candidate',
      { deciderId: 'candidate' },
      [`decider_is_candidate → let_entitled_decide: ${everyOutcome}`],
    ],
    ['refuses a stranger', { deciderId: 'stranger' }, [`decider_not_assigned → let_entitled_decide: ${everyOutcome}`]],
    [
      'refuses a verifier',
      { deciderId: 'v', assessors: [lead, makeAssessor('v', { duty: 'verifier' })] },
      [`decider_not_assigned → let_entitled_decide: ${everyOutcome}`],
    ],
    [
      'refuses a decider whose qualification ended the day before, though the judgements stand',
      { assessors: [{ ...lead, qualifications: expired }] },
      [`decider_not_qualified → record_qualification: ${everyOutcome}`],
    ],
    [
      'finds nobody to decide',
      { deciderId: null, assessors: [makeAssessor('lead')] },
      [`decider_nobody → assign_lead: ${everyOutcome}`],
    ],
    [
      'finds undeclared interests, and judgements that do not stand',
      { assessors: [{ ...lead, interest: null }] },
      [
        `decider_interest_undeclared → declare_interest: ${everyOutcome}`,
        'judges_not_entitled → judge_by_entitled: competent',
      ],
    ],
    [
      'finds a conflict',
      { assessors: [{ ...lead, interest: conflict }] },
      [`decider_conflict → replace_conflicted: ${everyOutcome}`, 'judges_not_entitled → judge_by_entitled: competent'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(check('P1', changes)).toEqual(expected);
  });

  test('a candidate who accepts a claim of their own has not judged it', () => {
    const [first, ...others] = makeFacts().claims;
    const claims = [{ ...first!, judgements: [makeJudgement({ by: 'candidate' })] }, ...others];
    expect(check('P1', { claims })).toEqual(['judges_not_entitled → judge_by_entitled: competent']);
    expect(evaluate(makeFacts({ claims })).counting.get(first!.id)).toMatchObject({ counts: false, why: ['unjudged'] });
  });
});

describe('P4: unfavourable judgements and decisions give reasons', () => {
  const judged = (...judgements: ReturnType<typeof makeJudgement>[]) => ({
    claims: makeFacts().claims.map((claim) => (claim.id === 'claim-2-1.1' ? { ...claim, judgements } : claim)),
  });
  const draft = (changes: Partial<VerdictDraft>): Partial<AssessmentFacts> => ({
    draft: {
      outcome: 'not_yet_competent',
      reasons: 'See gaps.',
      gaps: ['1.2'],
      feedback: 'Well begun.',
      nextStep: 'Reassessment in May.',
      ...changes,
    },
  });
  const noReason = ['judgement_without_reason → give_reason: competent not_yet_competent'];
  test.each<Row>([
    ['passes when all are accepted', {}, []],
    ['passes with a reasoned rejection', judged(makeJudgement({ decision: 'rejected', reason: 'A draft.' })), []],
    ['finds a rejection without a reason', judged(makeJudgement({ decision: 'rejected' })), noReason],
    [
      'finds “more needed” with a blank reason',
      judged(makeJudgement({ decision: 'more_needed', reason: ' \u3000\n' })),
      noReason,
    ],
    [
      'passes when a later judgement supersedes it',
      judged(makeJudgement({ decision: 'rejected' }), makeJudgement({ at: '2026-03-11T00:00:00.000Z' })),
      [],
    ],
    ['passes with a complete draft', draft({}), []],
    ['finds a draft without gaps', draft({ gaps: [' '] }), ['draft_without_gaps → list_gaps: not_yet_competent']],
    [
      'finds a draft without feedback',
      draft({ feedback: null }),
      ['draft_without_feedback → write_feedback: not_yet_competent'],
    ],
    [
      'finds a draft without a next step',
      draft({ nextStep: '' }),
      ['draft_without_next_step → write_next_step: not_yet_competent'],
    ],
    ['asks none of it of “competent”', draft({ outcome: 'competent', gaps: [], feedback: null, nextStep: null }), []],
  ])('%s', (_, changes, expected) => {
    expect(check('P4', changes)).toEqual(expected);
  });

  test('“not yet competent” can be given whatever evidence is missing', () => {
    const { competentRefused, notYetCompetentRefused } = evaluate(makeFacts({ items: [], claims: [], ...draft({}) }));
    expect(competentRefused.map(({ rule }) => rule)).toEqual(['S1', 'S1', 'S3', 'S3', 'S5']);
    expect(notYetCompetentRefused).toEqual([]);
  });
});

describe('P5: records are only ever added', () => {
  test.each<Row>([
    ['passes when the audit chain holds', { historyIntact: true }, []],
    ['says nothing when the chain was not asked', { historyIntact: null }, []],
    ['finds altered history', { historyIntact: false }, ['history_rewritten → examine_history: competent']],
  ])('%s', (_, changes, expected) => {
    expect(check('P5', changes)).toEqual(expected);
  });
});
