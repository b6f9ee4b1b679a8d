import { useEffect, useRef, useState } from 'react';
import { Problem } from '../api/client';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { Button } from '../ui/button';
import { Notice, ProblemNotice } from '../ui/notice';
import { forget, type Remembered } from './remembered';
import { type Standing, takeBack } from './send-file';
import css from './unfinished.module.css';
import { isSame, useBegun } from './use-begun';
import { uploadWords } from './words';

/**
 * Files that were begun on this device, did not arrive whole, and could not be kept here. A page may not open a file by
 * itself again, so it says to choose it once more; those that were chosen are not told of any longer.
 */
export function Unfinished({
  assessmentId,
  itemId,
  chosen,
}: {
  assessmentId: string;
  /** Where files are added to evidence that is there. */
  itemId?: string;
  chosen: readonly File[];
}) {
  const say = useWords(uploadWords);
  const [dropped, setDropped] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const told = useRef<HTMLParagraphElement>(null);
  // The button that had the focus is gone.
  useEffect(() => told.current?.focus(), [dropped]);
  const left = useBegun(assessmentId).filter(
    ({ file }) => file.itemId === itemId && !chosen.some((one) => isSame(one, file)),
  );
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
