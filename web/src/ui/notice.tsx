import { type ReactNode, useMemo } from 'react';
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

const fieldOf = (field: string): HTMLElement | null => {
  const find = (name: string) => document.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`);
  return find(field) ?? find(field.split('.')[0]!);
};

/** What people call a field: the words beside it. */
const nameOf = (field: string): string => {
  const shown = fieldOf(field);
  const label = shown?.querySelector('legend') ?? (shown as HTMLInputElement | null)?.labels?.[0];
  return [...(label?.childNodes ?? [])].find(({ nodeType }) => nodeType === Node.TEXT_NODE)?.textContent ?? '';
};

/** What the server refused, with a link to each field it is about; another try is offered where it may go better. */
export function ProblemNotice({ problem, retry }: { problem: Problem; retry?: () => void }) {
  const say = useWords(uiWords);
  // What was refused had been sent from fields that are on the page.
  const names = useMemo(() => problem.errors.map(({ field }) => nameOf(field)), [problem]);
  return (
    <Notice
      tone="gap"
      title={problem.errors.length > 0 ? say.summary : problem.offline ? say.offline : problem.message}
    >
      {problem.errors.length > 0 && (
        <ul className={css.list}>
          {problem.errors.map(({ field, detail }, at) => (
            <li key={field + detail}>
              <a
                href={`#${field}`}
                onClick={(event) => {
                  event.preventDefault();
                  fieldOf(field)?.focus();
                }}
              >
                {names[at] ? say.inField(names[at], detail) : detail}
              </a>
            </li>
          ))}
        </ul>
      )}
      {retry && problem.passing && (
        <div>
          <Button small onClick={retry}>
            {say.retry}
          </Button>
        </div>
      )}
    </Notice>
  );
}
