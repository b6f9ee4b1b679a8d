import { useState } from 'react';
import { useWords } from '../i18n/words';
import { type Evidence } from '../uploads/upload-evidence';
import { FileChoice } from '../viewer/file-choice';
import { FileView } from '../viewer/file-view';
import { evidenceWords } from './evidence-words';
import css from './item.module.css';

/** What the evidence consists of, one file at a time, to be looked at where the browser can show it. */
export function Preview({ item }: { item: Evidence }) {
  const say = useWords(evidenceWords);
  const [chosen, setChosen] = useState<string | null>(null);
  const { files } = item;
  const file = files.find(({ id }) => id === chosen) ?? files[0];
  return (
    <section className={css.preview} aria-label={say.content}>
      {item.deletion && <p>{say.deletedNote}</p>}
      {item.statement && <p className={css.statement}>{item.statement}</p>}
      {item.url && (
        <a href={item.url} target="_blank" rel="noreferrer noopener">
          {item.url}
        </a>
      )}
      <FileChoice files={files} chosen={file} onChoose={setChosen} />
      {file && <FileView key={file.id} evidenceId={item.id} file={file} />}
    </section>
  );
}
