import { type Line, matchVersions } from './match.js';

const line = (ref: string, text: string, type = 'criterion'): Line => ({ ref, code: ref, type, text });
const before = [line('1.1', '定期檢視客訴資料庫'), line('1.2', '依程序回覆客戶'), line('1.3', '保存處理紀錄')];

/** What became of each line, as `from → to (kind)`. */
function became(after: Line[], lines: Line[] = before): string[] {
  const { matches, added } = matchVersions(lines, after);
  const kept = matches.map(({ from, to, kind }) => `${from.ref} → ${to?.ref ?? '-'} (${kind})`);
  return [...kept, ...added.map(({ ref }) => `+ ${ref}`)];
}

describe('what the lines of a version have become in the next', () => {
  test.each<[string, Line[], string[]]>([
    ['nothing changed', before, ['1.1 → 1.1 (same)', '1.2 → 1.2 (same)', '1.3 → 1.3 (same)']],
    [
      'spaces and widths changed',
      [line('1.1', '定期 檢視\n客訴資料庫'), ...before.slice(1)],
      ['1.1 → 1.1 (same)', '1.2 → 1.2 (same)', '1.3 → 1.3 (same)'],
    ],
    [
      'two numbers were swapped',
      [line('1.2', '定期檢視客訴資料庫'), line('1.1', '依程序回覆客戶'), before[2]!],
      ['1.1 → 1.2 (same)', '1.2 → 1.1 (same)', '1.3 → 1.3 (same)'],
    ],
    [
      'a line was reworded and another put before it',
      [
        line('1.1', '認識服務規範'),
        line('1.2', '每月檢視客訴資料庫'),
        line('1.3', '依程序回覆客戶'),
        line('1.4', '保存處理紀錄'),
      ],
      ['1.1 → 1.2 (changed)', '1.2 → 1.3 (same)', '1.3 → 1.4 (same)', '+ 1.1'],
    ],
    [
      'a line was taken out',
      [before[0]!, line('1.2', '保存處理紀錄')],
      ['1.1 → 1.1 (same)', '1.2 → - (removed)', '1.3 → 1.2 (same)'],
    ],
    [
      'a number says something else now',
      [line('1.1', '完全不同的一件事'), ...before.slice(1)],
      ['1.1 → - (removed)', '1.2 → 1.2 (same)', '1.3 → 1.3 (same)', '+ 1.1'],
    ],
    [
      'the same words stand as another type',
      [line('K01', '定期檢視客訴資料庫', 'knowledge'), ...before.slice(1)],
      ['1.1 → - (removed)', '1.2 → 1.2 (same)', '1.3 → 1.3 (same)', '+ K01'],
    ],
    ['all of it is gone', [], ['1.1 → - (removed)', '1.2 → - (removed)', '1.3 → - (removed)']],
  ])('%s', (_, after, expected) => {
    expect(became(after)).toEqual(expected);
  });

  test('a text printed twice stays in its own places', () => {
    const twice = [line('B1/K01', '法規', 'knowledge'), line('B2/K01', '法規', 'knowledge')];
    expect(became([...twice].reverse(), twice)).toEqual(['B1/K01 → B1/K01 (same)', 'B2/K01 → B2/K01 (same)']);
  });

  test('a changed text says what was taken out and put in', () => {
    const { matches } = matchVersions(before, [line('1.1', '每月檢視客訴資料庫')]);
    expect(matches[0]!.changes).toEqual([
      { kind: 'removed', text: '定期' },
      { kind: 'added', text: '每月' },
      { kind: 'same', text: '檢視客訴資料庫' },
    ]);
  });
});
