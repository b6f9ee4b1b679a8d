import { type ReactNode } from 'react';
import { type Problem } from '../api/client';
import { useWords } from '../i18n/words';
import { Button } from './button';
import { classes } from './classes';
import css from './notice.module.css';
import { uiWords } from './words';

export type Tone = 'gap' | 'met' | 'wait';

/** A message that stands where it is: what happened and what can be done. */
export function Notice({ tone, title, children }: { tone?: Tone; title?: ReactNode; children?: ReactNode }) {
  return (
    <div className={classes(css.notice, tone && css[tone])} role={tone === 'gap' ? 'alert' : 'status'}>
      {title && <div className={css.title}>{title}</div>}
      {children}
    </div>
  );
}

/** What the server refused, with a link to each field it is about. */
export function ProblemNotice({ problem, retry }: { problem: Problem; retry?: () => void }) {
  const say = useWords(uiWords);
  const focus = (field: string): void => {
    const find = (name: string) => document.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`);
    (find(field) ?? find(field.split('.')[0]!))?.focus();
  };
  return (
    <Notice
      tone="gap"
      title={problem.errors.length > 0 ? say.summary : problem.offline ? say.offline : problem.message}
    >
      {problem.errors.length > 0 && (
        <ul className={css.list}>
          {problem.errors.map(({ field, detail }) => (
            <li key={field + detail}>
              <a
                href={`#${field}`}
                onClick={(event) => {
                  event.preventDefault();
                  focus(field);
                }}
              >
                {detail}
              </a>
            </li>
          ))}
        </ul>
      )}
      {retry && (
        <div>
          <Button small onClick={retry}>
            {say.retry}
          </Button>
        </div>
      )}
    </Notice>
  );
}
