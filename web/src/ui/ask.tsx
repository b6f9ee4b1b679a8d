import { type ReactNode, type RefObject } from 'react';
import { Button, type ButtonKind } from './button';
import { Dialog } from './dialog';
import { Actions } from './form';

/** Asks before what cannot be undone. */
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
  return (
    <Dialog dialog={dialog} title={title}>
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
    </Dialog>
  );
}
