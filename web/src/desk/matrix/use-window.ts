import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Sizes of the parts of the grid, in pixels; the style sheet says the same. */
export interface Sizes {
  head: number;
  row: number;
  lead: number;
  column: number;
}

interface Seen {
  top: number;
  left: number;
  height: number;
  width: number;
}

export interface Range {
  from: number;
  to: number;
}

/** Rows and columns kept around those in sight. */
const spare = 4;
/** So many come and go at once: most frames of a scroll then change nothing. */
const stride = 4;

const rangeOf = (start: number, length: number, size: number, count: number): Range => ({
  from: Math.max(0, Math.floor(start / size) - spare),
  to: Math.min(count, Math.ceil((start + length) / size) + spare),
});

/** What is in sight, in steps of several rows and columns. */
function measured(element: HTMLDivElement | null, { row, column }: Sizes, before: Seen): Seen {
  if (!element) return before;
  const { scrollTop, scrollLeft, clientHeight, clientWidth } = element;
  const [down, across] = [row * stride, column * stride];
  const seen: Seen = {
    top: Math.floor(scrollTop / down) * down,
    left: Math.floor(scrollLeft / across) * across,
    height: clientHeight + down,
    width: clientWidth + across,
  };
  const isSame = (Object.keys(seen) as (keyof Seen)[]).every((side) => seen[side] === before[side]);
  return isSame ? before : seen;
}

/** Whether the page is about to be printed. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const tell = ({ type }: Event): void => flushSync(() => setPrinting(type === 'beforeprint'));
    window.addEventListener('beforeprint', tell);
    window.addEventListener('afterprint', tell);
    return () => {
      window.removeEventListener('beforeprint', tell);
      window.removeEventListener('afterprint', tell);
    };
  }, []);
  return printing;
}

/** Which rows and columns of a large grid are in sight (and a few around them): only those are in the page, until it is printed. */
export function useWindow(
  frame: RefObject<HTMLDivElement | null>,
  sizes: Sizes,
  rowCount: number,
  columnCount: number,
) {
  const [seen, setSeen] = useState<Seen>({ top: 0, left: 0, height: 700, width: 1400 });
  const look = (): void => setSeen((before) => measured(frame.current, sizes, before));
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const changed = (): void => setSeen((before) => measured(element, sizes, before));
    const watch = new ResizeObserver(changed);
    watch.observe(element);
    element.addEventListener('scroll', changed, { passive: true });
    return () => {
      watch.disconnect();
      element.removeEventListener('scroll', changed);
    };
  }, [frame, sizes]);
  const printing = usePrinting();
  const rows = printing ? { from: 0, to: rowCount } : rangeOf(seen.top, seen.height, sizes.row, rowCount);
  const columns = printing ? { from: 0, to: columnCount } : rangeOf(seen.left, seen.width, sizes.column, columnCount);
  useLayoutEffect(() => {
    const style = frame.current?.style;
    style?.setProperty('--above', `${rows.from * sizes.row}px`);
    style?.setProperty('--below', `${(rowCount - rows.to) * sizes.row}px`);
    style?.setProperty('--before', `${columns.from * sizes.column}px`);
    style?.setProperty('--all', `${sizes.lead + columnCount * sizes.column}px`);
  }, [frame, rows.from, rows.to, columns.from, rowCount, columnCount, sizes]);
  return { rows, columns, look };
}
