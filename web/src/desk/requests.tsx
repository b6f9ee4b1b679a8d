import { useState } from 'react';
import { useSend, usePages, type Item } from '../api/use-api';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { Button } from '../ui/button';
import { Actions, Form, TextField, textIn } from '../ui/form';
import { type Tone } from '../ui/notice';
import { Badge, Empty, Loaded, Section } from '../ui/page';
import { uiWords } from '../ui/words';
import css from './desk.module.css';
import { Done, type Said } from './done';
import { afterChange } from './stale';
import { type Coverage } from './types';
import { deskWords } from './words';

type Request = Item<'/api/assessments/{assessmentId}/requests'>;

const tones: Record<Request['state'], Tone | undefined> = {
  open: 'wait',
  overdue: 'gap',
  answered: 'met',
  withdrawn: undefined,
};

/** What was asked of the candidate and what came of it. */
export function Requests({ coverage, mayChange }: { coverage: Coverage; mayChange: boolean }) {
  const say = useWords(deskWords);
  const ui = useWords(uiWords);
  const [done, setDone] = useState<Said | null>(null);
  const params = { assessmentId: coverage.assessmentId };
  const requests = usePages('/api/assessments/{assessmentId}/requests', { params });
  return (
    <Section id="requests" title={say.requests}>
      <Done said={done} />
      <Loaded of={requests}>
        {(all) =>
          all.length === 0 ? (
            <Empty>{say.requestsNone}</Empty>
          ) : (
            <ul className={css.list}>
              {all.map((request) => (
                <OneRequest
                  key={request.id}
                  request={request}
                  coverage={coverage}
                  mayChange={mayChange}
                  onWithdrawn={() => setDone({ text: say.requestWithdrawn2 })}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
      {requests.hasNextPage && <Button onClick={() => void requests.fetchNextPage()}>{ui.more}</Button>}
    </Section>
  );
}

function OneRequest({
  request,
  coverage,
  mayChange,
  onWithdrawn,
}: {
  request: Request;
  coverage: Coverage;
  mayChange: boolean;
  onWithdrawn: () => void;
}) {
  const say = useWords(deskWords);
  const { date } = useFormats();
  const { state, text, dueOn, answers, targetRefs, withdrawalReason } = request;
  const labels = {
    open: say.requestOpen,
    overdue: say.requestOverdue,
    answered: say.requestAnswered,
    withdrawn: say.requestWithdrawn,
  };
  const codes = coverage.targets.filter(({ ref }) => targetRefs.includes(ref)).map(({ code }) => code);
  return (
    <li className={css.finding}>
      <p className={css.row}>
        <Badge tone={tones[state]}>{labels[state]}</Badge>
        <span>{codes.join('、')}</span>
        <span className={css.soft}>{say.requestDue(date(dueOn))}</span>
      </p>
      <p className={css.asWritten}>{text}</p>
      {withdrawalReason && <p className={css.soft}>{withdrawalReason}</p>}
      {answers.map(({ itemId, number, title }) => (
        <p key={itemId}>
          {say.evidence(String(number))} {title}
        </p>
      ))}
      {mayChange && (state === 'open' || state === 'overdue') && (
        <WithdrawRequest id={request.id} onDone={onWithdrawn} />
      )}
    </li>
  );
}

function WithdrawRequest({ id, onDone }: { id: string; onDone: () => void }) {
  const say = useWords(deskWords);
  const [open, setOpen] = useState(false);
  const withdrawing = useSend('post', '/api/requests/{id}/withdrawal', { stale: afterChange });
  if (!open) {
    return (
      <div>
        <Button small onClick={() => setOpen(true)}>
          {say.requestWithdraw}
        </Button>
      </div>
    );
  }
  return (
    <Form
      problem={withdrawing.error}
      onSend={(data) =>
        void withdrawing
          .mutateAsync({ params: { id }, body: { reason: textIn(data, 'reason') ?? '' } })
          .then(onDone, () => undefined)
      }
    >
      <TextField name="reason" label={say.requestWithdrawReason} autoFocus />
      <Actions>
        <Button type="submit" busy={withdrawing.isPending}>
          {say.requestWithdraw}
        </Button>
        <Button onClick={() => setOpen(false)}>{say.cancel}</Button>
      </Actions>
    </Form>
  );
}
