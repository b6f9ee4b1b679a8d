import { useState } from 'react';
import { useSend } from '../../api/use-api';
import { useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { Actions, Checkbox, Form, textIn, TextArea } from '../../ui/form';
import { Notice } from '../../ui/notice';
import { Section } from '../../ui/page';
import { enrolledPaths } from './enrolled';
import { administrationWords } from './administration-words';

/** The end of an assessment without a verdict: what cannot be undone is asked for twice. */
export function Leave({ id }: { id: string }) {
  const say = useWords(administrationWords);
  const [unsure, setUnsure] = useState(false);
  const leave = useSend('post', '/api/assessments/{id}/withdrawal', { stale: enrolledPaths });
  const send = (data: FormData): void => {
    setUnsure(!data.has('sure'));
    if (data.has('sure')) leave.mutate({ params: { id }, body: { reason: textIn(data, 'reason') ?? '' } });
  };
  return (
    <Section title={say.leave}>
      <p>{say.leaveHelp}</p>
      <Form problem={leave.error} onSend={send}>
        {unsure && <Notice tone="gap" title={say.leaveSureMissing} />}
        <TextArea name="reason" label={say.leaveReason} hint={say.leaveReasonHint} rows={2} />
        <Checkbox name="sure" label={say.leaveSure} />
        <Actions>
          <Button type="submit" kind="danger" busy={leave.isPending}>
            {say.leave}
          </Button>
        </Actions>
      </Form>
    </Section>
  );
}
