import { agreementOf, tableOf } from './agreement.js';

type Table = readonly (readonly number[])[];

describe('agreement', () => {
  it.each<[string, Table, number, number, [number, number]]>([
    [
      'Fleiss, Levin & Paik, Statistical Methods for Rates and Proportions, 3rd ed. 2003, table 18.1',
      [
        [75, 1, 4],
        [5, 4, 1],
        [0, 0, 10],
      ],
      0.676,
      0.088,
      [0.504, 0.848],
    ],
    [
      'SAS/STAT user’s guide, PROC FREQ, example “Cohen’s kappa coefficient”: two dermatologists, 88 patients',
      [
        [10, 4, 1, 0],
        [5, 10, 12, 2],
        [2, 4, 12, 5],
        [0, 2, 6, 13],
      ],
      0.3449,
      0.0724,
      [0.203, 0.4868],
    ],
    [
      'R package vcd, Kappa(SexualFun), data of Agresti, Categorical Data Analysis, 1990',
      [
        [7, 7, 2, 3],
        [2, 8, 3, 7],
        [1, 5, 4, 9],
        [2, 8, 9, 14],
      ],
      0.1293,
      0.0686,
      [-0.0051, 0.2638],
    ],
  ])('is as published: %s', (_, table, value, standardError, [lower, upper]) => {
    const { kappa } = agreementOf(table);
    const digits = String(value).length > 5 ? 3 : 2;
    expect(kappa!.value).toBeCloseTo(value, digits);
    expect(kappa!.standardError).toBeCloseTo(standardError, digits);
    expect(kappa!.interval[0]).toBeCloseTo(lower, digits);
    expect(kappa!.interval[1]).toBeCloseTo(upper, digits);
  });

  it('allows for chance: 35 of 50 the same, where half would be by chance, is 0.4', () => {
    const { observed, kappa, n } = agreementOf([
      [20, 5],
      [10, 15],
    ]);
    expect([n, observed]).toEqual([50, 0.7]);
    expect(kappa!.value).toBeCloseTo(0.4, 12);
  });

  it.each<[string, Table, number | null, string]>([
    [
      'without pairs',
      [
        [0, 0],
        [0, 0],
      ],
      null,
      'too_few_pairs',
    ],
    [
      'for one pair',
      [
        [0, 1],
        [0, 0],
      ],
      0,
      'too_few_pairs',
    ],
    [
      'where both always say the same one thing',
      [
        [7, 0],
        [0, 0],
      ],
      1,
      'no_variation',
    ],
  ])('has no kappa %s', (_, table, observed, reason) => {
    expect(agreementOf(table)).toMatchObject({ observed, kappa: null, undefinedBecause: reason });
  });

  it('is 1 with no error where two differ in nothing, and 0 where one never varies', () => {
    expect(
      agreementOf([
        [5, 0],
        [0, 5],
      ]).kappa,
    ).toEqual({ value: 1, standardError: 0, interval: [1, 1] });
    expect(
      agreementOf([
        [5, 5],
        [0, 0],
      ]).kappa!.value,
    ).toBe(0);
  });

  it('goes below zero where two contradict each other, and its interval stays within -1 and 1', () => {
    const { kappa } = agreementOf([
      [0, 5],
      [5, 0],
    ]);
    expect(kappa!.value).toBe(-1);
    for (const table of [
      [
        [1, 0],
        [1, 1],
      ],
      [
        [0, 1],
        [1, 1],
      ],
      [
        [2, 1],
        [0, 3],
      ],
    ]) {
      const [lower, upper] = agreementOf(table).kappa!.interval;
      expect(lower).toBeGreaterThanOrEqual(-1);
      expect(upper).toBeLessThanOrEqual(1);
      expect(lower).toBeLessThanOrEqual(upper);
    }
  });

  it('counts pairs in the order of the categories', () => {
    const pairs = [
      ['yes', 'no'],
      ['yes', 'no'],
      ['no', 'no'],
    ] as const;
    expect(tableOf(pairs, ['yes', 'no'])).toEqual([
      [0, 2],
      [0, 1],
    ]);
  });
});
