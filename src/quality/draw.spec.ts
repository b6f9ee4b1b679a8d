import { sha256 } from '../common/ids.js';
import { draw, type Drawable, type DrawPlan, lotOf, lotPercent, reasonsOf } from './draw.js';
import { explainDraw } from './explain-draw.js';

const none = { newAssessor: 0, newUnit: 0, complaint: 0, firstVerdicts: 0 };
const plan = (changes: Partial<DrawPlan> = {}): DrawPlan => ({
  seed: '000102030405060708090a0b0c0d0e0f',
  basePercent: 10,
  minimum: 0,
  risk: none,
  thresholds: { newAssessor: 5, newUnit: 5, firstVerdicts: 3 },
  ...changes,
});
const usual = { verdictsOfAssessor: 50, verdictsOfUnit: 50, verdictsOfAssessorWithUnit: 50, complaint: false };
const one = (number: number, changes: Partial<Drawable> = {}): Drawable => ({
  assessmentId: `assessment-${number}`,
  ...usual,
  ...changes,
});
const many = (count: number) => Array.from({ length: count }, (_, number) => one(number));
const ids = (drawn: readonly { assessmentId: string }[]) => drawn.map(({ assessmentId }) => assessmentId);
const nobody: ReadonlySet<string> = new Set();

describe('a draw', () => {
  it('gives the same sample for the same seed, in whatever order the verdicts come', () => {
    const first = draw(plan(), many(500), nobody);
    expect(draw(plan(), many(500).reverse(), nobody)).toEqual(first);
    expect(ids(draw(plan({ seed: 'ff'.repeat(16) }), many(500), nobody))).not.toEqual(ids(first));
  });

  it('can be drawn again by anybody from the seed and SHA-256 alone', () => {
    const { seed } = plan();
    const own = many(500)
      .map(({ assessmentId }) => ({ assessmentId, lot: sha256(seed + assessmentId) }))
      .sort((a, b) => (a.lot < b.lot ? -1 : 1))
      .filter(({ lot }) => Number(`0x${lot.slice(0, 12)}`) / 2 ** 48 < 0.1);
    expect(own.length).toBeGreaterThan(20);
    expect(ids(draw(plan(), many(500), nobody))).toEqual(ids(own));
  });

  it('comes near its percentage, and takes all at 100 and none at 0', () => {
    expect(draw(plan(), many(10_000), nobody).length / 10_000).toBeCloseTo(0.1, 1);
    expect(draw(plan({ basePercent: 100 }), many(300), nobody)).toHaveLength(300);
    expect(draw(plan({ basePercent: 0 }), many(300), nobody)).toEqual([]);
  });

  it('keeps what was drawn earlier, whatever is decided later', () => {
    const first = ids(draw(plan(), many(200), nobody));
    const later = draw(plan(), many(400), new Set(first));
    expect(ids(later).filter((id) => first.includes(id))).toEqual([]);
    expect([...first, ...ids(later)].sort()).toEqual(ids(draw(plan(), many(400), nobody)).sort());
  });

  it('makes up the least number by the next lots, once', () => {
    const drawn = draw(plan({ basePercent: 0, minimum: 3 }), many(20), nobody);
    const order = many(20).sort((a, b) =>
      lotOf(plan().seed, a.assessmentId) < lotOf(plan().seed, b.assessmentId) ? -1 : 1,
    );
    expect(ids(drawn)).toEqual(ids(order.slice(0, 3)));
    expect(drawn.map(({ rank, reasons }) => [rank, reasons])).toEqual(
      [1, 2, 3].map((rank) => [rank, [{ reason: 'minimum', percent: null }]]),
    );
    expect(draw(plan({ basePercent: 0, minimum: 3 }), many(40), new Set(ids(drawn)))).toEqual([]);
    expect(draw(plan({ basePercent: 0, minimum: 30 }), many(4), nobody)).toHaveLength(4);
    expect(draw(plan({ minimum: 3 }), [], nobody)).toEqual([]);
  });

  it('has lots from 0 to below 100', () => {
    expect(lotPercent('0'.repeat(64))).toBe(0);
    expect(lotPercent('f'.repeat(64))).toBeLessThan(100);
    expect(lotPercent(`8${'0'.repeat(63)}`)).toBe(50);
  });
});

describe('the risk of a verdict', () => {
  const risk = { newAssessor: 100, newUnit: 50, complaint: 100, firstVerdicts: 30 };
  it.each<[string, Partial<Drawable>, string[]]>([
    ['nothing but the base', {}, ['基本抽樣：10%']],
    ['a new assessor', { verdictsOfAssessor: 4 }, ['基本抽樣：10%', '新評量者，之前的判定不到 5 件：100%']],
    ['no new assessor after the fifth verdict', { verdictsOfAssessor: 5 }, ['基本抽樣：10%']],
    ['a new unit', { verdictsOfUnit: 0 }, ['基本抽樣：10%', '新單元，機構之前的判定不到 5 件：50%']],
    ['an appeal', { complaint: true }, ['基本抽樣：10%', '曾提出申覆：100%']],
    [
      'first verdicts on a unit',
      { verdictsOfAssessorWithUnit: 2 },
      ['基本抽樣：10%', '評量者在這個單元的前 3 件判定：30%'],
    ],
  ])('is %s', (_, changes, words) => {
    const all = plan({ risk });
    expect(explainDraw(all, reasonsOf(all, one(1, changes)), 'zh-TW')).toEqual(words);
  });

  it('is said in English too', () => {
    const all = plan({ risk, minimum: 7 });
    expect(explainDraw(all, reasonsOf(all, one(1, { verdictsOfAssessor: 0, complaint: true })), 'en')).toEqual([
      'Base sample: 10%',
      'New assessor, with fewer than 5 verdicts before: 100%',
      'An appeal was filed: 100%',
    ]);
    expect(explainDraw(all, [{ reason: 'minimum', percent: null }], 'en')).toEqual(['Makes up the least number of 7']);
  });

  it('draws whatever its highest percentage draws', () => {
    const risky = many(50).map((each) => ({ ...each, complaint: true }));
    expect(draw(plan({ risk }), risky, nobody)).toHaveLength(50);
  });

  it('is left out where its percentage is 0', () => {
    expect(reasonsOf(plan(), one(1, { complaint: true, verdictsOfUnit: 0 }))).toEqual([
      { reason: 'base', percent: 10 },
    ]);
  });
});
