import { usePages, useSend } from '../../api/use-api';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { type Person } from '../../session/session';
import { Button } from '../../ui/button';
import { Actions, Form, textIn, TextField } from '../../ui/form';
import { Notice } from '../../ui/notice';
import { Section } from '../../ui/page';
import { useBodyId } from '../frame';
import { More, Table } from '../table';
import { bodyWords } from '../words';
import css from './people.module.css';
import { peopleWords } from './words';

/** A name or address that was wrong, put right with a reason; what it was is kept. */
export function CorrectPerson({ person }: { person: Person }) {
  const say = useWords(peopleWords);
  const common = useWords(bodyWords);
  const { instant } = useFormats();
  const bodyId = useBodyId();
  const params = { bodyId, userId: person.id };
  const past = usePages('/api/training-bodies/{bodyId}/people/{userId}/corrections', { params });
  const correct = useSend('patch', '/api/training-bodies/{bodyId}/people/{userId}', {
    stale: [
      '/api/training-bodies/{bodyId}/people',
      '/api/training-bodies/{bodyId}/people/{userId}/corrections',
      '/api/assessments',
    ],
  });
  const send = (data: FormData): void => {
    const name = textIn(data, 'name');
    const email = textIn(data, 'email');
    const body = {
      ...(name && name !== person.name && { name }),
      ...(email && email !== person.email && { email }),
      reason: textIn(data, 'reason') ?? '',
    };
    correct.mutate({ params, body });
  };
  return (
    <Section title={say.correct}>
      <p>{say.correctHelp}</p>
      <Form problem={correct.error} onSend={send}>
        {correct.isSuccess && <Notice tone="met" title={say.corrected} />}
        <TextField name="name" label={common.name} defaultValue={person.name} />
        <TextField name="email" label={common.email} type="email" defaultValue={person.email} autoCapitalize="none" />
        <TextField name="reason" label={common.reason} />
        <Actions>
          <Button type="submit" busy={correct.isPending}>
            {say.saveCorrection}
          </Button>
        </Actions>
      </Form>
      {past.data && past.data.length > 0 && (
        <>
          <h3>{say.corrections}</h3>
          <Table label={say.corrections} columns={[say.field, say.before, say.after, common.reason, say.at]}>
            {past.data.map((one) => (
              <tr key={one.id}>
                <th scope="row">{common[one.field]}</th>
                <td className={css.struck}>{one.oldValue}</td>
                <td>{one.newValue}</td>
                <td>{one.reason}</td>
                <td>{instant(one.correctedAt)}</td>
              </tr>
            ))}
          </Table>
          <More of={past} />
        </>
      )}
    </Section>
  );
}
