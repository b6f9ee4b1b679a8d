import { useState } from 'react';
import { useSend } from '../api/use-api';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { Button } from '../ui/button';
import { Actions, Form, TextArea, textIn } from '../ui/form';
import css from './desk.module.css';
import { afterChange } from './stale';
import { type Finding } from './types';
import { deskWords } from './words';

/** Why a warning is left as it is: who said so, or the form to say it. */
export function Waive({
  assessmentId,
  finding,
  mayWaive,
  onDone,
}: {
  assessmentId: string;
  finding: Finding;
  mayWaive: boolean;
  onDone: () => void;
}) {
  const say = useWords(deskWords);
  const { day, labelled } = useFormats();
  const [open, setOpen] = useState(false);
  const waiving = useSend('post', '/api/assessments/{id}/waivers', { stale: afterChange });
  const { waiver, rule, problem, targets, items } = finding;
  if (waiver) {
    return (
      <div className={css.said}>
        <p className={css.soft}>{say.waivedBy(waiver.by.name, day(waiver.at))}</p>
        <p>{waiver.reason}</p>
      </div>
    );
  }
  if (!mayWaive) return null;
  if (!open) {
    return (
      <div>
        <Button small onClick={() => setOpen(true)} aria-label={labelled(say.waive, finding.title)}>
          {say.waive}
        </Button>
      </div>
    );
  }
  return (
    <Form
      problem={waiving.error}
      onSend={(data) =>
        void waiving
          .mutateAsync({
            params: { id: assessmentId },
            body: { rule, problem, targets, items, reason: textIn(data, 'reason') ?? '' },
          })
          .then(onDone, () => undefined)
      }
    >
      <TextArea name="reason" label={say.waiveReason} rows={2} autoFocus />
      <Actions>
        <Button type="submit" kind="primary" busy={waiving.isPending}>
          {say.waiveSend}
        </Button>
        <Button onClick={() => setOpen(false)}>{say.cancel}</Button>
      </Actions>
    </Form>
  );
}
