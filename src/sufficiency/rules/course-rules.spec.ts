import {
  makeClaim,
  makeFacts,
  makeItem,
  makeJudgement,
  makeObservation,
  makePlan,
  verdictAt,
} from '../../../test/factories/facts.js';
import { evaluate } from '../evaluate.js';
import { type AssessmentFacts, type ClaimFact, type ItemFact, type PlanFact } from '../facts.js';
import { type EvaluatedRuleId } from '../finding.js';

const base = makeFacts();
const justAfter = '2026-03-15T04:00:00.001Z';

/** What a rule finds, as `problem → mend # items @ targets`, `!` where it refuses `competent`. */
function check(rule: EvaluatedRuleId, changes: Partial<AssessmentFacts>) {
  const own = evaluate(makeFacts(changes)).findings.filter((finding) => finding.rule === rule);
  return own.map(({ problem, mend, items, targets, refuses }) => {
    const where = items.length > 0 ? ` # ${items.join(' ')} @ ${targets.join(' ')}`.trimEnd() : '';
    return `${problem} → ${mend}${where}${refuses.includes('competent') ? ' !' : ''}`;
  });
}

type Row = [name: string, changes: Partial<AssessmentFacts>, expected: string[]];

describe('P2: plan and privacy notice were acknowledged before the first evidence', () => {
  const received = '2026-03-01T04:00:00.000Z';
  const plan = (changes: Partial<PlanFact>) => ({ plan: makePlan(changes) });
  const first = (firstAcknowledgedAt: string | null) =>
    plan({ firstAcknowledgedAt, acknowledgedAt: firstAcknowledgedAt });
  const late = 'plan_acknowledged_late → waive_late_acknowledgement';
  const pending = 'plan_unacknowledged → acknowledge_plan';
  test.each<Row>([
    ['passes with an acknowledged plan', {}, []],
    ['finds no plan at all', { plan: null }, ['plan_absent → make_plan']],
    ['finds a plan nobody acknowledged, once', first(null), [pending]],
    ['passes when acknowledged at the very moment of the first receipt', first(received), []],
    ['finds an acknowledgement a moment later', first('2026-03-01T04:00:00.001Z'), [late]],
    [
      'finds a later version not acknowledged, though an earlier was in time',
      plan({ version: 2, acknowledgedAt: null }),
      [pending],
    ],
    [
      'passes with a later version acknowledged after the first evidence',
      plan({ version: 2, acknowledgedAt: verdictAt }),
      [],
    ],
    ['finds an acknowledgement after the verdict', first(justAfter), [pending]],
    [
      'finds both: late at first, and not yet for the latest version',
      plan({ firstAcknowledgedAt: verdictAt, acknowledgedAt: null }),
      [pending, late],
    ],
    [
      'passes over evidence carried from the attempt before',
      {
        ...first('2026-02-28T00:00:00.000Z'),
        items: [makeItem(1, { originId: 'o', receivedAt: '2025-01-01T00:00:00.000Z' }), makeObservation(2)],
      },
      [],
    ],
    [
      'counts evidence that was withdrawn since: it was received',
      {
        ...first('2026-03-01T00:00:00.000Z'),
        items: [...base.items, makeItem(3, { receivedAt: '2026-02-01T00:00:00.000Z', withdrawnAt: verdictAt })],
      },
      [late],
    ],
    ['passes before there is any evidence', { ...first(verdictAt), items: [], claims: [] }, []],
  ])('%s', (_, changes, expected) => {
    expect(check('P2', changes)).toEqual(expected);
  });

  test('warns only', () => {
    expect(evaluate(makeFacts({ plan: null })).competentRefused).toEqual([]);
  });
});

