import { type ReactNode, type RefObject, useId } from 'react';
import css from './ask.module.css';
import { Button, type ButtonKind } from './button';
import { Actions } from './form';

/** Asks before what cannot be undone. Opened by `showModal()` of its `dialog`; the browser keeps and returns the focus. */
export function Ask({
  dialog,
  title,
  answer,
  kind = 'primary',
  cancel,
  onAnswer,
  children,
}: {
  dialog: RefObject<HTMLDialogElement | null>;
  title: string;
  answer: string;
  kind?: ButtonKind;
  cancel: string;
  onAnswer: () => void;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <dialog ref={dialog} aria-labelledby={id} className={css.dialog}>
      <h2 id={id}>{title}</h2>
      {children}
      <Actions>
        <Button
          kind={kind}
          onClick={() => {
            dialog.current?.close();
            onAnswer();
          }}
        >
          {answer}
        </Button>
        <Button onClick={() => dialog.current?.close()}>{cancel}</Button>
      </Actions>
    </dialog>
  );
}
