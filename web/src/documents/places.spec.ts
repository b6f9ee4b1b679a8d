import { placesOf } from './places';

const found = (source: string, ...texts: string[]): (string | undefined)[] => {
  const items = texts.map((text, index) => ({ ref: `${index}`, text }));
  const { pieces } = placesOf(source, items);
  expect(pieces.map(({ text }) => text).join('')).toBe(source);
  return items.map(({ ref }) => pieces.find((piece) => piece.ref === ref)?.text);
};

describe('where items stand in a source', () => {
  it('is found past what the reader repaired: spaces, punctuation, tags', () => {
    expect(found('<td>P1 依據 組織政策，\n以專業</td>', '依據組織政策,以專業')).toEqual(['依據 組織政策，\n以專業']);
  });

  it('goes on behind the one before, so that equal texts have a place each', () => {
    const { pieces } = placesOf('甲 同文 乙 同文', [
      { ref: 'a', text: '同文' },
      { ref: 'b', text: '同文' },
    ]);
    expect(pieces.map(({ text, ref }) => [text, ref])).toEqual([
      ['甲 ', undefined],
      ['同文', 'a'],
      [' 乙 ', undefined],
      ['同文', 'b'],
    ]);
  });

  it('is looked for from the beginning where the order differs, and left out where nothing fits', () => {
    expect(found('前項 後項', '後項', '前項', '沒有')).toEqual(['後項', '前項', undefined]);
  });

  it('counts characters of two code units as one letter of two', () => {
    expect(found('姓名：𠮷田，職稱', '𠮷田', '職稱')).toEqual(['𠮷田', '職稱']);
  });
});
