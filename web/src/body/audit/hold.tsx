import { useState } from 'react';
import { newId } from '../../api/new-id';
import { useSend } from '../../api/use-api';
import { useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { Actions, Form, textIn, TextField } from '../../ui/form';
import { uiWords } from '../../ui/words';
import { auditWords } from './words';

/** Keeps the records of an assessment from deletion, for a reason. */
export function Hold({ assessmentId, of, onDone }: { assessmentId: string; of: string; onDone: () => void }) {
  const say = useWords(auditWords);
  const ui = useWords(uiWords);
  const [open, setOpen] = useState(false);
  const [own, setOwn] = useState(newId);
  const hold = useSend('post', '/api/assessments/{id}/holds', {
    stale: ['/api/training-bodies/{bodyId}/retention'],
  });
  const send = (data: FormData): void =>
    hold.mutate(
      { params: { id: assessmentId }, body: { id: own, reason: textIn(data, 'reason') ?? '' } },
      {
        onSuccess: () => {
          setOwn(newId());
          setOpen(false);
          onDone();
        },
      },
    );
  if (!open)
    return (
      <Button small aria-label={say.holdOf(of)} onClick={() => setOpen(true)}>
        {say.hold}
      </Button>
    );
  return (
    <Form problem={hold.error} onSend={send}>
      <TextField name="reason" label={say.holdReason} autoFocus maxLength={2000} />
      <Actions>
        <Button type="submit" kind="primary" small busy={hold.isPending}>
          {say.hold}
        </Button>
        <Button small onClick={() => setOpen(false)}>
          {ui.cancel}
        </Button>
      </Actions>
    </Form>
  );
}
