import { type ReactNode, type RefObject, useId } from 'react';
import { classes } from './classes';
import css from './dialog.module.css';

/** Stands before the page, opened by `showModal()`; the browser keeps the focus in it, and returns it. */
export function Dialog({
  dialog,
  title,
  wide,
  onClose,
  children,
}: {
  dialog: RefObject<HTMLDialogElement | null>;
  title: string;
  wide?: boolean;
  onClose?: () => void;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <dialog ref={dialog} aria-labelledby={id} className={classes(css.dialog, wide && css.wide)} onClose={onClose}>
      <h2 id={id} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </dialog>
  );
}
