import { useSaveFile } from '../api/save-file';
import { useWords } from '../i18n/words';
import { Button } from '../ui/button';
import { ProblemNotice } from '../ui/notice';
import css from './account.module.css';
import { accountWords } from './words';

/** Everything that is kept about me, as a file. */
export function Export() {
  const say = useWords(accountWords);
  const { state, problem, save } = useSaveFile();
  return (
    <>
      <h3>{say.exportTitle}</h3>
      <p>{say.exportHelp}</p>
      {problem && <ProblemNotice problem={problem} />}
      <div>
        <Button
          busy={state === 'busy'}
          onClick={() => void save('/api/me/export', { method: 'POST', accept: 'application/zip' })}
        >
          {say.export}
        </Button>
      </div>
      <p role="status" className={css.soft}>
        {state === 'busy' ? say.exporting : state === 'done' && say.exported}
      </p>
    </>
  );
}
