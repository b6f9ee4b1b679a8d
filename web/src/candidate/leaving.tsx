import { useRef } from 'react';
import { useSend } from '../api/use-api';
import { useWords } from '../i18n/words';
import { Ask } from '../ui/ask';
import { Button } from '../ui/button';
import { Actions, Form, TextArea, textIn } from '../ui/form';
import css from './candidate.module.css';
import { focusHeading } from './focus-heading';
import { leavingWords } from './leaving-words';

/** The way out of an assessment without a verdict, with what that means and the reason that is kept. */
export function Leaving({ assessmentId }: { assessmentId: string }) {
  const say = useWords(leavingWords);
  const dialog = useRef<HTMLDialogElement>(null);
  const reason = useRef('');
  const leave = useSend('post', '/api/assessments/{id}/withdrawal', {
    stale: ['/api/assessments/{id}', '/api/assessments', '/api/me/reminders', '/api/assessments/{id}/coverage'],
  });
  const send = (): void =>
    leave.mutate({ params: { id: assessmentId }, body: { reason: reason.current } }, { onSuccess: focusHeading });
  return (
    <details className={css.more}>
      <summary>{say.leave}</summary>
      <p>{say.means}</p>
      <p>{say.notThis}</p>
      <Form
        problem={leave.error}
        onSend={(data) => {
          reason.current = textIn(data, 'reason') ?? '';
          // Without a reason the server refuses, and nothing has to be asked first.
          if (reason.current) dialog.current?.showModal();
          else send();
        }}
      >
        <TextArea name="reason" label={say.reason} hint={say.reasonHint} maxLength={2000} rows={2} />
        <Actions>
          <Button type="submit" kind="danger" busy={leave.isPending}>
            {say.leave}
          </Button>
        </Actions>
      </Form>
      <Ask dialog={dialog} title={say.sure} answer={say.leave} kind="danger" cancel={say.stay} onAnswer={send}>
        <p>{say.cannotUndo}</p>
      </Ask>
    </details>
  );
}
