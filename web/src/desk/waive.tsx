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

/** Why a warning is left as it is: who said so, and the means to take it back; or the form to say it. */
export function Waive({
  assessmentId,
  finding,
  mayWaive,
  onDone,
}: {
  assessmentId: string;
  finding: Finding;
  mayWaive: boolean;
  onDone: (text: string) => void;
}) {
  const say = useWords(deskWords);
  const { labelled } = useFormats();
  const [open, setOpen] = useState(false);
  const waiving = useSend('post', '/api/assessments/{id}/waivers', { stale: afterChange });
  const { waiver, rule, problem, targets, items } = finding;
  if (waiver) {
    return <Waived assessmentId={assessmentId} waiver={waiver} mayWithdraw={mayWaive} onDone={onDone} />;
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
          .then(
            () => {
              // Where the reason is taken back, the warning is there again, and no form in it.
              setOpen(false);
              onDone(say.waiveDone);
            },
            () => undefined,
          )
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

function Waived({
  assessmentId,
  waiver: { id, by, at, reason },
  mayWithdraw,
  onDone,
}: {
  assessmentId: string;
  waiver: NonNullable<Finding['waiver']>;
  mayWithdraw: boolean;
  onDone: (text: string) => void;
}) {
  const say = useWords(deskWords);
  const { day, labelled } = useFormats();
  const [open, setOpen] = useState(false);
  const withdrawing = useSend('post', '/api/assessments/{id}/waivers/{waiverId}/withdrawal', { stale: afterChange });
  return (
    <div className={css.said}>
      <p className={css.soft}>{say.waivedBy(by.name, day(at))}</p>
      <p>{reason}</p>
      {mayWithdraw && !open && (
        <div>
          <Button small aria-label={labelled(say.waiverWithdraw, reason)} onClick={() => setOpen(true)}>
            {say.waiverWithdraw}
          </Button>
        </div>
      )}
      {open && (
        <Form
          problem={withdrawing.error}
          onSend={(data) =>
            void withdrawing
              .mutateAsync({
                params: { id: assessmentId, waiverId: id },
                body: { reason: textIn(data, 'reason') ?? '' },
              })
              .then(
                () => onDone(say.waiverWithdrawn),
                () => undefined,
              )
          }
        >
          <TextArea name="reason" label={say.waiverWithdrawReason} rows={2} autoFocus />
          <Actions>
            <Button type="submit" busy={withdrawing.isPending}>
              {say.waiverWithdraw}
            </Button>
            <Button onClick={() => setOpen(false)}>{say.cancel}</Button>
          </Actions>
        </Form>
      )}
    </div>
  );
}
