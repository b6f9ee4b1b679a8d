import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { Outline } from './outline';
import { type Region } from './place';
import { between, middle, moved, type Point, resized } from './region';
import css from './viewer.module.css';
import { viewerWords } from './words';

const step = 0.01;
const steps: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -step, y: 0 },
  ArrowRight: { x: step, y: 0 },
  ArrowUp: { x: 0, y: -step },
  ArrowDown: { x: 0, y: step },
};

const far = (a: Point, b: Point): boolean => Math.abs(a.x - b.x) > step || Math.abs(a.y - b.y) > step;

/** Where a pointer is, in fractions of what it is over. */
function pointOf({ currentTarget, clientX, clientY }: PointerEvent): Point {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  return { x: (clientX - left) / width, y: (clientY - top) / height };
}

interface Drawing {
  region: Region | null;
  onRegion: (region: Region) => void;
  onLeave: () => void;
}

/**
 * Lies over a page or a picture to mark a part of it: by dragging, by pressing one corner and then the other, or by
 * arrow keys.
 */
export function RegionLayer({ region, onRegion, onLeave }: Drawing) {
  const say = useWords(viewerWords);
  const { percent } = useFormats();
  const layer = useRef<HTMLDivElement>(null);
  const [corner, setCorner] = useState<Point | null>(null);
  const press = useRef<{ start: Point; began: Point; isSecond: boolean } | null>(null);
  useEffect(() => layer.current?.focus({ preventScroll: true }), []);

  const down = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const began = pointOf(event);
    press.current = { start: corner ?? began, began, isSecond: corner !== null };
    if (corner) onRegion(between(corner, began));
    else setCorner(began);
  };
  const move = (event: PointerEvent): void => {
    const { current } = press;
    const at = pointOf(event);
    if (current && (current.isSecond || far(current.began, at))) onRegion(between(current.start, at));
  };
  const up = (event: PointerEvent): void => {
    const { current } = press;
    press.current = null;
    // A press that went nowhere was the first corner.
    if (current && (current.isSecond || far(current.began, pointOf(event)))) setCorner(null);
  };
  const cancel = (): void => {
    press.current = null;
    setCorner(null);
  };
  const key = (event: KeyboardEvent): void => {
    const by = steps[event.key];
    const leaves = event.key === 'Escape' || event.key === 'Enter';
    if (event.key !== 'Tab') event.stopPropagation(); // here no letter judges
    if (!by && !leaves) return;
    event.preventDefault();
    setCorner(null);
    if (!by) onLeave();
    else if (!region) onRegion(middle);
    else onRegion(event.shiftKey ? resized(region, by) : moved(region, by));
  };
  const where =
    region && say.regionAt(percent(region.x), percent(region.y), percent(region.width), percent(region.height));
  return (
    <div
      ref={layer}
      role="application"
      tabIndex={0}
      aria-label={say.drawing}
      className={css.drawing}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={cancel}
      onKeyDown={key}
    >
      {corner && <Corner at={corner} />}
      <p role="status" className={css.unseen}>
        {corner ? say.otherCorner : where}
      </p>
    </div>
  );
}

function Corner({ at }: { at: Point }) {
  return <span className={css.corner} style={{ left: `${at.x * 100}%`, top: `${at.y * 100}%` }} />;
}

/** What is shown, with the region that was asked for, the one that is marked, and what marks it. */
export function Leaf({
  shown,
  label,
  drawing,
  children,
  ...layer
}: Drawing & { shown: Region | null; label: string; drawing: boolean; children: ReactNode }) {
  return (
    <>
      {children}
      {shown && <Outline region={shown} label={label} />}
      {layer.region && <Outline region={layer.region} marked />}
      {drawing && <RegionLayer {...layer} />}
    </>
  );
}
