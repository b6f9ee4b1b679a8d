import { type ReactNode, useEffect, useRef } from 'react';
import { useWords } from '../i18n/words';
import { Button } from '../ui/button';
import { type Place } from './place';
import { usePlaceText } from './place-text';
import { type RegionMarking } from './use-region';
import css from './viewer.module.css';
import { viewerWords } from './words';

/** What marks places in what is shown, and what is marked of it. */
export function MarkBar({ mark, onClear, children }: { mark: Place | null; onClear: () => void; children: ReactNode }) {
  const say = useWords(viewerWords);
  const textOf = usePlaceText();
  const bar = useRef<HTMLDivElement>(null);
  const clear = (): void => {
    // The button goes with the mark; the focus stays with those that mark anew.
    bar.current?.querySelector('button')?.focus();
    onClear();
  };
  return (
    <div ref={bar} role="group" aria-label={say.marking} className={css.bar}>
      {children}
      <span role="status" className={css.said}>
        {mark && say.marked(textOf(mark))}
      </span>
      {mark && (
        <Button small onClick={clear}>
          {say.clearMark}
        </Button>
      )}
    </div>
  );
}

/** Marks a page as a whole, or a region of it. */
export function RegionBar({ marking, page }: { marking: RegionMarking; page?: number }) {
  const say = useWords(viewerWords);
  const { canMark, mark, drawing, setDrawing, markPage, clear } = marking;
  const button = useRef<HTMLSpanElement>(null);
  const drew = useRef(false);
  useEffect(() => {
    // Who leaves the page by a key comes back to where they went in.
    if (drew.current && !drawing && document.activeElement === document.body)
      button.current?.querySelector('button')?.focus();
    drew.current = drawing;
  }, [drawing]);
  if (!canMark) return null;
  return (
    <>
      <MarkBar
        mark={mark}
        onClear={() => {
          setDrawing(false);
          clear();
        }}
      >
        <span ref={button}>
          <Button small aria-pressed={drawing} onClick={() => setDrawing(!drawing)}>
            {drawing ? say.endRegion : say.markRegion}
          </Button>
        </span>
        {page !== undefined && (
          <Button small onClick={markPage}>
            {say.markPage}
          </Button>
        )}
      </MarkBar>
      {drawing && <p className={css.hint}>{say.drawingHelp}</p>}
    </>
  );
}
