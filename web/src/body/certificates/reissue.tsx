import { useState } from 'react';
import { useSend } from '../../api/use-api';
import { useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { Actions, Form, Select, textIn, TextField } from '../../ui/form';
import { Section } from '../../ui/page';
import { newId } from '../../api/new-id';
import { bodyWords } from '../words';
import { HolderFields, holderIn } from './holder';
import { certificatesWords } from './words';

const reasons = ['name_corrected', 'lost', 'other'] as const;

/** Another certificate in the place of this one. */
export function Reissue({ id, onReissued }: { id: string; onReissued: (number: string) => void }) {
  const say = useWords(certificatesWords);
  const { reason } = useWords(bodyWords);
  const [own] = useState(newId);
  const reissue = useSend('post', '/api/certificates/{id}/reissue', {
    stale: ['/api/certificates/{id}', '/api/training-bodies/{bodyId}/certificates'],
  });
  const send = (data: FormData): void => {
    const body = {
      id: own,
      reason: data.get('reason') as (typeof reasons)[number],
      note: textIn(data, 'note') ?? '',
      ...holderIn(data),
    };
    // By then this form is gone with the certificate's state, and callbacks of `mutate` with it.
    reissue.mutateAsync({ params: { id }, body }).then(
      ({ number }) => onReissued(number),
      () => undefined,
    );
  };
  return (
    <Section title={say.reissue}>
      <p>{say.reissueHelp}</p>
      <Form problem={reissue.error} onSend={send}>
        <Select name="reason" label={reason}>
          {reasons.map((one) => (
            <option key={one} value={one}>
              {say[one]}
            </option>
          ))}
        </Select>
        <TextField name="note" label={say.note} hint={say.noteReissue} maxLength={200} />
        <p>{say.holderKept}</p>
        <HolderFields />
        <Actions>
          <Button type="submit" busy={reissue.isPending}>
            {say.reissue}
          </Button>
        </Actions>
      </Form>
    </Section>
  );
}