describe('P3: an adjustment records what was changed, never a diagnosis', () => {
  const adjusted = (...adjustments: [what: string, changed: string][]) => ({
    plan: makePlan({
      adjustments: adjustments.map(([what, changed], index) => ({ id: `adjustment-${index}`, what, changed })),
    }),
  });
  const unsaid = 'adjustment_without_change → say_what_changed';
  const named = 'adjustment_names_diagnosis → leave_out_diagnosis';
  test.each<Row>([
    ['passes without adjustments', {}, []],
    ['passes without a plan', { plan: null }, []],
    ['passes with what was changed', adjusted(['作答時間', '延長三十分鐘']), []],
    ['passes with a place that is free of obstacles', adjusted(['考場', '改在無障礙考場']), []],
    ['finds nothing changed', adjusted(['作答時間', '']), [unsaid]],
    ['finds a blank change', adjusted(['作答時間', ' \u3000']), [unsaid]],
    ['finds a diagnosis as the reason', adjusted(['因自閉症', '個別提問']), [named]],
    ['finds a diagnosis in the change', adjusted(['Time', 'thirty minutes more for dyslexia']), [named]],
    ['finds both in one, once each', adjusted(['ADHD', '']), [unsaid, named]],
    ['finds each of several', adjusted(['憂鬱症', '改期'], ['時間', '延長'], ['地點', '']), [named, unsaid]],
  ])('%s', (_, changes, expected) => {
    expect(check('P3', changes)).toEqual(expected);
  });

  test('says which adjustment it is, and never repeats its words', () => {
    const { findings, competentRefused } = evaluate(makeFacts(adjusted(['時間', '延長'], ['自閉症', '個別提問'])));
    const own = findings.filter(({ rule }) => rule === 'P3');
    expect(own).toMatchObject([{ params: { number: 2 }, severity: 'warns' }]);
    expect(JSON.stringify(findings)).not.toContain('自閉');
    expect(competentRefused).toEqual([]);
  });
});

describe('P6: a reassessment is linked, and what it carries over is tested again', () => {
  const before = '2026-02-01T00:00:00.000Z';
  const previous = { assessmentId: 'before', documentCode: 'KMM5R0915v2', decidedAt: before, withdrawnAt: null };
  const second = { attempt: 2, previous };
  const unclosed = ['previous_still_open → begin_after_closing !'];
  test.each<Row>([
    ['asks nothing of a first attempt', {}, []],
    ['passes with an attempt decided before', second, []],
    [
      'passes with an attempt withdrawn before',
      { ...second, previous: { ...previous, decidedAt: null, withdrawnAt: before } },
      [],
    ],
    ['finds no link', { attempt: 2 }, ['attempt_unlinked → link_attempt !']],
    ['finds an attempt before that is still open', { ...second, previous: { ...previous, decidedAt: null } }, unclosed],
    [
      'finds one decided only while this was under way',
      { ...second, previous: { ...previous, decidedAt: '2026-03-02T00:00:00.000Z' } },
      unclosed,
    ],
    [
      'passes over when carried items were received: that was in the attempt before',
      {
        ...second,
        items: [makeItem(1, { originId: 'o', receivedAt: '2025-01-01T00:00:00.000Z' }), makeObservation(2)],
      },
      [],
    ],
    ['passes before anything was done here', { ...second, items: [], claims: [] }, []],
  ])('%s', (_, changes, expected) => {
    expect(check('P6', changes)).toEqual(expected);
  });

  const text = 'Text of 1.2';
  const carried = (targetText: string | null, changes: Partial<ClaimFact> = {}) => {
    const claim = makeClaim(1, '1.2', { carriedFrom: { claimId: 'old', targetText }, ...changes });
    return { ...second, claims: [...base.claims.filter(({ id }) => id !== claim.id && id !== 'claim-1-1.2'), claim] };
  };
  const open = { judgements: [] };
  const changed = ['carried_target_changed → confirm_carried_claim # item-1 @ 1.2 !'];
  const absent = ['carried_target_absent → claim_pinned_target # item-1 @ 9.9 !'];
  test.each<Row>([
    ['passes with the same text, and leaves the missing judgement to V2', carried(text, open), []],
    ['finds a text that changed', carried('Text of 1.2, once', open), changed],
    ['finds a text that is not known', carried(null, open), changed],
    ['passes once an entitled assessor has judged it here', carried('Text of 1.2, once'), []],
    [
      'finds one that only a stranger judged',
      carried('once', { judgements: [makeJudgement({ by: 'stranger' })] }),
      changed,
    ],
    [
      'finds one judged only after the verdict',
      carried('once', { judgements: [makeJudgement({ at: justAfter })] }),
      changed,
    ],
    ['finds a target that this version does not have', carried(text, { ...open, targetRef: '9.9' }), absent],
    ['finds it even when somebody judged it', carried(text, { targetRef: '9.9' }), absent],
    ['passes over a withdrawn claim', carried('once', { ...open, withdrawnAt: verdictAt }), []],
    [
      'looks at what a first attempt under a new version carries over, too',
      { ...carried('once', open), attempt: 1, previous: null },
      changed,
    ],
  ])('%s', (_, changes, expected) => {
    expect(check('P6', changes)).toEqual(expected);
  });

  test('a carried claim without a judgement of its own does not count, and V2 asks for one', () => {
    const { counting, findings } = evaluate(makeFacts(carried(text, open)));
    expect(counting.get('claim-1-1.2')).toMatchObject({ counts: false, why: ['unjudged'] });
    expect(findings.map(({ rule }) => rule)).toContain('V2');
  });

  test('carried evidence that is too old by now is found by C2', () => {
    const items = [makeItem(1, { originId: 'o', producedOn: '2023-01-10', receivedAt: before }), makeObservation(2)];
    const findings = evaluate(makeFacts({ ...carried(text), items })).findings.map(({ rule }) => rule);
    expect(findings).toContain('C2');
    expect(findings).not.toContain('P6');
  });
});

