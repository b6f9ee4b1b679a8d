import { type Spot, step } from './moves';

const press = (key: string, from: Spot, far = false): Spot | undefined =>
  step({ key, ctrlKey: far, metaKey: false }, from, 60, 300, 10);

describe('moving in the matrix', () => {
  it('goes one step, and stays inside', () => {
    expect(press('ArrowDown', { row: 0, column: 0 })).toEqual({ row: 1, column: 0 });
    expect(press('ArrowUp', { row: -1, column: 0 })).toEqual({ row: -1, column: 0 });
    expect(press('ArrowRight', { row: 0, column: 299 })).toEqual({ row: 0, column: 299 });
    expect(press('PageDown', { row: 55, column: 7 })).toEqual({ row: 59, column: 7 });
  });

  it('goes to the end with Control, and to the corner', () => {
    expect(press('ArrowDown', { row: 3, column: 5 }, true)).toEqual({ row: 59, column: 5 });
    expect(press('Home', { row: 3, column: 5 }, true)).toEqual({ row: -1, column: -1 });
    expect(press('End', { row: 3, column: 5 })).toEqual({ row: 3, column: 299 });
  });

  it('leaves other keys to others', () => {
    expect(press('a', { row: 3, column: 5 })).toBeUndefined();
  });
});
