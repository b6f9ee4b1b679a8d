import { useState } from 'react';
import { useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { Checkbox, TextField, textIn } from '../../ui/form';
import css from './bench.module.css';
import { type Look, type Place } from './place';
import { clockOf, secondsOf } from './times';
import { judgingWords } from './words';

/** The page that is looked at, or the times of a recording, as the place where something shows. */
export function MarkPlace({ seen, look }: { seen: Place; look: Look }) {
  const say = useWords(judgingWords);
  const [from, setFrom] = useState(seen.from === undefined ? '' : clockOf(seen.from));
  const [to, setTo] = useState('');
  if (seen.page !== undefined) {
    return <Checkbox name="markPage" label={say.markPage(String(seen.page))} defaultChecked />;
  }
  if (seen.from === undefined) return null;
  const now = (): string => clockOf(look.now().from ?? 0);
  return (
    <div className={css.times}>
      <TextField name="from" label={say.from} value={from} onChange={(event) => setFrom(event.target.value)} optional />
      <Button small onClick={() => setFrom(now())} aria-label={`${say.from}：${say.now}`}>
        {say.now}
      </Button>
      <TextField name="to" label={say.to} value={to} onChange={(event) => setTo(event.target.value)} optional />
      <Button small onClick={() => setTo(now())} aria-label={`${say.to}：${say.now}`}>
        {say.now}
      </Button>
    </div>
  );
}

/** The place that the form says; undefined where it marks none. */
export function placeFrom(data: FormData, seen: Place): Place | undefined {
  const page = data.get('markPage') === null ? undefined : seen.page;
  const from = secondsOf(textIn(data, 'from'));
  const to = secondsOf(textIn(data, 'to'));
  const note = textIn(data, 'note');
  if (page === undefined && from === undefined && to === undefined && note === undefined) return undefined;
  return { fileId: seen.fileId, page, from, to, note };
}
