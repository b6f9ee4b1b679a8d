import { useState } from 'react';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Clock } from './clock';
import { Details } from './details';
import css from './field.module.css';
import { Finish } from './finish';
import { writeDown } from './kept/entries';
import { type Content, type Entry } from './kept/entry';
import { type KeptDocument, type Taken } from './kept/taken';
import { Photos } from './photos';
import { Questions } from './questions';
import { Targets } from './targets';
import { Trouble } from './trouble';
import { fieldWords } from './words';

export type Keep = (change: (entry: Entry) => Partial<Content>) => Promise<void>;

/** An observation that is being written down. What the screen shows of it is on the disk. */
export function Observing({
  entry,
  own,
  document,
  onQueued,
}: {
  entry: Entry;
  own: Taken;
  document: KeptDocument;
  onQueued: () => void;
}) {
  const say = useWords(fieldWords);
  const format = useFormats();
  const [failed, setFailed] = useState(false);
  const [adding, setAdding] = useState(false);
  const keep: Keep = async (change) => {
    try {
      await writeDown(entry.id, change);
      setFailed(false);
    } catch {
      setFailed(true);
      throw new Error('Not kept');
    }
  };
  return (
    <>
      <div className={css.head}>
        <strong>{entry.candidateName}</strong>
        <Clock entry={entry} />
        <Button
          onClick={() => void keep(({ endedAt }) => ({ endedAt: endedAt === null ? new Date().toISOString() : null }))}
        >
          {entry.endedAt === null ? say.stop : say.goOn}
        </Button>
        <a href="#photos" className={css.toFinish}>
          {say.photos}
        </a>
        <a href="#finish" className={css.toFinish}>
          {say.finish}
        </a>
        <span className={css.soft}>{say.kept(format.time(entry.changedAt))}</span>
      </div>
      {failed && <Notice tone="gap" title={say.keepFailed} />}
      <Trouble entry={entry} />
      {entry.form === 'questioning' ? (
        <Questions entry={entry} own={own} document={document} keep={keep} />
      ) : (
        <Targets entry={entry} own={own} document={document} keep={keep} />
      )}
      <Photos entry={entry} adding={adding} onAdding={setAdding} onFailed={() => setFailed(true)} />
      <Details entry={entry} document={document} keep={keep} />
      <Finish entry={entry} adding={adding} onQueued={onQueued} />
    </>
  );
}