describe('P8: recognition of prior learning includes a conversation', () => {
  const rpl = { pathway: 'rpl' as const };
  const observed = (changes: Partial<ItemFact>) => ({ ...rpl, items: [makeItem(1), makeObservation(2, changes)] });
  const judged = (...judgements: ClaimFact['judgements'][number][]) => ({
    ...rpl,
    claims: base.claims.map((claim) => (claim.itemId === 'item-2' ? { ...claim, judgements } : claim)),
  });
  const missing = ['rpl_without_conversation → hold_conversation !'];
  test.each<Row>([
    ['passes with an observation', rpl, []],
    ['passes with a questioning record', observed({ form: 'questioning' }), []],
    ['passes with a demonstration', observed({ form: 'demonstration' }), []],
    ['asks nothing of training', { claims: base.claims.filter(({ itemId }) => itemId !== 'item-2') }, []],
    [
      'finds a portfolio without any conversation',
      { ...rpl, claims: base.claims.filter(({ itemId }) => itemId !== 'item-2') },
      missing,
    ],
    [
      'finds a conversation that the candidate handed in',
      observed({ submittedBy: 'candidate', declaredAt: verdictAt }),
      missing,
    ],
    ['finds a withdrawn conversation', observed({ withdrawnAt: verdictAt }), missing],
    [
      'finds a conversation nobody signed',
      observed({ signedAt: null }),
      ['rpl_without_conversation → sign_items # item-2 @ !'],
    ],
    ['finds a conversation nobody judged', judged(), ['rpl_without_conversation → judge_claims # item-2 @ !']],
    ['finds a conversation that was rejected', judged(makeJudgement({ decision: 'rejected', reason: 'No.' })), missing],
  ])('%s', (_, changes, expected) => {
    expect(check('P8', changes)).toEqual(expected);
  });

  test('direct evidence of another kind, by the body’s own scheme, is no conversation', () => {
    const { settings } = base;
    const video = { ...settings.classScheme.video, candidate: 'direct' as const };
    const scheme = { ...settings, classScheme: { ...settings.classScheme, video } };
    const items = [makeItem(1, { form: 'video' })];
    const claims = base.claims.filter(({ itemId }) => itemId === 'item-1');
    expect(
      evaluate(makeFacts({ ...rpl, settings: scheme, items, claims })).competentRefused.map(({ rule }) => rule),
    ).toEqual(['P8']);
  });

  test('names the targets that current evidence is wanted for', () => {
    const own = evaluate(makeFacts(observed({ producedOn: '2020-01-10' }))).findings.filter(
      ({ rule }) => rule === 'P8',
    );
    expect(own).toEqual([]); // item 1 stands beside it on 1.1
    const items = [makeItem(1), makeObservation(2, { producedOn: '2020-01-10' })];
    const claims = [...base.claims.filter(({ itemId }) => itemId !== 'item-2'), makeClaim(2, 'K07')];
    const { findings } = evaluate(makeFacts({ ...rpl, items, claims }));
    expect(findings.find(({ rule }) => rule === 'P8')).toMatchObject({
      mend: 'add_current_evidence',
      params: { target: ['K07'], months: 24 },
    });
  });
});
