import { Kept } from './kept.js';

describe('answers worked out before', () => {
  test('are given again under the same stamp only', () => {
    const kept = new Kept<string>(10);
    kept.put('a', '1', 'old');
    expect([kept.get('a', '1'), kept.get('a', '2'), kept.get('b', '1')]).toEqual(['old', undefined, undefined]);
    kept.put('a', '2', 'new');
    expect([kept.get('a', '1'), kept.get('a', '2')]).toEqual([undefined, 'new']);
  });

  test('make room by what was used least recently', () => {
    const kept = new Kept<number>(2);
    kept.put('a', '', 1);
    kept.put('b', '', 2);
    kept.get('a', '');
    kept.put('c', '', 3);
    expect(['a', 'b', 'c'].map((key) => kept.get(key, ''))).toEqual([1, undefined, 3]);
  });

  test('weigh what they are said to weigh, also when they take the place of another', () => {
    const kept = new Kept<number>(10);
    kept.put('a', '', 1, 6);
    kept.put('a', '', 2, 4);
    kept.put('b', '', 3, 6);
    expect([kept.get('a', ''), kept.get('b', '')]).toEqual([2, 3]);
    kept.put('huge', '', 4, 11);
    expect(['a', 'b', 'huge'].map((key) => kept.get(key, ''))).toEqual([undefined, undefined, undefined]);
  });
});
