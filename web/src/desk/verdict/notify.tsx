import { useState } from 'react';
import { useApi, useSend } from '../../api/use-api';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { Actions, Choices, Form, TextField, textIn } from '../../ui/form';
import { Notice } from '../../ui/notice';
import { Card, Loaded } from '../../ui/page';
import { verdictWords } from './words';

type Channel = 'in_app' | 'in_person' | 'post';
const channels: readonly Channel[] = ['in_app', 'in_person', 'post'];

/** That the candidate was told, and how; from that day the time for an appeal runs (rule P7). */
export function Notify({ verdictId }: { verdictId: string }) {
  const say = useWords(verdictWords);
  const { date, instant } = useFormats();
  const [channel, setChannel] = useState<Channel>('in_app');
  const standing = useApi('/api/verdicts/{verdictId}/standing', { params: { verdictId } });
  const notifying = useSend('post', '/api/verdicts/{verdictId}/notification', {
    stale: ['/api/verdicts/{verdictId}/standing', '/api/assessments/{assessmentId}/verdict'],
  });
  return (
    <Loaded of={standing}>
      {({ notification, receipt, appeal }) =>
        notification ? (
          <Notice tone="met" title={say.notified(date(notification.notifiedOn))}>
            <p>{say.appealUntil(date(notification.appealUntil))}</p>
            <p>{receipt ? say.received(instant(receipt.receivedAt)) : say.notReceived}</p>
            {appeal?.state === 'open' && <p>{say.appealOpen}</p>}
          </Notice>
        ) : (
          <Card>
            <h3>{say.notify}</h3>
            <p>{say.notifyHelp}</p>
            <Form
              problem={notifying.error}
              onSend={(data) =>
                notifying.mutate({
                  params: { verdictId },
                  body: { channel, ...(channel !== 'in_app' && { notifiedOn: textIn(data, 'notifiedOn') }) },
                })
              }
            >
              <Choices
                name="channel"
                label={say.channel}
                value={channel}
                onChoose={(value) => setChannel(channels.find((one) => one === value) ?? 'in_app')}
                choices={channels.map((value) => ({ value, label: say[value] }))}
              />
              {channel !== 'in_app' && (
                <TextField name="notifiedOn" type="date" label={say.notifiedOn} hint={say.notifiedOnHelp} optional />
              )}
              <Actions>
                <Button type="submit" kind="primary" busy={notifying.isPending}>
                  {say.notifySend}
                </Button>
              </Actions>
            </Form>
          </Card>
        )
      }
    </Loaded>
  );
}
