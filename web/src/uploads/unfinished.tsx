import { useQueries } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Problem } from '../api/client';
import { keyOf } from '../api/use-api';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { Button } from '../ui/button';
import { Notice, ProblemNotice } from '../ui/notice';
import { forget, type Remembered, rememberedFor } from './remembered';
import { type Standing, standingOf, takeBack } from './send-file';
import css from './unfinished.module.css';
import { uploadWords } from './words';

const isSame = (file: File, { name, size, modified }: Remembered): boolean =>
  file.name === name && file.size === size && file.lastModified === modified;

/**
 * Files that were begun on this device and did not arrive whole. A page may not open a file by itself again, so it says
 * to choose it once more; those that were chosen are not told of any longer.
 */
export function Unfinished({ assessmentId, chosen }: { assessmentId: string; chosen: readonly File[] }) {
  const say = useWords(uploadWords);
  const [begun, setBegun] = useState(() => rememberedFor(assessmentId));
  const [dropped, setDropped] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const told = useRef<HTMLParagraphElement>(null);
  // The button that had the focus is gone.
  useEffect(() => told.current?.focus(), [dropped]);
  const standings = useQueries({
    queries: begun.map(({ id }) => ({
      queryKey: keyOf('/api/uploads/{id}', { id }),
      queryFn: () => standingOf(id),
    })),
  });
  const left = begun.flatMap((file, i) => {
    const standing = standings[i]?.data;
    return standing && !standing.usedFor && !chosen.some((one) => isSame(one, file)) ? [{ file, standing }] : [];
  });
  const drop = async (file: Remembered): Promise<void> => {
    try {
      await takeBack(file.id);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
      return;
    }
    forget(assessmentId, { ...file, lastModified: file.modified });
    setProblem(null);
    setBegun((all) => all.filter(({ id }) => id !== file.id));
    setDropped(file.name);
  };
  return (
    <>
      {dropped && (
        <p ref={told} tabIndex={-1} role="status">
          {say.dropped(dropped)}
        </p>
      )}
      {problem && <ProblemNotice problem={problem} />}
      {left.length > 0 && (
        <Notice tone="wait" title={say.unfinished}>
          <p>{say.goOn}</p>
          <ul className={css.list}>
            {left.map(({ file, standing }) => (
              <Row key={file.id} standing={standing} onDrop={() => void drop(file)} />
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

function Row({ standing, onDrop }: { standing: Standing; onDrop: () => void }) {
  const say = useWords(uploadWords);
  const { size, day } = useFormats();
  const { name, received, expiresAt } = standing;
  return (
    <li className={css.row}>
      <div>
        <div className={css.name}>{name}</div>
        <div className={css.about}>
          {say.arrived(size(received), size(standing.size))} · {say.until(day(expiresAt))}
        </div>
      </div>
      <Button small onClick={onDrop} aria-label={say.dropNamed(name)}>
        {say.drop}
      </Button>
    </li>
  );
}
