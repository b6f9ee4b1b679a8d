import { useEffect, useState } from 'react';
import { useWords } from '../i18n/words';
import { Notice } from '../ui/notice';
import { uiWords } from '../ui/words';
import { decode } from './decode';
import { type Shown } from './place';
import css from './viewer.module.css';
import { viewerWords } from './words';

const most = 100_000;

/** The words of a text file, or its beginning. */
export function TextFile({ address, file }: Shown) {
  const say = useWords(viewerWords);
  const ui = useWords(uiWords);
  const [read, setRead] = useState<ReturnType<typeof decode> | 'failed' | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    fetch(address, { signal: leaving.signal, headers: { Range: `bytes=0-${most - 1}` } })
      .then((answer) => (answer.ok ? answer.arrayBuffer() : Promise.reject(new Error(String(answer.status)))))
      .then(
        (bytes) => setRead(decode(new Uint8Array(bytes))),
        () => leaving.signal.aborted || setRead('failed'),
      );
    return () => leaving.abort();
  }, [address]);
  if (read === 'failed') return <Notice tone="wait" title={say.textFailed} />;
  if (!read) return <p role="status">{ui.loading}</p>;
  return (
    <>
      {read.encoding === 'big5' && <p className={css.hint}>{say.big5}</p>}
      {read.encoding === 'unknown' && <p className={css.hint}>{say.unknownText}</p>}
      <pre className={css.text} tabIndex={0} role="region" aria-label={file.name}>
        {read.text}
      </pre>
      {file.size > most && <p>{say.tooLong}</p>}
    </>
  );
}
