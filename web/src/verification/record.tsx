import { useState } from 'react';
import { newId } from '../api/new-id';
import { useApi, useSend } from '../api/use-api';
import { focusHeading } from '../candidate/focus-heading';
import { today } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { Button } from '../ui/button';
import { Actions, Choices, Form, TextArea, textIn, TextField } from '../ui/form';
import { Notice } from '../ui/notice';
import { Card, Loaded, Section } from '../ui/page';
import { FindingFields, findingsIn } from './finding-fields';
import { verifierWords } from './words';

type Outcome = 'confirmed' | 'action_required';

/** Signs what a verifier found. What was wrong in an earlier one is put right by another. */
export function RecordVerification({ assessmentId, earlier }: { assessmentId: string; earlier: number }) {
  const say = useWords(verifierWords);
  const [open, setOpen] = useState(earlier === 0);
  const [done, setDone] = useState(false);
  const waiting = useApi('/api/me/reminders');
  return (
    <Section title={say.record}>
      {done && <Notice tone="met" title={say.recorded} />}
      {open ? (
        <Card>
          <Loaded of={waiting}>
            {(reminders) => (
              <RecordForm
                assessmentId={assessmentId}
                samples={reminders.flatMap(({ kind, assessmentId: of, subjectId }) =>
                  kind === 'sample_unverified' && of === assessmentId ? subjectId : [],
                )}
                onDone={() => {
                  setDone(true);
                  setOpen(false);
                  focusHeading();
                }}
              />
            )}
          </Loaded>
        </Card>
      ) : (
        <div>
          <Button
            onClick={() => {
              setDone(false);
              setOpen(true);
            }}
          >
            {say.another}
          </Button>
        </div>
      )}
    </Section>
  );
}

function RecordForm({
  assessmentId,
  samples,
  onDone,
}: {
  assessmentId: string;
  /** Those that were drawn and given to this verifier, and wait for their answer. */
  samples: readonly string[];
  onDone: () => void;
}) {
  const say = useWords(verifierWords);
  const [id] = useState(newId);
  const [points, setPoints] = useState<readonly number[]>([0]);
  const [outcome, setOutcome] = useState<Outcome | ''>('');
  const record = useSend('post', '/api/assessments/{assessmentId}/verifications', {
    stale: [
      '/api/assessments/{assessmentId}/verifications',
      '/api/training-bodies/{bodyId}/verifications',
      '/api/training-bodies/{bodyId}/sampling-plans/{planId}/samples',
      '/api/me/reminders',
    ],
  });
  const send = (data: FormData): void => {
    const body = {
      id,
      sampleId: samples[0] ?? null,
      findings: findingsIn(data, points.length),
      outcome: outcome as Outcome,
      action: outcome === 'action_required' ? textIn(data, 'action') : undefined,
      dueOn: outcome === 'action_required' ? textIn(data, 'dueOn') : undefined,
    };
    record.mutate({ params: { assessmentId }, body }, { onSuccess: onDone });
  };
  return (
    <Form problem={record.error} onSend={send}>
      <p>{samples.length > 0 ? say.answersSample : say.answersNone}</p>
      <FindingFields assessmentId={assessmentId} points={points} onChange={setPoints} />
      <Choices
        name="outcome"
        label={say.conclusion}
        value={outcome}
        onChoose={(value) => setOutcome(value as Outcome)}
        choices={[
          { value: 'confirmed', label: say.agree, hint: say.agreeHint },
          { value: 'action_required', label: say.actionRequired, hint: say.actionRequiredHint },
        ]}
      />
      {outcome === 'action_required' && (
        <>
          <TextArea name="action" label={say.action} hint={say.actionHint} rows={3} maxLength={4000} />
          <TextField name="dueOn" label={say.dueOn} type="date" min={today()} defaultValue={today(30)} />
        </>
      )}
      <p>{say.signHelp}</p>
      <Actions>
        <Button type="submit" kind="primary" busy={record.isPending}>
          {say.sign}
        </Button>
      </Actions>
    </Form>
  );
}
