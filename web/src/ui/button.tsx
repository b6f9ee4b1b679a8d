import { type ButtonHTMLAttributes, type ReactNode } from 'react';
import { Link } from 'wouter';
import { classes } from './classes';
import css from './button.module.css';

export type ButtonKind = 'primary' | 'plain' | 'danger';

interface Looks {
  kind?: ButtonKind;
  small?: boolean;
}

const look = ({ kind, small }: Looks): string => classes(css.button, kind && css[kind], small && css.small);

/**
 * A button. While `busy`, it says so and a press does nothing; it stays in the order of the keyboard, so that focus is
 * not lost.
 */
export function Button({
  kind,
  small,
  busy = false,
  className,
  onClick,
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & Looks & { busy?: boolean }) {
  return (
    <button
      type="button"
      {...rest}
      className={classes(look({ kind, small }), className)}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    />
  );
}

/** A link inside the application that looks like a button. */
export function ButtonLink({ to, kind, small, children }: Looks & { to: string; children: ReactNode }) {
  return (
    <Link to={to} className={look({ kind, small })}>
      {children}
    </Link>
  );
}

/** A link to something that the browser opens or downloads. */
export function DownloadLink({
  href,
  download,
  kind,
  small,
  children,
}: Looks & { href: string; download?: boolean | string; children: ReactNode }) {
  return (
    <a href={href} download={download || undefined} className={look({ kind, small })}>
      {children}
    </a>
  );
}
