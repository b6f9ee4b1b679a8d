import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useWords } from '../i18n/words';
import { Button } from '../ui/button';
import { Actions } from '../ui/form';
import { Notice } from '../ui/notice';
import { Unfinished } from '../uploads/unfinished';
import { useBegun } from '../uploads/use-begun';
import { type Upload, useUploads } from '../uploads/use-uploads';
import { ChooseFiles } from './choose-files';
import { evidenceWords } from './evidence-words';
import css from './hand-in.module.css';
import { evidencePaths } from './types';
import { UploadRow } from './upload-row';

const nothing = { fields: {}, requestId: null };

/** More files for what was handed in, as long as nobody has declared it. They go on after a break as new evidence does. */
export function AddFiles({
  assessmentId,
  itemId,
  onBack,
}: {
  assessmentId: string;
  itemId: string;
  /** Told where something was under way when the page was closed: it is to be seen. */
  onBack: () => void;
}) {
  const say = useWords(evidenceWords);
  const queries = useQueryClient();
  const { uploads, isBusy, isRead, choose, drop, stop, send, read } = useUploads(assessmentId, itemId);
  const open = uploads.filter(({ state }) => state !== 'received');
  const isBegun = useBegun(assessmentId).some(({ file }) => file.itemId === itemId);
  const isBack = isBegun || uploads.length > 0;
  const isDone = uploads.length > 0 && open.length === 0;
  const start = async (chosen: readonly Upload[]): Promise<void> => {
    if (chosen.length === 0) return;
    await send(chosen, ({ before }) => before ?? nothing);
    await Promise.all(evidencePaths.map((path) => queries.invalidateQueries({ queryKey: [path] })));
  };
  useEffect(() => {
    void read().then(start);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when the page is opened
  }, []);
  useEffect(() => {
    if (isBack) onBack();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only where it turns out so
  }, [isBack]);
  const chosen = open.filter(({ state }) => state === 'chosen');
  const count = chosen.reduce((sum, { files }) => sum + files.length, 0);
  return (
    <div className={css.form}>
      {isRead && <Unfinished {...{ assessmentId, itemId }} chosen={uploads.flatMap(({ files }) => files)} />}
      <ChooseFiles lead={say.addFilesHelp} onChoose={choose} />
      {open.length > 0 && (
        <ul className={css.list}>
          {open.map((one) => (
            <li key={one.id}>
              <UploadRow
                upload={one}
                onDrop={(file) => drop(one.id, file)}
                onStop={() => stop(one.id)}
                onRetry={() => void start([one])}
              />
            </li>
          ))}
        </ul>
      )}
      {isDone && <Notice tone="met" title={say.added} />}
      {(count > 0 || isBusy) && (
        <Actions>
          <Button kind="primary" busy={isBusy} onClick={() => void start(chosen)}>
            {isBusy ? say.adding : say.addThese(count)}
          </Button>
        </Actions>
      )}
    </div>
  );
}
