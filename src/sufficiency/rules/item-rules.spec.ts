import {
  hashOf,
  makeClaim,
  makeFacts,
  makeItem,
  makeJudgement,
  makeObservation,
  verdictAt,
} from '../../../test/factories/facts.js';
import { evaluate } from '../evaluate.js';
import { type AssessmentFacts, type ItemFact } from '../facts.js';
import { type EvaluatedRuleId } from '../finding.js';

const base = makeFacts();

/** What a rule finds when the only document is changed so, as `problem → mend`, `!` where it refuses `competent`. */
function check(rule: EvaluatedRuleId, item: Partial<ItemFact>, changes: Partial<AssessmentFacts> = {}) {
  const { findings } = evaluate(makeFacts({ items: [makeItem(1, item), makeObservation(2)], ...changes }));
  return findings
    .filter((finding) => finding.rule === rule)
    .map(({ problem, mend, refuses }) => `${problem} → ${mend}${refuses.includes('competent') ? ' !' : ''}`);
}

type Row = [name: string, item: Partial<ItemFact>, expected: string[]];
const justAfter = '2026-03-15T04:00:00.001Z';

describe('A1: the candidate’s own items are declared authentic', () => {
  const undeclared = ['item_undeclared → declare_items !'];
  test.each<Row>([
    ['passes when declared at the very moment of the verdict', { declaredAt: verdictAt }, []],
    ['finds an item not declared', { declaredAt: null }, undeclared],
    ['finds an item declared after the verdict', { declaredAt: justAfter }, undeclared],
    [
      'finds what another made and the candidate handed in',
      { producedBy: 'organisation', declaredAt: null },
      undeclared,
    ],
    ['finds the candidate’s work that an assessor handed in', { submittedBy: 'lead', declaredAt: null }, undeclared],
    [
      'asks nothing of what others made and handed in',
      { producedBy: 'organisation', submittedBy: 'officer', declaredAt: null },
      [],
    ],
    ['passes over a withdrawn item', { declaredAt: null, withdrawnAt: verdictAt }, []],
  ])('%s', (_, item, expected) => {
    expect(check('A1', item)).toEqual(expected);
  });

  test('an undeclared item keeps its claims from counting, and S1 says what mends it', () => {
    const { results, counting } = evaluate(
      makeFacts({ items: [makeItem(1, { declaredAt: null }), makeObservation(2)] }),
    );
    expect(counting.get('claim-1-1.2')).toMatchObject({ counts: false, why: ['undeclared'] });
    expect(results.get('1.2')).toMatchObject({ met: false, state: 'insufficient', steps: [{ mend: 'declare_items' }] });
    expect(results.get('1.1')).toMatchObject({ met: true, countingClaims: ['claim-2-1.1'] });
  });

  test.each(['1.1', 'K07'])('an undeclared item that nothing required depends on (%s) refuses nothing', (target) => {
    const items = [...base.items, makeItem(3, { declaredAt: null })];
    const claims = [...base.claims, makeClaim(3, target)];
    const { findings, competentRefused } = evaluate(makeFacts({ items, claims }));
    const own = findings.filter(({ rule }) => rule === 'A1');
    expect(own).toMatchObject([{ severity: 'blocks', items: ['item-3'], refuses: [] }]);
    expect(competentRefused).toEqual([]);
  });
});

describe('A4: bytes are whole, known and counted once', () => {
  const missing = ['item_bytes_missing → receive_files_again !'];
  test.each<Row>([
    ['passes with a hash', {}, []],
    ['finds a file without a hash', { files: [{ sha256: '', size: 1 }] }, missing],
    [
      'finds one bad hash among good ones',
      {
        files: [
          { sha256: hashOf(1), size: 1 },
          { sha256: 'ABC', size: 1 },
        ],
      },
      missing,
    ],
    ['finds a document without a file', { files: [] }, missing],
    ['asks no file of a link', { form: 'link', files: [] }, []],
    ['asks no file of a written statement', { form: 'text', files: [] }, []],
    [
      'warns of the same bytes under another candidate',
      { alarms: [{ sha256: hashOf(1), otherAssessmentCount: 2 }] },
      ['same_bytes_elsewhere → compare_copies'],
    ],
  ])('%s', (_, item, expected) => {
    expect(check('A4', item)).toEqual(expected);
  });

  const copy = (changes: Partial<ItemFact> = {}) =>
    makeItem(3, { files: [{ sha256: hashOf(1), size: 1000 }], receivedAt: '2026-03-05T00:00:00.000Z', ...changes });
  const withCopy = (changes: Partial<ItemFact> = {}, target = '1.2') =>
    evaluate(makeFacts({ items: [...base.items, copy(changes)], claims: [...base.claims, makeClaim(3, target)] }));

  test('the same bytes twice count once for a target, the first received', () => {
    const { counting, findings, competentRefused } = withCopy();
    expect(counting.get('claim-1-1.2')?.counts).toBe(true);
    expect(counting.get('claim-3-1.2')).toMatchObject({ counts: false, why: ['same_bytes'] });
    expect(findings.filter(({ rule }) => rule === 'A4')).toMatchObject([
      { severity: 'warns', problem: 'same_bytes_twice', targets: ['1.2'], items: ['item-3'] },
    ]);
    expect(competentRefused).toEqual([]);
  });

  test('a copy counts for a target that the first item was not offered for', () => {
    expect(withCopy({}, 'K07').counting.get('claim-3-K07')?.counts).toBe(true);
  });

  test('an item with one new file beside a copied one counts', () => {
    const files = [hashOf(1), hashOf(9)].map((sha256) => ({ sha256, size: 1 }));
    expect(withCopy({ files }).counting.get('claim-3-1.2')?.counts).toBe(true);
  });

  test('an observation with a copied photo is still an observation', () => {
    const observed = makeObservation(3, { files: [{ sha256: hashOf(1), size: 1 }] });
    const facts = makeFacts({ items: [...base.items, observed], claims: [...base.claims, makeClaim(3, '1.2')] });
    expect(evaluate(facts).counting.get('claim-3-1.2')?.counts).toBe(true);
  });

  test('two claims of one item to one target are no copies of each other', () => {
    const claims = [...base.claims, makeClaim(1, '1.2', { id: 'page-7' })];
    expect(evaluate(makeFacts({ claims })).counting.get('page-7')?.counts).toBe(true);
  });

  test('a weaker copy received first gives way to the candidate’s own', () => {
    const { counting, results } = withCopy({ producedBy: 'organisation', receivedAt: '2026-02-01T00:00:00.000Z' });
    expect(counting.get('claim-3-1.2')?.why).toEqual(['same_bytes']);
    expect(results.get('1.2')?.met).toBe(true);
  });
});

