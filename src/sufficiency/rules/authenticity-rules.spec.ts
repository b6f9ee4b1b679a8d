import {
  hashOf,
  makeClaim,
  makeFacts,
  makeItem,
  makeObservation,
  makeReport,
  verdictAt,
} from '../../../test/factories/facts.js';
import { evaluate } from '../evaluate.js';
import { explain } from '../explain.js';
import { type AssessmentFacts, type ItemFact, type ReportFact } from '../facts.js';
import { type EvaluatedRuleId } from '../finding.js';

const justAfter = '2026-03-15T04:00:00.001Z';
const base = makeFacts();

function findingsOf(rule: EvaluatedRuleId, changes: Partial<AssessmentFacts>) {
  return evaluate(makeFacts(changes)).findings.filter((finding) => finding.rule === rule);
}

/** What a rule finds, as `problem → mend # items @ targets`, `!` where it refuses `competent`. */
function check(rule: EvaluatedRuleId, changes: Partial<AssessmentFacts>) {
  return findingsOf(rule, changes).map(({ problem, mend, items, targets, refuses }) => {
    const where = `# ${items.join(' ')} @ ${targets.join(' ')}`;
    return `${problem} → ${mend} ${where}${refuses.includes('competent') ? ' !' : ''}`;
  });
}

/** The base facts with the only document changed so. */
const document = (item: Partial<ItemFact>) => ({ items: [makeItem(1, item), makeObservation(2)] });
type Row = [name: string, item: Partial<ItemFact>, expected: string[]];
const offered = '# item-1 @ 1.1 1.2 KA1';

describe('A2: group work states the candidate’s part', () => {
  const unstated = [`part_unstated → state_part ${offered} !`];
  test.each<Row>([
    ['passes with the part stated', { groupWork: true, candidatePart: '撰寫第二章' }, []],
    ['asks nothing of work done alone', { candidatePart: null }, []],
    ['finds group work without it', { groupWork: true }, unstated],
    ['finds a blank part', { groupWork: true, candidatePart: ' \u3000\n' }, unstated],
    ['passes over a withdrawn item', { groupWork: true, withdrawnAt: verdictAt }, []],
  ])('%s', (_, item, expected) => {
    expect(check('A2', document(item))).toEqual(expected);
  });

  test('such an item does not count, and its targets say what would mend it', () => {
    const { counting, results } = evaluate(makeFacts(document({ groupWork: true })));
    expect(counting.get('claim-1-1.2')).toMatchObject({ counts: false, why: ['part_unstated'] });
    expect(results.get('1.2')?.steps).toMatchObject([{ mend: 'state_part', items: ['item-1'] }]);
  });
});

