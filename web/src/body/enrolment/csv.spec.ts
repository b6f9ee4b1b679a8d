import { linesOf } from './columns';
import { parseCsv, toCsv } from './csv';

const cellsOf = (text: string): string[][] => parseCsv(text).map(({ cells }) => cells);

describe('a table of people to enrol', () => {
  it('may come from Excel, a spreadsheet or an editor', () => {
    expect(cellsOf('\uFEFFa,b\r\n1,2\r\n')).toEqual([['a', 'b'], ['1', '2']]); // prettier-ignore
    expect(cellsOf('a\tb\n1\t2')).toEqual([['a', 'b'], ['1', '2']]); // prettier-ignore
    expect(cellsOf('a;b\n1;2')).toEqual([['a', 'b'], ['1', '2']]); // prettier-ignore
  });

  it('keeps quoted separators, quotes and lines, and knows on which line a row began', () => {
    const rows = parseCsv('a,b\n"1,\n""x""",2\n\n3,4');
    expect(rows.map(({ line, cells }) => [line, ...cells])).toEqual([
      [1, 'a', 'b'],
      [2, '1,\n"x"', '2'],
      [5, '3', '4'],
    ]);
  });

  it('is written so that no cell runs as a formula, and reads the same again', () => {
    const written = toCsv([['姓名', '＝1+1'], ['王,"小"明', '-2']]); // prettier-ignore
    expect(written).toContain(`"'＝1+1"`);
    expect(cellsOf(written)).toEqual([['姓名', `'＝1+1`], ['王,"小"明', `'-2`]]); // prettier-ignore
  });

  it('is read by what its columns mean, in any order, whatever stands behind their names', () => {
    const table = linesOf(parseCsv('Email,姓名（必填）,單元代碼,評量者\nx@y.tw,甲,KMM,z@y.tw'));
    expect(table).toEqual({
      lines: [
        {
          line: 2,
          name: '甲',
          email: 'x@y.tw',
          unit: 'KMM',
          assessor: 'z@y.tw',
          pathway: '',
          cohort: '',
          workplace: '',
        },
      ],
    });
    expect(linesOf(parseCsv('姓名,班別\n甲,乙'))).toEqual({ missing: ['email', 'unit', 'assessor'] });
  });
});
