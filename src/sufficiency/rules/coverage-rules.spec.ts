import {
  makeClaim,
  makeFacts,
  makeItem,
  makeJudgement,
  makeObservation,
  makeReport,
  makeTarget,
} from '../../../test/factories/facts.js';
import { evaluate } from '../evaluate.js';
import { type AssessmentFacts, type ClaimFact } from '../facts.js';
import { type EvaluatedRuleId } from '../finding.js';

const withdrawnAt = '2026-03-12T00:00:00.000Z';
const base = makeFacts();
const plus = (...claims: ClaimFact[]) => ({ claims: [...base.claims, ...claims] });
const without = (...ids: string[]) => ({ claims: base.claims.filter(({ id }) => !ids.includes(id)) });
const judged = (id: string, ...judgements: ClaimFact['judgements'][number][]) => ({
  claims: base.claims.map((claim) => (claim.id === id ? { ...claim, judgements } : claim)),
});

/** What a rule finds, as `problem → mend @ targets`, and whether it refuses `competent`. */
function check(rule: EvaluatedRuleId, changes: Partial<AssessmentFacts>) {
  const { findings, competentRefused } = evaluate(makeFacts(changes));
  const own = findings.filter((finding) => finding.rule === rule);
  expect(competentRefused).toEqual(expect.arrayContaining(own));
  return own.map(({ problem, mend, targets }) => `${problem} → ${mend} @ ${targets.join(' ')}`);
}

type Row = [name: string, changes: Partial<AssessmentFacts>, expected: string[]];

test('the facts the tables start from pass every rule that blocks', () => {
  expect(evaluate(base).findings.filter(({ severity }) => severity === 'blocks')).toEqual([]);
});

