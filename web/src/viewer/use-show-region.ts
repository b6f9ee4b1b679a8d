import { type RefObject, useEffect } from 'react';
import { type Region } from './place';

/** Scrolls what is larger than its frame to the region that is asked for, once that can be seen. */
export function useShowRegion(frame: RefObject<HTMLElement | null>, region: Region | null, ready: boolean): void {
  useEffect(() => {
    const sheet = frame.current;
    if (!sheet || !region || !ready) return;
    const middleOf = (start: number, length: number, whole: number): number => (start + length / 2) * whole;
    sheet.scrollTo({
      top: middleOf(region.y, region.height, sheet.scrollHeight) - sheet.clientHeight / 2,
      left: middleOf(region.x, region.width, sheet.scrollWidth) - sheet.clientWidth / 2,
    });
  }, [frame, region, ready]);
}