describe('A3: a third-party report is complete and by a third party', () => {
  /** The base facts with a report that the assessor received, accepted for a knowledge item. */
  const reported = (report: Partial<ReportFact> | null, item: Partial<ItemFact> = {}): Partial<AssessmentFacts> => {
    const form = 'third_party_report';
    const signed = { signedAt: verdictAt, files: [], supervised: null };
    const whole = report && makeReport(report);
    const third = makeItem(3, {
      form,
      producedBy: 'third_party',
      submittedBy: 'lead',
      ...signed,
      report: whole,
      ...item,
    });
    return { items: [...base.items, third], claims: [...base.claims, makeClaim(3, 'K07')] };
  };
  const incomplete = ['report_incomplete → complete_report # item-3 @ K07'];
  const byParty = ['report_by_party → other_reporter # item-3 @ K07'];

  test.each<[name: string, report: Partial<ReportFact> | null, expected: string[]]>([
    ['passes with everything', {}, []],
    ['passes with a period of one day', { periodFrom: '2026-02-28', periodTo: '2026-02-28' }, []],
    ['passes without an e-mail address', { email: null }, []],
    ['finds no name', { name: null }, incomplete],
    ['finds a blank name', { name: ' \u3000' }, incomplete],
    ['finds no post', { post: null }, incomplete],
    ['finds no relation', { relation: '' }, incomplete],
    ['finds no beginning of the period', { periodFrom: null }, incomplete],
    ['finds no end of the period', { periodTo: null }, incomplete],
    ['finds a period that ends before it begins', { periodFrom: '2026-03-01', periodTo: '2026-02-28' }, incomplete],
    ['finds a day that does not exist', { periodTo: '2026-02-30' }, incomplete],
    ['finds no date', { reportedOn: null }, incomplete],
    ['finds no contact', { contact: null }, incomplete],
    ['finds a file that says nothing of its author', null, incomplete],
    ['finds the candidate by name', { name: '林 小美' }, byParty],
    ['finds the candidate by e-mail', { email: 'Candidate@Example.tw' }, byParty],
    ['finds the candidate by contact', { contact: '信箱：ｃａｎｄｉｄａｔｅ@example.tw' }, byParty],
    ['finds an assessor by name', { name: 'name  OF lead' }, byParty],
    ['finds an assessor by contact', { contact: 'tel. 02-1234, lead@example.tw' }, byParty],
    ['passes with somebody who shares a name but says where they are', { name: '林小美（稽核室）' }, []],
    ['finds both at once', { name: '林小美', post: null }, [...incomplete, ...byParty]],
  ])('%s', (_, report, expected) => {
    expect(check('A3', reported(report))).toEqual(expected);
  });

  test.each(['candidate', 'assessor'] as const)('finds a report made by the %s', (producedBy) => {
    expect(check('A3', reported({}, { producedBy }))).toEqual(byParty);
  });

  test('an assessor who left is still one, and a verifier is none', () => {
    const [lead] = base.assessors;
    const left = { ...lead!, userId: 'left', email: 'left@example.tw', endedAt: '2026-03-02T00:00:00.000Z' };
    const verifier = { ...lead!, userId: 'v', email: 'v@example.tw', name: '陳審查', duty: 'verifier' as const };
    const assessors = [lead!, left, verifier];
    expect(check('A3', { ...reported({ email: 'left@example.tw' }), assessors })).toEqual(byParty);
    expect(check('A3', { ...reported({ email: 'v@example.tw', name: '陳審查' }), assessors })).toEqual([]);
  });

  test('a candidate whose name is not known is nobody’s likeness', () => {
    expect(check('A3', { ...reported({ email: '' }), candidate: { name: '', email: '' } })).toEqual([]);
  });

  test('such a report does not count, and is mended before it is judged again', () => {
    const { counting, results } = evaluate(makeFacts(reported({ name: '林小美', contact: null })));
    expect(counting.get('claim-3-K07')?.why).toEqual(['report_incomplete', 'report_by_party']);
    expect(results.get('K07')?.steps.map(({ mend }) => mend)).toEqual(['complete_report', 'other_reporter']);
  });

  test('says in words what is missing, in the order it is asked for', () => {
    const [one] = findingsOf('A3', reported({ periodTo: null, post: null }));
    expect(explain(one!, 'zh-TW').problem).toContain('：職稱、所述期間的起訖日，因此不採計。');
    expect(explain(one!, 'en').problem).toContain('wrongly: post, first and last day of the period reported on.');
    const [all] = findingsOf('A3', reported(null));
    expect(explain(all!, 'zh-TW').problem).toContain(
      '報告人姓名、職稱、與受評者的關係、所述期間的起訖日、報告日期、聯絡方式',
    );
  });
});

describe('A5: of a copy, the original was sighted', () => {
  const unsighted = [`copy_unsighted → sight_original ${offered}`];
  test.each<Row>([
    ['asks nothing of an original', {}, []],
    [
      'passes when sighted at the very moment of the verdict',
      { copy: true, sighted: { by: 'lead', at: verdictAt } },
      [],
    ],
    ['finds a copy nobody sighted', { copy: true }, unsighted],
    ['finds a sighting after the verdict', { copy: true, sighted: { by: 'lead', at: justAfter } }, unsighted],
    [
      'takes the candidate’s own sighting for none',
      { copy: true, sighted: { by: 'candidate', at: verdictAt } },
      unsighted,
    ],
    ['passes over a withdrawn copy', { copy: true, withdrawnAt: verdictAt }, []],
  ])('%s', (_, item, expected) => {
    expect(check('A5', document(item))).toEqual(expected);
  });

  test('warns only: the copy counts', () => {
    const { counting, competentRefused } = evaluate(makeFacts(document({ copy: true })));
    expect(counting.get('claim-1-1.2')?.counts).toBe(true);
    expect(competentRefused).toEqual([]);
  });
});

