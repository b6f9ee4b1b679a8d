import { useState } from 'react';
import { pageHeaders, Problem, problemOf } from '../api/client';
import { useWords } from '../i18n/words';
import { Button } from '../ui/button';
import { ProblemNotice } from '../ui/notice';
import css from './account.module.css';
import { accountWords } from './words';

/** Everything that is kept about me, as a file. */
export function Export() {
  const say = useWords(accountWords);
  const [state, setState] = useState<'idle' | 'busy' | 'done'>('idle');
  const [problem, setProblem] = useState<Problem | null>(null);
  const start = async (): Promise<void> => {
    setState('busy');
    setProblem(null);
    try {
      await download();
      setState('done');
    } catch (error) {
      setState('idle');
      setProblem(error instanceof Problem ? error : new Problem(0, 'offline', ''));
    }
  };
  return (
    <>
      <h3>{say.exportTitle}</h3>
      <p>{say.exportHelp}</p>
      {problem && <ProblemNotice problem={problem} />}
      <div>
        <Button busy={state === 'busy'} onClick={() => void start()}>
          {say.export}
        </Button>
      </div>
      <p role="status" className={css.soft}>
        {state === 'busy' ? say.exporting : state === 'done' && say.exported}
      </p>
    </>
  );
}

/** What changes the log must be asked for by POST, so that a plain link cannot do it. */
async function download(): Promise<void> {
  const answer = await fetch('/api/me/export', { method: 'POST', headers: pageHeaders(), credentials: 'same-origin' });
  if (!answer.ok) throw await problemOf(answer);
  const name = /filename="?([^";]+)"?/.exec(answer.headers.get('Content-Disposition') ?? '')?.[1] ?? 'touchstone.zip';
  const address = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
