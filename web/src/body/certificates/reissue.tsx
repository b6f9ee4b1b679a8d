import { useState } from 'react';
import { useSend } from '../../api/use-api';
import { useWords } from '../../i18n/words';
import { Button, ButtonLink } from '../../ui/button';
import { Actions, Form, Select, textIn, TextField } from '../../ui/form';
import { Notice } from '../../ui/notice';
import { Section } from '../../ui/page';
import { useBodyId } from '../frame';
import { newId } from '../../api/new-id';
import { Row } from '../table';
import { bodyWords } from '../words';
import { HolderFields, holderIn } from './holder';
import { certificatesWords } from './words';

const reasons = ['name_corrected', 'lost', 'other'] as const;

/** Another certificate in the place of this one. */
export function Reissue({ id }: { id: string }) {
  const say = useWords(certificatesWords);
  const { reason } = useWords(bodyWords);
  const bodyId = useBodyId();
  const [own] = useState(newId);
  const reissue = useSend('post', '/api/certificates/{id}/reissue', {
    stale: ['/api/training-bodies/{bodyId}/certificates'],
  });
  const send = (data: FormData): void => {
    const body = {
      id: own,
      reason: data.get('reason') as (typeof reasons)[number],
      note: textIn(data, 'note') ?? '',
      ...holderIn(data),
    };
    reissue.mutate({ params: { id }, body });
  };
  return (
    <Section title={say.reissue}>
      <p>{say.reissueHelp}</p>
      {reissue.data ? (
        <Notice tone="met" title={say.reissued(reissue.data.number)}>
          <Row>
            <ButtonLink small to={`/bodies/${bodyId}/certificates/${reissue.data.id}`}>
              {say.seeNew}
            </ButtonLink>
          </Row>
        </Notice>
      ) : (
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
      )}
    </Section>
  );
}
