import { type ReactNode } from 'react';
import css from './help.module.css';

/** An explanation that opens where it is needed and is out of the way of who knows. */
export function Help({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className={css.help}>
      <summary>{title}</summary>
      <div className={css.text}>{children}</div>
    </details>
  );
}
