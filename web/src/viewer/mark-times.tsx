import { useState } from 'react';
import { useWords } from '../i18n/words';
import { Button } from '../ui/button';
import { TextField } from '../ui/form';
import { MarkBar } from './mark-bar';
import { useMarking } from './marking';
import { clockOf, secondsOf } from './times';
import css from './viewer.module.css';
import { viewerWords } from './words';

/** What is marked of a recording, and what marks the time that it is at; null where nobody marks places. */
export function useTimes(fileId: string, now: () => number) {
  const marking = useMarking();
  if (!marking) return null;
  const mark = marking.mark?.fileId === fileId ? marking.mark : null;
  const set = (from: number | undefined, to: number | undefined): void => {
    if (from === undefined && to === undefined) return marking.setMark(null);
    // The end of a span needs its beginning, and comes after it.
    const [begins, ends] = to !== undefined && from !== undefined && to < from ? [to, from] : [from ?? 0, to];
    marking.setMark({ fileId, from: begins, ...(ends !== undefined && { to: ends }) });
  };
  return {
    mark,
    set,
    fromHere: () => {
      const from = Math.floor(now());
      set(from, mark?.to !== undefined && mark.to > from ? mark.to : undefined);
    },
    toHere: () => set(mark?.from, Math.ceil(now())),
    clear: () => marking.setMark(null),
  };
}

type Times = NonNullable<ReturnType<typeof useTimes>>;

/** Marks a span of a recording while it plays, or by writing its times down. */
export function MarkTimes({ times: { mark, set, fromHere, toHere, clear } }: { times: Times }) {
  const say = useWords(viewerWords);
  const [typed, setTyped] = useState<{ from?: string; to?: string }>({});
  const shown = (end: 'from' | 'to'): string => typed[end] ?? (mark?.[end] === undefined ? '' : clockOf(mark[end]));
  const isTime = (text: string | undefined): boolean => !text || secondsOf(text) !== undefined;
  /** A time counts once it is written; what is no time stays to be put right. */
  const settle = (end: 'from' | 'to'): void => {
    const text = typed[end];
    if (text === undefined || !isTime(text)) return;
    const seconds = secondsOf(text);
    set(end === 'from' ? seconds : mark?.from, end === 'to' ? seconds : mark?.to);
    setTyped({ ...typed, [end]: undefined });
  };
  const press = (act: () => void) => (): void => {
    setTyped({});
    act();
  };
  return (
    <MarkBar mark={mark} onClear={press(clear)}>
      <Button small onClick={press(fromHere)} aria-keyshortcuts="I">
        {say.fromHere}
        <kbd>I</kbd>
      </Button>
      <Button small onClick={press(toHere)} aria-keyshortcuts="O">
        {say.toHere}
        <kbd>O</kbd>
      </Button>
      {(['from', 'to'] as const).map((end) => (
        <div key={end} className={css.time}>
          <TextField
            name={end}
            label={say[end]}
            hint={!isTime(typed[end]) && say.noTime}
            inputMode="numeric"
            value={shown(end)}
            onChange={(event) => setTyped({ ...typed, [end]: event.target.value })}
            onBlur={() => settle(end)}
          />
        </div>
      ))}
    </MarkBar>
  );
}
