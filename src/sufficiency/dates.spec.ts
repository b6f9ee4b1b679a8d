import { addDays, addMonths, dayIn, endOfDay, isDate, startOfDay } from './dates.js';

describe('dates', () => {
  test.each([
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2100-02-29', false],
    ['2026-04-31', false],
    ['2026-00-10', false],
    ['2026-01-00', false],
    ['2026-1-1', false],
    ['2026-01-01T00:00:00Z', false],
    ['', false],
    [null, false],
  ])('%s is a day that exists: %s', (text, expected) => {
    expect(isDate(text)).toBe(expected);
  });

  test.each([
    ['2024-03-15', 24, '2026-03-15'],
    ['2024-02-29', 24, '2026-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2025-12-31', 2, '2026-02-28'],
    ['2026-03-15', -3, '2025-12-15'],
    ['2026-03-15', 0, '2026-03-15'],
    ['2026-03-15', 1e9, '9999-12-31'],
    ['2026-03-15', NaN, '0000-01-01'],
  ])('%s and %d months give %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });

  test.each([
    ['2026-03-14T15:59:59.999Z', 'Asia/Taipei', '2026-03-14'],
    ['2026-03-14T16:00:00.000Z', 'Asia/Taipei', '2026-03-15'],
    ['2026-03-14T16:00:00.000Z', 'UTC', '2026-03-14'],
    ['no moment', 'Asia/Taipei', null],
  ])('%s in %s falls on %s', (instant, zone, expected) => {
    expect(dayIn(zone, instant)).toBe(expected);
  });

  test('a day in Taipei runs from 16:00 UTC to 16:00 UTC', () => {
    expect(startOfDay('Asia/Taipei', '2026-03-15')).toBe('2026-03-14T16:00:00.000Z');
    expect(endOfDay('Asia/Taipei', '2026-03-15')).toBe('2026-03-15T16:00:00.000Z');
    expect(endOfDay('Asia/Taipei', '2028-02-28')).toBe(startOfDay('Asia/Taipei', '2028-02-29'));
    expect(startOfDay('Asia/Taipei', '2026-02-30')).toBeNull();
  });

  test('a day on which clocks go forward is an hour short', () => {
    expect(startOfDay('Europe/Berlin', '2026-03-29')).toBe('2026-03-28T23:00:00.000Z');
    expect(endOfDay('Europe/Berlin', '2026-03-29')).toBe('2026-03-29T22:00:00.000Z');
  });
});

describe('addDays', () => {
  test.each([
    ['2026-03-15', 0, '2026-03-15'],
    ['2026-12-15', 30, '2027-01-14'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-03-01', -1, '2026-02-28'],
    ['9999-12-31', 1, '9999-12-31'],
  ])('%s and %i days give %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
  });
});
