import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { Button } from '../ui/button';
import { type Saving } from './draft';
import css from './third-party.module.css';
import { thirdPartyWords } from './words';

/** Whether what was written is safe; it stays in sight at the foot of the page. */
export function SaveState({
  saving,
  answered,
  asked,
  onReload,
}: {
  saving: Saving;
  answered: number;
  asked: number;
  onReload: () => void;
}) {
  const say = useWords(thirdPartyWords);
  const { time } = useFormats();
  const isConflict = saving.state === 'failed' && saving.problem.status === 412;
  const text = (): string => {
    if (saving.state === 'saved') return say.saved(time(saving.at));
    if (saving.state !== 'failed') return say[saving.state];
    if (saving.problem.offline) return say.offline;
    return isConflict ? say.conflict : `${say.failed}: ${saving.problem.message}`;
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
        <span>{say.progress(answered, asked)}</span>
      )}
    </div>
  );
}
