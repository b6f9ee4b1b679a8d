import fc from 'fast-check';
import { makeAfter, makeAppeal, makeCertificate, makeDecision, makeVerification } from '../../test/factories/after.js';
import { locales } from '../i18n/i18n.js';
import { explain } from '../sufficiency/explain.js';
import { evaluateAfter } from './evaluate-after.js';
import { type AfterFacts } from './facts.js';

/** What a rule finds amiss, as `problem → mend # subject`, `!` where it refuses a certificate. */
function check(rule: string, changes: Partial<AfterFacts>) {
  return evaluateAfter(makeAfter(changes))
    .findings.filter((finding) => finding.rule === rule)
    .map(({ problem, mend, subject, refuses }) => {
      const about = subject === null ? '' : ` # ${subject}`;
      return `${problem} → ${mend}${about}${refuses.includes('certificate') ? ' !' : ''}`;
    });
}

/** What stands in the way of a certificate, as `rule problem`. */
const refused = (changes: Partial<AfterFacts>) =>
  evaluateAfter(makeAfter(changes)).certificateRefused.map(({ rule, problem }) => `${rule} ${problem}`);

const { verdict } = makeAfter();
type Row = [name: string, changes: Partial<AfterFacts>, expected: string[]];

test('a notified “competent” verdict without appeal has nothing amiss, and carries a certificate', () => {
  expect(evaluateAfter(makeAfter())).toEqual({ findings: [], certificateRefused: [] });
});

