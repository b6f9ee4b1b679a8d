import { type ReactNode } from 'react';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { Button } from '../ui/button';
import { type Saving } from './draft';
import css from './save-state.module.css';
import { draftWords } from './words';

/** Whether what was written is safe; it stays in sight at the foot of the page. */
export function SaveState({
  saving,
  onReload,
  children,
}: {
  saving: Saving;
  /** Reads again what was changed elsewhere. */
  onReload: () => void;
  /** Beside it, while nothing has to be done about it. */
  children?: ReactNode;
}) {
  const say = useWords(draftWords);
  const { time } = useFormats();
  const isConflict = saving.state === 'failed' && saving.problem.status === 412;
  const text = (): string => {
    if (saving.state === 'saved') return say.saved(time(saving.at));
    if (saving.state !== 'failed') return say[saving.state];
    if (saving.problem.offline) return say.offline;
    return isConflict ? say.conflict : say.failed(saving.problem.errors[0]?.detail ?? saving.problem.message);
  };
  return (
    <div className={css.saving}>
      <span role="status" data-state={saving.state}>
        {text()}
      </span>
      {isConflict ? (
        <Button small onClick={onReload}>
          {say.reload}
        </Button>
      ) : (
        children
      )}
    </div>
  );
}