describe('V1: a claim points into the pinned version', () => {
  test.each<Row>([
    ['passes when every target is there', {}, []],
    ['finds a target of another version', plus(makeClaim(1, '9.9')), ['target_absent → claim_pinned_target @ 9.9']],
    ['finds a heading', plus(makeClaim(1, 'E1')), ['target_unclaimable → claim_pinned_target @ E1']],
    ['finds a method', plus(makeClaim(1, 'M1')), ['target_unclaimable → claim_pinned_target @ M1']],
    ['passes over a withdrawn claim', plus(makeClaim(1, '9.9', { withdrawnAt })), []],
    [
      'treats the name of an object’s own machinery as any other',
      plus(makeClaim(1, '__proto__')),
      ['target_absent → claim_pinned_target @ __proto__'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(check('V1', changes)).toEqual(expected);
  });
});

describe('V2: no claim is left without a judgement', () => {
  const open = makeClaim(2, 'K07', { judgements: [] });
  const finding = ['claims_unjudged → judge_open_claims @ K07'];
  test.each<Row>([
    ['passes when all are judged', {}, []],
    ['finds an open claim, even to a target that is not required', plus(open), finding],
    [
      'names targets as the document has them, whatever was claimed first, and what it lacks after them',
      plus(makeClaim(2, '9.9', { judgements: [] }), open, makeClaim(2, '1.2', { judgements: [] })),
      ['claims_unjudged → judge_open_claims @ 1.2 K07 9.9'],
    ],
    ['passes over a withdrawn claim', plus({ ...open, withdrawnAt }), []],
    [
      'finds a claim withdrawn only after the verdict',
      plus({ ...open, withdrawnAt: '2026-04-01T00:00:00.000Z' }),
      finding,
    ],
    ['passes over a claim proposed after the verdict', plus({ ...open, proposedAt: '2026-04-01T00:00:00.000Z' }), []],
    [
      'passes over a withdrawn item',
      { items: [...base.items, makeItem(3, { withdrawnAt })], ...plus(makeClaim(3, 'K07', { judgements: [] })) },
      [],
    ],
    [
      'finds a claim judged by a stranger alone',
      plus({ ...open, judgements: [makeJudgement({ by: 'stranger' })] }),
      finding,
    ],
  ])('%s', (_, changes, expected) => {
    expect(check('V2', changes)).toEqual(expected);
  });
});

describe('S1: each criterion has direct or indirect evidence that counts', () => {
  const id = 'claim-1-1.2';
  const reported = makeItem(3, {
    form: 'third_party_report',
    producedBy: 'third_party',
    submittedBy: 'officer',
    signedAt: withdrawnAt,
    report: makeReport(),
  });
  test.each<Row>([
    ['passes with a document or an observation', {}, []],
    ['finds a criterion without claims', without(id), ['criterion_unmet → claim_evidence @ 1.2']],
    [
      'finds a criterion whose claim was rejected',
      judged(id, makeJudgement({ decision: 'rejected', reason: 'No.' })),
      ['criterion_unmet → claim_evidence @ 1.2'],
    ],
    ['finds a claim that waits', judged(id), ['criterion_unmet → judge_claims @ 1.2']],
    [
      'finds a claim sent back',
      judged(id, makeJudgement({ decision: 'more_needed', reason: 'Which year?' })),
      ['criterion_unmet → answer_more_needed @ 1.2'],
    ],
    [
      'finds evidence only reported by others',
      { items: [...base.items, reported], claims: [...without(id).claims, makeClaim(3, '1.2')] },
      ['criterion_unmet → claim_witnessed_or_own_work @ 1.2'],
    ],
    [
      'finds a criterion whose observation is not signed',
      {
        items: [makeItem(1), makeObservation(2), makeObservation(3, { signedAt: null })],
        claims: [...without(id).claims, makeClaim(3, '1.2')],
      },
      ['criterion_unmet → sign_items @ 1.2'],
    ],
    [
      'passes with an observation signed at the very moment of the verdict',
      {
        items: [makeItem(1), makeObservation(2), makeObservation(3, { signedAt: base.at })],
        claims: [...without(id).claims, makeClaim(3, '1.2')],
      },
      [],
    ],
    [
      'finds an indicator of a standard',
      {
        document: {
          code: 'BAS4222-002v2',
          kind: 'occupational_competency_standard',
          items: [makeTarget('P1.1.1', { type: 'indicator' })],
        },
        keyAspectRefs: {},
        claims: [],
      },
      ['criterion_unmet → claim_evidence @ P1.1.1'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(check('S1', changes)).toEqual(expected);
  });

  test('never asks for knowledge or skills', () => {
    expect(evaluate(base).results.get('K07')).toMatchObject({ met: false, required: false, state: 'gap' });
  });
});

describe('S3: each key aspect has a claim of its own, and its criteria are met', () => {
  test.each<Row>([
    ['passes with both', {}, []],
    [
      'finds a key aspect without a claim made to it',
      without('claim-1-KA1'),
      ['key_aspect_unclaimed → claim_evidence @ KA1'],
    ],
    [
      'finds a criterion under it that is not met',
      without('claim-1-1.2'),
      ['key_aspect_criteria → meet_criteria @ KA1 1.2'],
    ],
    [
      'finds both at once',
      without('claim-1-KA1', 'claim-1-1.2'),
      ['key_aspect_unclaimed → claim_evidence @ KA1', 'key_aspect_criteria → meet_criteria @ KA1 1.2'],
    ],
    ['asks only for the claim when the guide says nothing', { ...without('claim-1-1.2'), keyAspectRefs: {} }, []],
    ['passes over strangers and knowledge in the guide', { keyAspectRefs: { KA1: ['K07', '9.9', 'constructor'] } }, []],
  ])('%s', (_, changes, expected) => {
    expect(check('S3', changes)).toEqual(expected);
  });

  test('a standard has no key aspects to ask for', () => {
    const document = { code: 'BAS4222-002v2', kind: 'occupational_competency_standard' as const, items: [] };
    expect(check('S3', { document, claims: [] })).toEqual([]);
  });
});

describe('S5: at least one direct evidence', () => {
  test.each<Row>([
    ['passes with one signed observation', {}, []],
    [
      'finds a portfolio without any conversation',
      without('claim-2-1.1'),
      ['no_direct_evidence → add_direct_evidence @ '],
    ],
    [
      'finds an observation that nobody claimed with, whichever the pathway',
      { ...without('claim-2-1.1'), pathway: 'rpl' },
      ['no_direct_evidence → add_direct_evidence @ '],
    ],
    ['finds an observation not yet judged', judged('claim-2-1.1'), ['no_direct_evidence → judge_claims @ ']],
    [
      'finds an unsigned observation',
      { items: [makeItem(1), makeObservation(2, { signedAt: null })] },
      ['no_direct_evidence → sign_items @ '],
    ],
    [
      'finds an observation signed after the verdict',
      { items: [makeItem(1), makeObservation(2, { signedAt: '2026-03-15T04:00:00.001Z' })] },
      ['no_direct_evidence → sign_items @ '],
    ],
    [
      'finds an observation that the candidate handed in',
      { items: [makeItem(1), makeObservation(2, { submittedBy: 'candidate', declaredAt: base.at })] },
      ['no_direct_evidence → add_direct_evidence @ '],
    ],
    [
      'passes with direct evidence of a knowledge item alone',
      { claims: [...without('claim-2-1.1').claims, makeClaim(2, 'K07')] },
      [],
    ],
  ])('%s', (_, changes, expected) => {
    expect(check('S5', changes)).toEqual(expected);
  });
});

describe('S11: no claim stands both accepted and rejected', () => {
  const assessors = [...base.assessors, { ...base.assessors[0]!, userId: 'second', duty: 'assessor' as const }];
  const rejection = makeJudgement({ id: 'other', by: 'second', decision: 'rejected', reason: 'A draft.' });
  test.each<Row>([
    [
      'passes when assessors agree',
      { assessors, ...judged('claim-2-1.1', makeJudgement(), makeJudgement({ by: 'second' })) },
      [],
    ],
    [
      'finds a disagreement, even where other evidence suffices',
      { assessors, ...judged('claim-2-1.1', makeJudgement(), rejection) },
      ['claim_disputed → settle_dispute @ 1.1'],
    ],
    [
      'passes when the one who rejected accepts later',
      {
        assessors,
        ...judged(
          'claim-2-1.1',
          makeJudgement(),
          rejection,
          makeJudgement({ by: 'second', at: '2026-03-11T00:00:00.000Z' }),
        ),
      },
      [],
    ],
    ['passes over the voice of somebody not entitled', judged('claim-2-1.1', makeJudgement(), rejection), []],
  ])('%s', (_, changes, expected) => {
    expect(check('S11', changes)).toEqual(expected);
  });
});
