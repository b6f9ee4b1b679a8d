import { csv } from './csv.js';

const line = (value: string): string =>
  csv(['一'], [[value]])
    .split('\r\n')
    .slice(1, -1)
    .join('\r\n');

describe('a table for spreadsheets', () => {
  it.each([
    ['=1+1', `"'=1+1"`],
    ['  @SUM(A1)', `"'  @SUM(A1)"`],
    ['\t-2+3', `"'\t-2+3"`],
    ['＝HYPERLINK("x")', `"'＝HYPERLINK(""x"")"`],
    ['+886 2 1234', `"'+886 2 1234"`],
  ])('runs nothing: %j', (given, written) => {
    expect(line(given)).toBe(written);
  });

  it.each([
    ['甲, 乙', '"甲, 乙"'],
    ['說「"好"」', '"說「""好""」"'],
    ['兩\r\n行', '"兩\r\n行"'],
    ['𠮷田', '𠮷田'],
    ['1.1', '1.1'],
  ])('keeps text as it is: %j', (given, written) => {
    expect(line(given)).toBe(written);
  });

  it('leaves numbers, yes and no to be counted, and nothing empty', () => {
    expect(csv(['a', 'b', 'c', 'd'], [[-1, true, null, undefined]])).toBe('\uFEFFa,b,c,d\r\n-1,true,,\r\n');
  });
});