describe('P7: an appeal is in time and decided by someone else', () => {
  const appeal = (...changes: Parameters<typeof makeAppeal>) => ({ appeals: [makeAppeal(...changes)] });
  const decided = (changes: Parameters<typeof makeDecision>[0]) => appeal({ decision: makeDecision(changes) });
  const open = 'appeal_open → decide_appeal # appeal !';
  const late = 'appeal_late → dismiss_late_appeal # appeal';
  const involved = ['appeal_decided_by_involved → decide_appeal_by_other # appeal !'];
  test.each<Row>([
    ['passes without an appeal', {}, []],
    ['reports a verdict not notified yet', { notification: null }, ['verdict_not_notified → notify_verdict']],
    ['reports an appeal that waits', appeal(), [open]],
    ['passes once it is decided by somebody else', decided({}), []],
    ['passes once it is withdrawn', appeal({ withdrawnAt: '2026-03-21T00:00:00.000Z' }), []],
    [
      'takes an appeal in the last moment of the last day in Taipei',
      appeal({ filedAt: '2026-04-15T15:59:59.999Z' }),
      [open],
    ],
    [
      'finds it late a moment after, though UTC has the same day',
      appeal({ filedAt: '2026-04-15T16:00:00.000Z' }),
      [open, late],
    ],
    [
      'is done with a late one that was dismissed',
      appeal({ filedAt: '2026-04-16T04:00:00.000Z', decision: makeDecision({ at: '2026-04-20T04:00:00.000Z' }) }),
      [],
    ],
    [
      'is done with a late one that was withdrawn',
      appeal({ filedAt: '2026-04-16T04:00:00.000Z', withdrawnAt: '2026-04-17T04:00:00.000Z' }),
      [],
    ],
    [
      'finds a late one that was upheld',
      appeal({
        filedAt: '2026-04-16T04:00:00.000Z',
        decision: makeDecision({ at: '2026-04-20T04:00:00.000Z', outcome: 'upheld' }),
      }),
      [late],
    ],
    [
      'takes no appeal for late before the window began',
      { notification: null, ...appeal() },
      ['verdict_not_notified → notify_verdict', open],
    ],
    ['finds a decision by who gave the verdict', decided({ by: 'lead' }), involved],
    ['finds a decision by who judged or observed', decided({ by: 'second' }), involved],
    ['finds a decision by the candidate', decided({ by: 'candidate' }), involved],
    [
      'finds a decision by who filed it for the candidate',
      appeal({ filedBy: 'manager', decision: makeDecision() }),
      involved,
    ],
    ['finds an upheld appeal decided by somebody involved', decided({ by: 'second', outcome: 'upheld' }), involved],
    [
      'finds a decision without reasons',
      decided({ reasons: ' \u3000' }),
      ['appeal_without_reasons → give_appeal_reasons # appeal !'],
    ],
    ['does not see an appeal filed later', { at: '2026-03-20T03:59:59.999Z', ...appeal() }, []],
    ['does not see a decision made later', { at: '2026-03-24T00:00:00.000Z', ...decided({}) }, [open]],
    [
      'does not see a notification made later',
      { at: '2026-03-15T12:00:00.000Z' },
      ['verdict_not_notified → notify_verdict'],
    ],
    [
      'finds a certificate issued while it was open',
      { ...decided({}), certificates: [makeCertificate({ issuedAt: '2026-03-22T00:00:00.000Z' })] },
      ['certificate_during_appeal → revoke_certificate # C-1 !'],
    ],
    ['passes with a certificate issued before it was filed', { ...decided({}), certificates: [makeCertificate()] }, []],
    [
      'passes with a certificate issued after it was dismissed',
      { ...decided({}), certificates: [makeCertificate({ issuedAt: '2026-03-26T00:00:00.000Z' })] },
      [],
    ],
    [
      'finds each of several',
      { appeals: [makeAppeal(), makeAppeal({ id: 'other' })] },
      [open, 'appeal_open → decide_appeal # other !'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(check('P7', changes)).toEqual(expected);
  });

  test.each<Row>([
    ['is refused while an appeal is open', appeal(), ['P7 appeal_open']],
    ['is refused after an appeal was upheld', decided({ outcome: 'upheld' }), ['P7 appeal_upheld']],
    ['is not refused after an appeal was dismissed', decided({}), []],
    ['is not refused after an appeal was withdrawn', appeal({ withdrawnAt: '2026-03-21T00:00:00.000Z' }), []],
    ['is not refused because the notification is still to come', { notification: null }, []],
  ])('a certificate %s', (_, changes, expected) => {
    expect(refused(changes)).toEqual(expected);
  });
});

describe('P9: a verification is by someone who did not assess, and leads to something', () => {
  const verified = (...changes: Parameters<typeof makeVerification>) => ({
    verifications: [makeVerification(...changes)],
  });
  const involved = ['verification_by_involved → verify_by_other # verification'];
  test.each<Row>([
    ['passes without a verification', {}, []],
    ['passes with findings, action and due date', verified(), []],
    ['finds one by who gave the verdict', verified({ by: 'lead' }), involved],
    ['finds one by another assessor', verified({ by: 'second' }), involved],
    ['finds one by the candidate', verified({ by: 'candidate' }), involved],
    [
      'finds none of the findings',
      verified({ findings: null, action: null, dueOn: null }),
      ['verification_without_findings → write_findings # verification'],
    ],
    [
      'finds blank findings',
      verified({ findings: ' ' }),
      ['verification_without_findings → write_findings # verification'],
    ],
    ['finds no action', verified({ action: null }), ['verification_without_action → set_action # verification']],
    ['asks for no action where nothing is to mend', verified({ confirmed: true, action: null, dueOn: null }), []],
    ['finds no due date', verified({ dueOn: null }), ['verification_without_due_date → set_due_date # verification']],
    [
      'finds a due date that does not exist',
      verified({ dueOn: '2026-02-30' }),
      ['verification_without_due_date → set_due_date # verification'],
    ],
    ['does not see one made later', { at: '2026-03-20T00:00:00.000Z', ...verified({ by: 'lead' }) }, []],
  ])('%s', (_, changes, expected) => {
    expect(check('P9', changes)).toEqual(expected);
  });

  test('warns only, and refuses no certificate', () => {
    const { findings, certificateRefused } = evaluateAfter(makeAfter(verified({ by: 'lead', action: null })));
    expect(findings.map(({ severity }) => severity)).toEqual(['warns', 'warns']);
    expect(certificateRefused).toEqual([]);
  });
});

describe('P10: a certificate comes from a standing “competent” verdict, once', () => {
  const certificates = (...list: Parameters<typeof makeCertificate>[0][]) => ({
    certificates: list.map(makeCertificate),
  });
  const revoked = { revokedAt: '2026-04-01T00:00:00.000Z', revocationReason: '姓名有誤' };
  const upheld = { appeals: [makeAppeal({ decision: makeDecision({ outcome: 'upheld' }) })] };
  const notYet = { verdict: { ...verdict, outcome: 'not_yet_competent' as const } };
  const groundless = ['certificate_without_verdict → revoke_certificate # C-1 !'];
  test.each<Row>([
    ['passes with one', certificates({}), []],
    ['passes with one in the place of another', certificates({ supersededBy: 'C-2' }, { number: 'C-2' }), []],
    ['passes with one after another was revoked', certificates(revoked, { number: 'C-2' }), []],
    [
      'passes with another candidate’s, and with another version’s',
      certificates({}, { number: 'C-2', candidateId: 'other' }, { number: 'C-3', documentCode: 'unit-v1' }),
      [],
    ],
    [
      'finds a second, the later issued',
      certificates({ number: 'C-2', issuedAt: '2026-03-19T00:00:00.000Z' }, {}),
      ['certificate_twice → revoke_certificate # C-2 !'],
    ],
    ['finds one of a verdict that is not “competent”', { ...notYet, ...certificates({}) }, groundless],
    ['finds one whose verdict was overturned', { ...upheld, ...certificates({}) }, groundless],
    ['is done with it once it is revoked', { ...upheld, ...certificates(revoked) }, []],
    ['leaves one of another verdict to that verdict', { ...notYet, ...certificates({ verdictId: 'later' }) }, []],
    [
      'finds a revocation without a reason',
      certificates({ ...revoked, revocationReason: null }),
      ['revocation_without_reason → give_revocation_reason # C-1 !'],
    ],
    [
      'finds a blank reason',
      certificates({ ...revoked, revocationReason: '\u3000' }),
      ['revocation_without_reason → give_revocation_reason # C-1 !'],
    ],
    [
      'finds a number used again after revocation',
      certificates(revoked, {}),
      ['certificate_number_reused → renumber_certificate # C-1 !'],
    ],
    [
      'finds a number used for somebody else',
      certificates({}, { candidateId: 'other' }),
      ['certificate_number_reused → renumber_certificate # C-1 !'],
    ],
    ['does not see one issued later', { at: '2026-03-17T00:00:00.000Z', ...notYet, ...certificates({}) }, []],
    [
      'does not see a revocation made later',
      { at: '2026-03-31T00:00:00.000Z', ...certificates({ ...revoked, revocationReason: null }) },
      [],
    ],
  ])('%s', (_, changes, expected) => {
    expect(check('P10', changes)).toEqual(expected);
  });

  test.each<Row>([
    ['is given by a standing verdict', {}, []],
    ['is refused to “not yet competent”', notYet, ['P10 verdict_not_competent']],
    [
      'is refused to “not assessed”',
      { verdict: { ...verdict, outcome: 'not_assessed' } },
      ['P10 verdict_not_competent'],
    ],
    ['is refused a second time', certificates({}), ['P10 certificate_exists']],
    [
      'is refused where another verdict gave one for this version',
      certificates({ verdictId: 'earlier' }),
      ['P10 certificate_exists'],
    ],
    ['is given again after a revocation', certificates(revoked), []],
    [
      'is refused while a revocation lacks its reason',
      certificates({ ...revoked, revocationReason: '' }),
      ['P10 revocation_without_reason'],
    ],
    [
      'says everything at once',
      { ...notYet, ...upheld, ...certificates({}) },
      ['P10 certificate_without_verdict', 'P7 appeal_upheld', 'P10 verdict_not_competent', 'P10 certificate_exists'],
    ],
  ])('a certificate %s', (_, changes, expected) => {
    expect(refused(changes)).toEqual(expected);
  });
});

test('every finding about what follows a verdict has whole words in both languages', () => {
  const wrong: Partial<AfterFacts>[] = [
    { notification: null, verifications: [makeVerification({ by: 'lead', action: null, dueOn: null })] },
    {
      appeals: [makeAppeal({ filedAt: '2026-04-16T04:00:00.000Z' })],
      verifications: [makeVerification({ findings: null })],
    },
    {
      appeals: [makeAppeal({ decision: makeDecision({ by: 'lead', reasons: '', outcome: 'upheld' }) })],
      certificates: [makeCertificate({ issuedAt: '2026-03-22T00:00:00.000Z' })],
    },
    {
      verdict: { ...verdict, outcome: 'not_yet_competent' },
      certificates: [
        makeCertificate(),
        makeCertificate(),
        makeCertificate({ number: 'C-2', revokedAt: '2026-04-01T00:00:00.000Z' }),
      ],
    },
  ];
  const all = wrong.flatMap((changes) => {
    const { findings, certificateRefused } = evaluateAfter(makeAfter(changes));
    return [...findings, ...certificateRefused];
  });
  expect(new Set(all.map(({ problem }) => problem)).size).toBe(17);
  for (const locale of locales) {
    for (const finding of all) {
      for (const text of Object.values(explain(finding, locale)) as string[]) {
        expect(text).toMatch(/^\S.*[^{}\s]$/);
        expect(text).not.toMatch(/ {2}|「」|: [.;]/);
      }
    }
  }
});

test('no facts, however odd, make the evaluation throw or depend on their order', () => {
  const odd = fc.oneof(fc.string(), fc.constantFrom('', '__proto__', 'lead', 'candidate', '2026-03-20T04:00:00.000Z'));
  const maybe = fc.option(odd, { nil: null });
  const outcome = fc.constantFrom('upheld' as const, 'dismissed' as const);
  const decision = fc.option(fc.record({ by: odd, at: odd, outcome, reasons: odd }), { nil: null });
  const appeals = fc.array(fc.record({ id: odd, filedAt: odd, filedBy: odd, withdrawnAt: maybe, decision }), {
    maxLength: 4,
  });
  const certificates = fc.array(
    fc.record({
      number: odd,
      verdictId: odd,
      candidateId: odd,
      documentCode: odd,
      issuedAt: odd,
      revokedAt: maybe,
      revocationReason: maybe,
      supersededBy: maybe,
    }),
    { maxLength: 4 },
  );
  const verifications = fc.array(
    fc.record({ id: odd, by: odd, at: odd, findings: maybe, action: maybe, dueOn: maybe }),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(fc.record({ at: odd, appeals, certificates, verifications }), (changes) => {
      const facts = makeAfter(changes);
      const { findings, certificateRefused } = evaluateAfter(facts);
      expect(certificateRefused).toEqual(
        expect.arrayContaining(findings.filter(({ severity }) => severity === 'blocks')),
      );
      const turned = {
        ...facts,
        appeals: [...facts.appeals].reverse(),
        verifications: [...facts.verifications].reverse(),
      };
      const problems = (list: readonly { problem: string; subject: string | null }[]) =>
        list.map(({ problem, subject }) => `${problem} ${subject}`).sort();
      expect(problems(evaluateAfter(turned).certificateRefused)).toEqual(problems(certificateRefused));
    }),
  );
});
