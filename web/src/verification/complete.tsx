import { useState } from 'react';
import { useSend } from '../api/use-api';
import { focusHeading } from '../candidate/focus-heading';
import { useWords } from '../i18n/words';
import { Button } from '../ui/button';
import { Actions, Form, TextArea, textIn } from '../ui/form';
import { uiWords } from '../ui/words';
import { verifierWords } from './words';

/** Reports what a verifier asked for as done; the list is read anew and shows it. */
export function Complete({ id, onDone }: { id: string; onDone: () => void }) {
  const say = useWords(verifierWords);
  const ui = useWords(uiWords);
  const [open, setOpen] = useState(false);
  const complete = useSend('post', '/api/verifications/{id}/completion', {
    stale: [
      '/api/training-bodies/{bodyId}/verifications',
      '/api/assessments/{assessmentId}/verifications',
      '/api/me/reminders',
    ],
  });
  const send = (data: FormData): void => {
    const note = textIn(data, 'note') ?? '';
    // The form goes when the list is read anew, and its own callbacks with it: the promise does not.
    const done = (): void => {
      focusHeading();
      onDone();
    };
    complete.mutateAsync({ params: { id }, body: { note } }).then(done, () => undefined);
  };
  if (!open)
    return (
      <div>
        <Button small onClick={() => setOpen(true)}>
          {say.complete}
        </Button>
      </div>
    );
  return (
    <Form problem={complete.error} onSend={send}>
      <TextArea name="note" label={say.completeNote} rows={3} autoFocus />
      <Actions>
        <Button type="submit" kind="primary" small busy={complete.isPending}>
          {say.complete}
        </Button>
        <Button small onClick={() => setOpen(false)}>
          {ui.cancel}
        </Button>
      </Actions>
    </Form>
  );
}
