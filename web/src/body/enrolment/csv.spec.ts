import { linesOf } from './columns';
import { parseCsv, toCsv } from './csv';
import { decoded } from './decoded';

const big5 = Buffer.from('a96da657', 'hex'); // 姓名

const cellsOf = (text: string): string[][] => parseCsv(text).map(({ cells }) => cells);

describe('a table of people to enrol', () => {
  it('may come from Excel, a spreadsheet or an editor', () => {
    expect(cellsOf('\uFEFFa,b\r\n1,2\r\n')).toEqual([['a', 'b'], ['1', '2']]); // prettier-ignore
    expect(cellsOf('a\tb\n1\t2')).toEqual([['a', 'b'], ['1', '2']]); // prettier-ignore
    expect(cellsOf('a;b\n1;2')).toEqual([['a', 'b'], ['1', '2']]); // prettier-ignore
  });

  it('is read whichever way Excel wrote it, and not where it is no text', () => {
    const bytes = (buffer: Buffer): ArrayBuffer => Uint8Array.from(buffer).buffer;
    expect(decoded(bytes(Buffer.from('\uFEFF姓名')))).toEqual({ text: '姓名', encoding: 'utf-8' });
    expect(decoded(bytes(Buffer.from('\uFEFF姓名', 'utf16le')))).toEqual({ text: '姓名', encoding: 'utf-16le' });
    expect(decoded(bytes(big5))).toEqual({ text: '姓名', encoding: 'big5' });
    expect(decoded(bytes(Buffer.from('PK\x03\x04\xff\xff\x00\x00', 'latin1')))).toBeUndefined();
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
