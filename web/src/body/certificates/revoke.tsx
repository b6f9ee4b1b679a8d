import { useState } from 'react';
import { useSend } from '../../api/use-api';
import { useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { Actions, Checkbox, Form, Select, textIn, TextArea } from '../../ui/form';
import { Notice } from '../../ui/notice';
import { Section } from '../../ui/page';
import { bodyWords } from '../words';
import { certificatesWords } from './words';

const reasons = ['issued_in_error', 'fraud', 'holder_request', 'other'] as const;

/** The end of a certificate: what cannot be undone is asked for twice. */
export function Revoke({ id }: { id: string }) {
  const say = useWords(certificatesWords);
  const { reason } = useWords(bodyWords);
  const [unsure, setUnsure] = useState(false);
  const revoke = useSend('post', '/api/certificates/{id}/revocation', {
    stale: ['/api/certificates/{id}', '/api/training-bodies/{bodyId}/certificates'],
  });
  const send = (data: FormData): void => {
    setUnsure(!data.has('sure'));
    if (!data.has('sure')) return;
    const body = { reason: data.get('reason') as (typeof reasons)[number], note: textIn(data, 'note') ?? '' };
    revoke.mutate({ params: { id }, body });
  };
  return (
    <Section title={say.revoke}>
      <p>{say.revokeHelp}</p>
      <Form problem={revoke.error} onSend={send}>
        {unsure && <Notice tone="gap" title={say.revokeSureMissing} />}
        <Select name="reason" label={reason}>
          {reasons.map((one) => (
            <option key={one} value={one}>
              {say[one]}
            </option>
          ))}
        </Select>
        <TextArea name="note" label={say.note} hint={say.noteRevoke} />
        <Checkbox name="sure" label={say.revokeSure} />
        <Actions>
          <Button type="submit" kind="danger" busy={revoke.isPending}>
            {say.revoke}
          </Button>
        </Actions>
      </Form>
    </Section>
  );
}