describe('C1: produced_on is known, and produced ≤ received ≤ verdict', () => {
  test.each<Row>([
    ['passes when made on the day of receipt', { producedOn: '2026-03-01' }, []],
    ['finds an unknown day', { producedOn: null }, ['date_unknown → give_produced_on !']],
    ['finds a day that does not exist', { producedOn: '2026-02-29' }, ['date_unknown → give_produced_on !']],
    ['finds a day after receipt', { producedOn: '2026-03-02' }, ['made_after_receipt → correct_produced_on !']],
    [
      'passes just after midnight in Taipei, while UTC has the day before',
      { producedOn: '2026-03-02', receivedAt: '2026-03-01T16:00:00.000Z' },
      [],
    ],
    [
      'finds a day ahead just before midnight in Taipei',
      { producedOn: '2026-03-02', receivedAt: '2026-03-01T15:59:59.999Z' },
      ['made_after_receipt → correct_produced_on !'],
    ],
    ['passes when received at the very moment of the verdict', { receivedAt: verdictAt }, []],
    ['finds receipt after the verdict', { receivedAt: justAfter }, ['received_after_verdict → use_in_reassessment !']],
    ['passes over a withdrawn item', { producedOn: null, withdrawnAt: verdictAt }, []],
  ])('%s', (_, item, expected) => {
    expect(check('C1', item)).toEqual(expected);
  });
});

describe('C2: evidence is current on the verdict date', () => {
  const old = [
    'evidence_too_old → add_current_evidence !', // 1.2
    'evidence_too_old → add_current_evidence !', // KA1
  ];
  const at = (moment: string): Partial<AssessmentFacts> => ({ at: moment });
  test.each<[name: string, producedOn: string, changes: Partial<AssessmentFacts>, expected: string[]]>([
    ['passes at exactly 24 months', '2024-03-15', {}, []],
    ['finds evidence a day over', '2024-03-14', {}, old],
    [
      'measures the day in Taipei: still the 15th a moment before midnight',
      '2024-03-15',
      at('2026-03-15T15:59:59.999Z'),
      [],
    ],
    [
      'measures the day in Taipei: the 16th at midnight, though UTC has the 15th',
      '2024-03-15',
      at('2026-03-15T16:00:00.000Z'),
      old,
    ],
    ['takes 29 February to the last day of February', '2024-02-29', at('2026-02-28T04:00:00.000Z'), []],
    ['finds 29 February over on 1 March', '2024-02-29', at('2026-03-01T04:00:00.000Z'), old],
    [
      'takes the window from the settings',
      '2024-03-14',
      { settings: { ...base.settings, currencyWindowMonths: 36 } },
      [],
    ],
  ])('%s', (_, producedOn, changes, expected) => {
    const early = '2026-02-20T00:00:00.000Z';
    const judgements = [makeJudgement({ at: early })];
    const claims = base.claims.map((claim) => ({ ...claim, proposedAt: early, judgements }));
    const item = makeItem(1, { producedOn, receivedAt: early, declaredAt: early });
    const observed = makeObservation(2, { producedOn: '2026-02-20', receivedAt: early, signedAt: early });
    expect(check('C2', {}, { items: [item, observed], claims, ...changes })).toEqual(expected);
  });

  test('old evidence counts beside current evidence on the same target, and only there', () => {
    const { counting, findings } = evaluate(
      makeFacts({ items: [makeItem(1, { producedOn: '2019-05-01' }), makeObservation(2)] }),
    );
    expect(counting.get('claim-1-1.1')?.counts).toBe(true);
    expect(counting.get('claim-1-1.2')?.why).toEqual(['too_old']);
    expect(findings.filter(({ rule }) => rule === 'C2').map(({ targets }) => targets)).toEqual([['1.2'], ['KA1']]);
  });

  test('current evidence that does not count itself does not carry old evidence', () => {
    const items = [makeItem(1, { producedOn: '2019-05-01' }), makeObservation(2, { signedAt: null })];
    expect(evaluate(makeFacts({ items })).counting.get('claim-1-1.1')?.why).toEqual(['too_old']);
  });
});