describe('A6: unsupervised writing is confirmed in conversation', () => {
  const unconfirmed = [`writing_unconfirmed → confirm_in_conversation ${offered}`];
  const alone = { supervised: null };
  test.each<Row>([
    ['passes when supervised', {}, []],
    ['finds a document written unseen', alone, unconfirmed],
    ['finds a written statement', { ...alone, form: 'text', files: [] }, unconfirmed],
    ['finds a spreadsheet', { ...alone, form: 'spreadsheet' }, unconfirmed],
    ['asks nothing of a video', { ...alone, form: 'video' }, []],
    ['asks nothing of what others wrote', { ...alone, producedBy: 'organisation' }, []],
    ['takes supervision by the candidate for none', { supervised: { by: 'candidate', at: verdictAt } }, unconfirmed],
    ['finds supervision recorded after the verdict', { supervised: { by: 'lead', at: justAfter } }, unconfirmed],
    ['passes when an observation confirms it', { ...alone, confirmedBy: ['item-2'] }, []],
    ['finds a confirmation by nothing that is there', { ...alone, confirmedBy: ['item-9', '__proto__'] }, unconfirmed],
    ['finds a document that would confirm itself', { ...alone, confirmedBy: ['item-1'] }, unconfirmed],
    ['asks nothing of what does not count', { ...alone, declaredAt: null }, []],
  ])('%s', (_, item, expected) => {
    expect(check('A6', document(item))).toEqual(expected);
  });

  test.each<[name: string, record: Partial<ItemFact>, expected: string[]]>([
    ['a signed questioning record', { form: 'questioning' }, []],
    ['a record not signed yet', { signedAt: null }, unconfirmed],
    ['a record signed after the verdict', { signedAt: justAfter }, unconfirmed],
    ['a withdrawn record', { withdrawnAt: verdictAt }, unconfirmed],
    ['a record that the candidate handed in', { submittedBy: 'candidate', declaredAt: verdictAt }, unconfirmed],
    ['the report of a third party', { form: 'third_party_report', report: makeReport() }, unconfirmed],
  ])('weighs the confirmation by %s', (_, record, expected) => {
    const items = [makeItem(1, { ...alone, confirmedBy: ['item-2'] }), makeObservation(2, record)];
    expect(check('A6', { items })).toEqual(expected);
  });

  test('reports all such items at once, and only the claims that count', () => {
    const items = [makeItem(1, alone), makeObservation(2), makeItem(3, alone)];
    const claims = [...base.claims, makeClaim(3, '1.2'), makeClaim(3, 'K07', { judgements: [] })];
    const [finding, ...others] = findingsOf('A6', { items, claims });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      items: ['item-1', 'item-3'],
      targets: ['1.1', '1.2', 'KA1'],
      claims: ['claim-1-1.1', 'claim-1-1.2', 'claim-1-KA1', 'claim-3-1.2'],
      params: { count: 2, numbers: [1, 3] },
      refuses: [],
    });
  });
});

describe('R2: other people’s personal data is redacted or justified', () => {
  const file = (seed: number, redactionOf: string | null = null) => ({ sha256: hashOf(seed), size: 1, redactionOf });
  const open = [`others_data_open → redact_or_justify ${offered}`];
  const others = { othersData: true };
  test.each<Row>([
    ['asks nothing where there is none', {}, []],
    ['passes with a reason', { ...others, othersDataReason: '客戶已書面同意' }, []],
    ['passes with a redacted copy of every file', { ...others, files: [file(1), file(2, hashOf(1))] }, []],
    ['finds neither', others, open],
    ['finds a blank reason', { ...others, othersDataReason: ' \n' }, open],
    ['finds one file left as it was', { ...others, files: [file(1), file(2, hashOf(1)), file(3)] }, open],
    ['finds a redaction of something else', { ...others, files: [file(1), file(2, hashOf(9))] }, open],
    ['finds words without a file', { ...others, form: 'text', files: [] }, open],
    ['passes over a withdrawn item', { ...others, withdrawnAt: verdictAt }, []],
  ])('%s', (_, item, expected) => {
    expect(check('R2', document(item))).toEqual(expected);
  });

  test('warns only: the item counts', () => {
    expect(evaluate(makeFacts(document(others))).competentRefused).toEqual([]);
  });
});
