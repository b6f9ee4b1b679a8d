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

const spare = 6;

const rangeOf = (start: number, length: number, size: number, count: number): Range => ({
  from: Math.max(0, Math.floor(start / size) - spare),
  to: Math.min(count, Math.ceil((start + length) / size) + spare),
});

function measured(element: HTMLDivElement | null, before: Seen): Seen {
  if (!element) return before;
  const { scrollTop: top, scrollLeft: left, clientHeight: height, clientWidth: width } = element;
  const same = before.top === top && before.left === left && before.height === height && before.width === width;
  return same ? before : { top, left, height, width };
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
  const look = (): void => setSeen((before) => measured(frame.current, before));
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const changed = (): void => setSeen((before) => measured(element, before));
    const watch = new ResizeObserver(changed);
    watch.observe(element);
    element.addEventListener('scroll', changed, { passive: true });
    return () => {
      watch.disconnect();
      element.removeEventListener('scroll', changed);
    };
  }, [frame]);
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
