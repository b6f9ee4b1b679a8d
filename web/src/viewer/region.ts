import { type Region } from './place';

export interface Point {
  x: number;
  y: number;
}

/** Smaller than this nobody can see or hit it. */
const least = 0.01;
/** Where a region begins that keys make. */
export const middle: Region = { x: 0.3, y: 0.4, width: 0.4, height: 0.2 };

const within = (value: number, most: number): number => Math.min(Math.max(0, value), Math.max(0, most));
const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;

/** Inside the page, and exact to a fraction of a pixel; its edges are what is rounded, so that it stays inside. */
function fitted({ x, y, width, height }: Region): Region {
  const w = Math.min(Math.max(least, width), 1);
  const h = Math.min(Math.max(least, height), 1);
  const left = rounded(within(x, 1 - w));
  const top = rounded(within(y, 1 - h));
  const right = Math.min(1, rounded(left + w));
  const bottom = Math.min(1, rounded(top + h));
  return { x: left, y: top, width: rounded(right - left), height: rounded(bottom - top) };
}

/** The rectangle with these two corners. */
export function between(one: Point, other: Point): Region {
  const [x, y] = [within(Math.min(one.x, other.x), 1), within(Math.min(one.y, other.y), 1)];
  const [right, bottom] = [within(Math.max(one.x, other.x), 1), within(Math.max(one.y, other.y), 1)];
  return fitted({ x, y, width: right - x, height: bottom - y });
}

export function moved(region: Region, by: Point): Region {
  return fitted({ ...region, x: region.x + by.x, y: region.y + by.y });
}

/** Wider and higher by so much, as far as the page goes. */
export function resized({ x, y, width, height }: Region, by: Point): Region {
  return fitted({ x, y, width: within(width + by.x, 1 - x), height: within(height + by.y, 1 - y) });
}

/** The same part of what is shown once that was turned to the right so many times by a quarter. */
export function turned(region: Region, quarters: number): Region {
  const times = ((quarters % 4) + 4) % 4;
  let { x, y, width, height } = region;
  for (let i = 0; i < times; i += 1) [x, y, width, height] = [1 - y - height, x, height, width];
  return fitted({ x, y, width, height });
}
