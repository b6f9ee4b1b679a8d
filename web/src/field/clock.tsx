import { useEffect, useState } from 'react';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { type Entry } from './kept/entry';
import css from './strip.module.css';
import { fieldWords } from './words';

/** How long it has been going on. It counts from when it began, so that a tablet that slept is right too. */
export function Clock({ entry: { startedAt, endedAt } }: { entry: Entry }) {
  const say = useWords(fieldWords);
  const format = useFormats();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (endedAt) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [endedAt]);
  const seconds = Math.max(0, Math.floor(((endedAt ? Date.parse(endedAt) : now) - Date.parse(startedAt)) / 1000));
  const two = (value: number): string => String(value).padStart(2, '0');
  return (
    <div className={css.clock} role="timer" aria-label={say.elapsed}>
      <strong>
        {two(Math.floor(seconds / 3600))}:{two(Math.floor(seconds / 60) % 60)}:{two(seconds % 60)}
      </strong>
      <span>
        {format.time(startedAt)}
        {endedAt && `–${format.time(endedAt)}`}
      </span>
    </div>
  );
}
