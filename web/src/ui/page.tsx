import { type ReactNode, useEffect, useRef } from 'react';
import { useWords } from '../i18n/words';
import { type Problem } from '../api/client';
import { classes } from './classes';
import { ProblemNotice, type Tone } from './notice';
import css from './page.module.css';
import { uiWords } from './words';

/**
 * The frame of every page. Its heading takes the focus when the page is opened, so that a reader of the screen hears where
 * they are; the title of the window says it too.
 */
export function Page({
  title,
  over,
  actions,
  narrow,
  children,
}: {
  title: string;
  /** Small, above the heading: what this belongs to. */
  over?: ReactNode;
  actions?: ReactNode;
  narrow?: boolean;
  children: ReactNode;
}) {
  const { product } = useWords(uiWords);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div className={classes(css.page, narrow && css.narrow)}>
      <div className={css.head}>
        <div>
          {over && <div className={css.over}>{over}</div>}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
        </div>
        {actions}
      </div>
      {children}
    </div>
  );
}

export function Section({
  title,
  id,
  actions,
  children,
}: {
  title: ReactNode;
  /** Where links lead, and the focus with them. */
  id?: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section id={id} tabIndex={id ? -1 : undefined} className={css.section}>
      <div className={css.head}>
        <h2>{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  );
}

export function Card({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={classes(css.card, className)}>{children}</div>;
}

/** Nothing here yet, and what to do about it. */
export function Empty({ children }: { children: ReactNode }) {
  return <div className={css.empty}>{children}</div>;
}

const signs: Record<Tone | 'none', string> = { met: '●', gap: '▲', wait: '◐', none: '○' };

/** A state in one word. Its sign tells the states apart without their colours. */
export function Badge({ tone, children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={classes(css.badge, css[tone ?? 'none'])}>
      <span aria-hidden="true">{signs[tone ?? 'none']}</span>
      {children}
    </span>
  );
}

/** How far something is, from 0 to 1. */
export function Progress({ share, label }: { share: number; label: string }) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100);
  const fill = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (fill.current) fill.current.style.inlineSize = `${percent}%`;
  }, [percent]);
  return (
    <div
      className={css.track}
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <div ref={fill} className={css.fill} />
    </div>
  );
}

interface Asked<T> {
  data: T | undefined;
  error: Problem | null;
  refetch: () => unknown;
}

/** A page that is about one thing, once that is there; why it cannot be read is a page too, with a heading. */
export function LoadedPage<T>({ of, children }: { of: Asked<T>; children: (data: T) => ReactNode }) {
  const say = useWords(uiWords);
  if (of.data === undefined && of.error)
    return (
      <Page title={of.error.status === 404 ? say.notHere : say.unread} narrow>
        <ProblemNotice problem={of.error} retry={() => void of.refetch()} />
      </Page>
    );
  return <Loaded of={of}>{children}</Loaded>;
}

/** What was asked of the server, once it is there; until then that it is being read, or why it cannot be. */
export function Loaded<T>({ of, children }: { of: Asked<T>; children: (data: T) => ReactNode }) {
  const say = useWords(uiWords);
  if (of.data !== undefined) return <>{children(of.data)}</>;
  if (of.error) return <ProblemNotice problem={of.error} retry={() => void of.refetch()} />;
  return (
    <p className={css.loading} role="status">
      {say.loading}
    </p>
  );
}
