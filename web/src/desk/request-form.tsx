import { useApi, useSend } from '../api/use-api';
import { today } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { Button } from '../ui/button';
import { Actions, Form, TextArea, TextField, textIn } from '../ui/form';
import { Loaded } from '../ui/page';
import { afterChange } from './stale';
import { deskWords } from './words';

/** Asks the candidate to mend something. The server proposes the words, the assessor has the last one. */
export function RequestForm({
  assessmentId,
  targetRefs,
  text,
  onDone,
  onCancel,
}: {
  assessmentId: string;
  targetRefs: string[];
  /** What to ask for where the server proposes nothing. */
  text: string;
  onDone: () => void;
  onCancel: () => void;
}) {
  const say = useWords(deskWords);
  const params = { assessmentId };
  const suggestions = useApi('/api/assessments/{assessmentId}/requests/suggestions', { params });
  const asking = useSend('post', '/api/assessments/{assessmentId}/requests', { stale: afterChange });
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
                  targetRefs,
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
              (targetRefs.length === 1 &&
                all.find((one) => one.targetRefs.length === 1 && one.targetRefs[0] === targetRefs[0])?.text) ||
              text
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
