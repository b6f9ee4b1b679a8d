import { type JudgeableClaim, judgementFaults } from './faults.js';
import { type JudgeClaim } from './judgements.dto.js';

const claim: JudgeableClaim = { withdrawn: false, evidenceWithdrawn: false, unsigned: false };
const claims = new Map([
  ['a', claim],
  ['b', claim],
  ['withdrawn', { ...claim, withdrawn: true }],
  ['evidence withdrawn', { ...claim, evidenceWithdrawn: true }],
  ['unsigned', { ...claim, unsigned: true }],
]);
const held = { validity: true, sufficiency: true, authenticity: true, currency: true };
const accept = (claimId: string, rules: JudgeClaim['rules'] = held): JudgeClaim => ({
  claimId,
  decision: 'accepted',
  rules,
});
const refuse = (decision: JudgeClaim['decision'], reason?: string | null): JudgeClaim => ({
  claimId: 'a',
  decision,
  rules: {},
  reason,
});

describe('what keeps judgements from standing', () => {
  it.each<[string, JudgeClaim[], string[]]>([
    ['nothing', [accept('a'), accept('b')], []],
    ['a claim of another assessment', [accept('a'), accept('elsewhere')], ['judgements.1.claimId isKnownClaim']],
    ['the same claim twice', [accept('a'), accept('a')], ['judgements.1.claimId isUnique']],
    ['a withdrawn claim', [accept('withdrawn')], ['judgements.0.claimId isStandingClaim']],
    ['withdrawn evidence', [accept('evidence withdrawn')], ['judgements.0.claimId isStandingEvidence']],
    ['a record still being written', [accept('unsigned')], ['judgements.0.claimId isSignedRecord']],
    ['a rule found not met', [accept('a', { ...held, currency: false })], ['judgements.0.rules.currency isHeldRule']],
    ['a rule not considered', [accept('a', { ...held, validity: null })], ['judgements.0.rules.validity isHeldRule']],
    [
      'no rule considered',
      [accept('a', {})],
      ['validity', 'sufficiency', 'authenticity', 'currency'].map((rule) => `judgements.0.rules.${rule} isHeldRule`),
    ],
    ['a rejection without a reason', [refuse('rejected')], ['judgements.0.reason isNotEmpty']],
    ['a call for more without a reason', [refuse('more_needed', null)], ['judgements.0.reason isNotEmpty']],
    ['an empty reason', [refuse('more_needed', '')], ['judgements.0.reason isNotEmpty']],
    ['a rejection with a reason', [refuse('rejected', '日期不符')], []],
  ])('is found: %s', (_, judgements, faults) => {
    expect(judgementFaults(judgements, claims).map(({ field, rule }) => `${field} ${rule}`)).toEqual(faults);
  });
});
