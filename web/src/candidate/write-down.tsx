import { useRef } from 'react';
import { useSend } from '../api/use-api';
import { useWords } from '../i18n/words';
import { newId } from '../api/new-id';
import { Button } from '../ui/button';
import { Actions, Form, TextArea, TextField, textIn } from '../ui/form';
import css from './candidate.module.css';
import { evidenceWords } from './evidence-words';
import { handInWords } from './hand-in-words';

/** Evidence that is no file: words of one's own, or the address of something. */
export function WriteDown({
  assessmentId,
  onDone,
}: {
  assessmentId: string;
  onDone: (item: { id: string; title: string }) => void;
}) {
  const say = useWords(handInWords);
  const words = useWords(evidenceWords);
  const id = useRef(newId());
  const send = useSend('post', '/api/assessments/{assessmentId}/evidence');
  return (
    <details className={css.more}>
      <summary>{say.writeDown}</summary>
      <Form
        problem={send.error}
        onSend={(data, form) => {
          const body = {
            id: id.current,
            title: textIn(data, 'title') ?? '',
            producedOn: textIn(data, 'producedOn'),
            url: textIn(data, 'url'),
            statement: textIn(data, 'statement'),
          };
          send.mutate(
            { params: { assessmentId }, body },
            {
              onSuccess: (item) => {
                id.current = newId();
                form.reset();
                onDone(item);
              },
            },
          );
        }}
      >
        <TextField name="title" label={words.name} maxLength={300} />
        <TextField name="producedOn" type="date" label={words.producedOn} hint={words.producedOnHint} />
        <TextField name="url" type="url" inputMode="url" label={say.url} hint={say.urlHint} optional />
        <TextArea name="statement" label={say.words} hint={say.wordsHint} rows={6} optional />
        <Actions>
          <Button type="submit" kind="primary" busy={send.isPending}>
            {say.handInThis}
          </Button>
        </Actions>
      </Form>
    </details>
  );
}
