import { type ReactNode } from 'react';
import { Brand } from './brand';
import { Preferences } from './preferences';
import css from './shell.module.css';

/** The frame of pages for people without an account: no menu, nothing that leads where they cannot go. */
export function Outside({ children }: { children: ReactNode }) {
  return (
    <>
      <header className={css.bar}>
        <Brand />
        <Preferences />
      </header>
      <main>{children}</main>
    </>
  );
}
