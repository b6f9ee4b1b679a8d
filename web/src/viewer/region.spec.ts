import { between, middle, moved, resized, turned } from './region';

const region = { x: 0.1, y: 0.2, width: 0.3, height: 0.1 };

describe('a region', () => {
  it('has two corners in any order, and stays on the page', () => {
    expect(between({ x: 0.5, y: 0.1 }, { x: -0.2, y: 0.4 })).toEqual({ x: 0, y: 0.1, width: 0.5, height: 0.3 });
    expect(between({ x: 1, y: 1 }, { x: 1, y: 1 })).toEqual({ x: 0.99, y: 0.99, width: 0.01, height: 0.01 });
  });

  it('moves and grows as far as the page goes', () => {
    expect(moved(region, { x: 1, y: -1 })).toEqual({ ...region, x: 0.7, y: 0 });
    expect(resized(middle, { x: 1, y: -1 })).toEqual({ x: 0.3, y: 0.4, width: 0.7, height: 0.01 });
  });

  it('is the same part after it is turned and turned back', () => {
    expect(turned(region, 1)).toEqual({ x: 0.7, y: 0.1, width: 0.1, height: 0.3 });
    for (const quarters of [0, 1, 2, 3]) expect(turned(turned(region, quarters), -quarters)).toEqual(region);
  });
});
