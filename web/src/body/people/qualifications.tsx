import { useApi, useSend } from '../../api/use-api';
import { today, useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { useHasRole } from '../../session/session';
import { Button } from '../../ui/button';
import { Actions, Form, textIn, TextField } from '../../ui/form';
import { Notice, ProblemNotice } from '../../ui/notice';
import { Badge, Empty, Loaded, Section } from '../../ui/page';
import { useBodyId } from '../frame';
import { Table } from '../table';
import { bodyWords } from '../words';
import { peopleWords } from './words';

const stale = [
  '/api/training-bodies/{bodyId}/qualifications',
  '/api/training-bodies/{bodyId}/assessor-register',
] as const;

interface Validity {
  validFrom: string;
  validUntil: string | null;
  revokedAt: string | null;
}

const stateOf = ({ validFrom, validUntil, revokedAt }: Validity): 'revoked' | 'notYet' | 'expired' | 'valid' =>
  revokedAt ? 'revoked' : validFrom > today() ? 'notYet' : validUntil && validUntil < today() ? 'expired' : 'valid';

/** What entitles a person to judge, and until when. */
export function Qualifications({ userId }: { userId: string }) {
  const say = useWords(peopleWords);
  const common = useWords(bodyWords);
  const { date } = useFormats();
  const bodyId = useBodyId();
  const administers = useHasRole(['administrator'], bodyId);
  const all = useApi('/api/training-bodies/{bodyId}/qualifications', { params: { bodyId } });
  const revoke = useSend('post', '/api/training-bodies/{bodyId}/qualifications/{id}/revocation', { stale });
  return (
    <Section title={say.qualifications}>
      <p>{say.qualificationsHelp}</p>
      {revoke.error && <ProblemNotice problem={revoke.error} />}
      {revoke.isSuccess && <Notice tone="met" title={say.qualificationRevoked} />}
      <Loaded of={all}>
        {(rows) => {
          const mine = rows.filter((one) => one.userId === userId);
          if (mine.length === 0) return <Empty>{say.noQualifications}</Empty>;
          return (
            <Table
              label={say.qualifications}
              columns={[say.qualification, say.codes, say.validFrom, say.validUntil, common.state, '']}
            >
              {mine.map((one) => {
                const state = stateOf(one);
                return (
                  <tr key={one.id}>
                    <th scope="row">{one.title}</th>
                    <td>{one.documentCodes.join(' ') || say.everything}</td>
                    <td>{date(one.validFrom)}</td>
                    <td>{one.validUntil ? date(one.validUntil) : say.noEnd}</td>
                    <td>
                      <Badge tone={state === 'valid' ? 'met' : state === 'notYet' ? 'wait' : 'gap'}>{say[state]}</Badge>
                    </td>
                    <td>
                      {administers && state !== 'revoked' && (
                        <Button
                          small
                          aria-label={say.revokeOf(one.title)}
                          busy={revoke.isPending}
                          onClick={() => revoke.mutate({ params: { bodyId, id: one.id } })}
                        >
                          {say.revoke}
                        </Button>
                      )}
                    </td>
                  </tr>
                );
              })}
            </Table>
          );
        }}
      </Loaded>
      {administers && <AddQualification userId={userId} />}
    </Section>
  );
}

function AddQualification({ userId }: { userId: string }) {
  const say = useWords(peopleWords);
  const bodyId = useBodyId();
  const add = useSend('post', '/api/training-bodies/{bodyId}/qualifications', { stale });
  const send = (data: FormData, form: HTMLFormElement): void => {
    const codes = textIn(data, 'documentCodes');
    const body = {
      userId,
      title: textIn(data, 'title') ?? '',
      documentCodes: codes ? codes.toUpperCase().split(/[\s,，、]+/) : [],
      validFrom: textIn(data, 'validFrom') ?? '',
      validUntil: textIn(data, 'validUntil') ?? null,
    };
    add.mutate({ params: { bodyId }, body }, { onSuccess: () => form.reset() });
  };
  return (
    <Form problem={add.error} onSend={send}>
      {add.isSuccess && <Notice tone="met" title={say.qualificationAdded} />}
      <TextField name="title" label={say.qualification} />
      <TextField name="documentCodes" label={say.codes} hint={say.codesHint} optional autoCapitalize="characters" />
      <TextField name="validFrom" label={say.validFrom} type="date" defaultValue={today()} />
      <TextField name="validUntil" label={say.validUntil} type="date" optional />
      <Actions>
        <Button type="submit" busy={add.isPending}>
          {say.addQualification}
        </Button>
      </Actions>
    </Form>
  );
}
