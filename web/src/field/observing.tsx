import { useState } from 'react';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Clock } from './clock';
import { Details } from './details';
import { Finish } from './finish';
import { writeDown } from './kept/entries';
import { type Content, type Entry } from './kept/entry';
import { type KeptDocument, type KeptSitting, type Taken } from './kept/taken';
import { Photos } from './photos';
import { Questions } from './questions';
import { SittingNotice } from './sitting';
import css from './strip.module.css';
import { Targets } from './targets';
import { Trouble } from './trouble';
import { fieldWords } from './words';

/** Writes down a change; answers whether the device kept it. */
export type Keep = (change: (entry: Entry) => Partial<Content>) => Promise<boolean>;

/** An observation that is being written down. What the screen shows of it is on the disk. */
export function Observing({
  entry,
  own,
  document,
  sittings,
  onQueued,
}: {
  entry: Entry;
  own: Taken;
  document: KeptDocument;
  sittings: readonly KeptSitting[];
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
      return true;
    } catch {
      setFailed(true);
      return false;
    }
  };
  return (
    <>
      <div className={css.head}>
        <Clock entry={entry} />
        <Button
          onClick={() => void keep(({ endedAt }) => ({ endedAt: endedAt === null ? new Date().toISOString() : null }))}
        >
          {entry.endedAt === null ? say.stop : say.goOn}
        </Button>
        <a href="#photos" className={css.link}>
          {say.photos}
        </a>
        <a href="#finish" className={css.link}>
          {say.toFinish}
        </a>
        <span className={css.keptAt}>{say.kept(format.time(entry.changedAt))}</span>
      </div>
      {failed && <Notice tone="gap" title={say.keepFailed} />}
      <Trouble entry={entry} />
      {entry.sitting && <SittingNotice sitting={entry.sitting} />}
      {entry.form === 'questioning' ? (
        <Questions entry={entry} own={own} document={document} keep={keep} />
      ) : (
        <Targets entry={entry} own={own} document={document} keep={keep} />
      )}
      <Photos entry={entry} adding={adding} onAdding={setAdding} onFailed={() => setFailed(true)} />
      <Details entry={entry} document={document} sittings={sittings} keep={keep} />
      <Finish entry={entry} adding={adding} onQueued={onQueued} />
    </>
  );
}
