import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { newId } from '../../api/new-id';
import { useSend } from '../../api/use-api';
import { fieldWords } from '../../field/words';
import { instantOf, localOf } from '../../i18n/local-time';
import { useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { Actions, Form, TextArea, TextField, textIn } from '../../ui/form';
import { recordsOf } from './paths';
import css from './records.module.css';
import { recordPaths } from './stale';
import { type Around } from './types';
import { recordWords } from './words';

/** Opens an occasion that several assessors watch; each then joins it with a record of their own. */
export function NewSitting({ around: { assessment } }: { around: Around }) {
  const say = useWords(recordWords);
  const field = useWords(fieldWords);
  const [, navigate] = useLocation();
  // The same sitting, however often it is sent.
  const [id] = useState(newId);
  const opening = useSend('post', '/api/assessments/{assessmentId}/sittings', { stale: recordPaths });
  const send = (data: FormData): void =>
    opening.mutate(
      {
        params: { assessmentId: assessment.id },
        body: {
          id,
          place: textIn(data, 'place') ?? '',
          startedAt: instantOf(textIn(data, 'startedAt') ?? '') ?? '',
          endedAt: instantOf(textIn(data, 'endedAt') ?? ''),
          note: textIn(data, 'note'),
        },
      },
      { onSuccess: () => navigate(recordsOf(assessment.id, `sittings/${id}`), { replace: true }) },
    );
  return (
    <>
      <p className={css.back}>
        <Link to={recordsOf(assessment.id)}>{say.all}</Link>
      </p>
      <Form problem={opening.error} onSend={send}>
        <h2>{say.sitting}</h2>
        <p>{say.sittingHelp}</p>
        <TextField name="place" label={say.place} maxLength={500} defaultValue={assessment.workplace ?? ''} />
        <TextField
          name="startedAt"
          type="datetime-local"
          label={field.startedAt}
          defaultValue={localOf(new Date().toISOString())}
        />
        <TextField name="endedAt" type="datetime-local" label={field.endedAt} optional />
        <TextArea name="note" label={say.sittingNote} hint={say.sittingNoteHint} rows={3} maxLength={5000} optional />
        <Actions>
          <Button type="submit" kind="primary" busy={opening.isPending}>
            {say.openSitting}
          </Button>
        </Actions>
      </Form>
    </>
  );
}
