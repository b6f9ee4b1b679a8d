import { breakLines } from './lines.js';
import { styles } from './theme.js';

const broken = (text: string, width: number): string[] =>
  breakLines([{ text, style: styles.body }], width).map(({ pieces }) =>
    pieces.flatMap(({ row }) => row.map((cluster) => cluster.text)).join(''),
  );

describe('breaking lines', () => {
  it('breaks between Chinese characters', () => {
    expect(broken('一二三四五六七', 30)).toEqual(['一二三', '四五六', '七']);
  });

  it('never begins a line with closing punctuation nor ends one with an opening bracket', () => {
    expect(broken('一二三，四', 30)).toEqual(['一二', '三，四']);
    expect(broken('一二「三四', 30)).toEqual(['一二', '「三四']);
  });

  it('keeps words whole where they fit', () => {
    expect(broken('customer service', 60)).toEqual(['customer ', 'service']);
  });

  it('breaks a word that no line can hold', () => {
    const lines = broken('a'.repeat(100), 60);
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.join('')).toBe('a'.repeat(100));
  });

  it('breaks at every kind of line end and keeps empty lines', () => {
    expect(broken('一\r\n二\n\n三\u2028四', 300)).toEqual(['一', '二', '', '三', '四']);
  });

  it('gives one empty line for an empty text', () => {
    expect(broken('', 30)).toEqual(['']);
  });

  it('makes no line wider than asked, unless a single character is', () => {
    const text = '評量者 judged「證據 12」：https://example.tw/a/very/long/path，並於 2026-03-02 採認。'.repeat(20);
    const lines = breakLines([{ text, style: styles.body }], 120);
    const trailing = styles.body.size * 0.3;
    lines.forEach(({ width }) => expect(width).toBeLessThanOrEqual(120 + trailing));
    expect(lines.flatMap(({ pieces }) => pieces.flatMap(({ row }) => row.map((c) => c.text))).join('')).toBe(text);
  });
});
