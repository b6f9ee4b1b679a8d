import { useState } from 'react';
import { useSend } from '../api/use-api';
import { useWords } from '../i18n/words';
import { Button } from '../ui/button';
import { Actions, Choices, Form, TextArea, textIn } from '../ui/form';
import { Card } from '../ui/page';
import { deskWords } from './words';

/** Nobody's judgement counts before they have said whether they have an interest in it (rule P1). */
export function DeclareInterest({ assessmentId }: { assessmentId: string }) {
  const say = useWords(deskWords);
  const [conflict, setConflict] = useState('no');
  const stale = ['/api/assessments/{id}', '/api/assessments/{id}/coverage', '/api/me/reminders'] as const;
  const declaring = useSend('post', '/api/assessments/{id}/interest-declarations', { stale });
  return (
    <Card>
      <h2>{say.interestTitle}</h2>
      <p>{say.interestHelp}</p>
      <Form
        problem={declaring.error}
        onSend={(data) =>
          declaring.mutate({
            params: { id: assessmentId },
            body: { conflict: conflict === 'yes', statement: textIn(data, 'statement') ?? '' },
          })
        }
      >
        <Choices
          name="conflict"
          label={say.interestQuestion}
          value={conflict}
          onChoose={setConflict}
          choices={[
            { value: 'no', label: say.interestNo },
            { value: 'yes', label: say.interestYes },
          ]}
        />
        <TextArea
          key={conflict}
          name="statement"
          label={say.interestStatement}
          defaultValue={conflict === 'no' ? say.interestNoStatement : ''}
          rows={2}
        />
        <Actions>
          <Button type="submit" kind="primary" busy={declaring.isPending}>
            {say.declare}
          </Button>
        </Actions>
      </Form>
    </Card>
  );
}
