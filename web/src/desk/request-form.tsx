import { useApi, useSend } from '../api/use-api';
import { today } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { Button } from '../ui/button';
import { Actions, Form, TextArea, TextField, textIn } from '../ui/form';
import { Loaded } from '../ui/page';
import { afterChange } from './stale';
import { type Coverage, type Row } from './types';
import { deskWords } from './words';

/** Asks the candidate to close a gap. The server proposes the words, the assessor has the last one. */
export function RequestForm({
  coverage,
  row,
  onDone,
  onCancel,
}: {
  coverage: Coverage;
  row: Row;
  onDone: () => void;
  onCancel: () => void;
}) {
  const say = useWords(deskWords);
  const params = { assessmentId: coverage.assessmentId };
  const suggestions = useApi('/api/assessments/{assessmentId}/requests/suggestions', { params });
  const asking = useSend('post', '/api/assessments/{assessmentId}/requests', { stale: afterChange });
  const closes = row.closes.map(({ text }) => text).join('\n');
  return (
    <Loaded of={suggestions}>
      {(all) => (
        <Form
          problem={asking.error}
          onSend={(data) =>
            asking.mutate(
              {
                params,
                body: {
                  targetRefs: [row.ref],
                  text: textIn(data, 'text') ?? '',
                  dueOn: textIn(data, 'dueOn') ?? '',
                },
              },
              { onSuccess: onDone },
            )
          }
        >
          <TextArea
            name="text"
            label={say.askText}
            defaultValue={
              all.find(({ targetRefs }) => targetRefs.length === 1 && targetRefs[0] === row.ref)?.text ?? closes
            }
            autoFocus
          />
          <TextField name="dueOn" label={say.askDue} type="date" defaultValue={today(14)} min={today(0)} />
          <Actions>
            <Button type="submit" kind="primary" busy={asking.isPending}>
              {say.askSend}
            </Button>
            <Button onClick={onCancel}>{say.cancel}</Button>
          </Actions>
        </Form>
      )}
    </Loaded>
  );
}
