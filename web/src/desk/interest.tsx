import { useState } from 'react';
import { useSend } from '../api/use-api';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { Button } from '../ui/button';
import { Actions, Choices, Form, TextArea, textIn } from '../ui/form';
import { Badge, Card, Section } from '../ui/page';
import css from './desk.module.css';
import { Done, type Said } from './done';
import { type Assessment } from './types';
import { deskWords } from './words';

/** Nobody's judgement counts before they have said whether they have an interest in it (rule P1). */
export function DeclareInterest({ assessmentId, onDone }: { assessmentId: string; onDone?: () => void }) {
  const say = useWords(deskWords);
  const [conflict, setConflict] = useState('no');
  const stale = ['/api/assessments/{id}', '/api/assessments/{id}/coverage', '/api/me/reminders'] as const;
  const declaring = useSend('post', '/api/assessments/{id}/interest-declarations', { stale });
  return (
    <Card>
      <h2 id="declare" tabIndex={-1}>
        {say.interestTitle}
      </h2>
      <p>{say.interestHelp}</p>
      <Form
        problem={declaring.error}
        onSend={(data) =>
          void declaring
            .mutateAsync({
              params: { id: assessmentId },
              body: { conflict: conflict === 'yes', statement: textIn(data, 'statement') ?? '' },
            })
            .then(onDone, () => undefined)
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

/** What one declared, and the way to declare otherwise: the latest holds. */
export function OwnInterest({
  assessmentId,
  declared,
  mayChange,
}: {
  assessmentId: string;
  declared: Assessment['interests'][number];
  mayChange: boolean;
}) {
  const say = useWords(deskWords);
  const { day } = useFormats();
  const [declaring, setDeclaring] = useState(false);
  const [done, setDone] = useState<Said | null>(null);
  const { conflict, statement, declaredAt } = declared;
  const finish = (): void => {
    setDeclaring(false);
    setDone({ text: say.declareDone });
  };
  return (
    <Section title={say.ownInterest}>
      <Done said={done} />
      <p className={css.row}>
        <Badge tone={conflict ? 'gap' : 'met'}>{conflict ? say.interestYes : say.interestNo}</Badge>
        {statement}
        <span className={css.soft}>{say.declaredOn(day(declaredAt))}</span>
      </p>
      {mayChange && <p>{say.ownInterestHelp}</p>}
      {mayChange && !declaring && (
        <div>
          <Button onClick={() => setDeclaring(true)}>{say.redeclare}</Button>
        </div>
      )}
      {declaring && <DeclareInterest assessmentId={assessmentId} onDone={finish} />}
    </Section>
  );
}
