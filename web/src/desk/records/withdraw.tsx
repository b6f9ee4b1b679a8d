import { useState } from 'react';
import { useSend } from '../../api/use-api';
import { useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { Actions, Form, TextArea, textIn } from '../../ui/form';
import { afterRecord } from './stale';
import css from './records.module.css';
import { recordWords } from './words';

/** Takes a record out of the assessment, with the reason; it stays to be read, and can be recorded anew. */
export function Withdraw({ id, isDraft = false }: { id: string; isDraft?: boolean }) {
  const say = useWords(recordWords);
  const [open, setOpen] = useState(false);
  const withdrawing = useSend('post', '/api/evidence/{id}/withdrawal', { stale: afterRecord });
  const title = isDraft ? say.discard : say.withdraw;
  if (!open) {
    return (
      <div className={css.screen}>
        <Button kind="danger" onClick={() => setOpen(true)}>
          {title}
        </Button>
      </div>
    );
  }
  return (
    <Form
      className={css.screen}
      problem={withdrawing.error}
      onSend={(data) => withdrawing.mutate({ params: { id }, body: { reason: textIn(data, 'reason') ?? '' } })}
    >
      <h2>{title}</h2>
      <p>{isDraft ? say.discardHelp : say.withdrawHelp}</p>
      <TextArea name="reason" label={say.withdrawReason} hint={say.withdrawHint} rows={2} maxLength={2000} autoFocus />
      <Actions>
        <Button type="submit" kind="danger" busy={withdrawing.isPending}>
          {title}
        </Button>
        <Button onClick={() => setOpen(false)}>{say.cancel}</Button>
      </Actions>
    </Form>
  );
}
