import { Link } from 'wouter';
import { Table } from '../body/table';
import { useApi, useSend } from '../api/use-api';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { usePerson } from '../session/session';
import { Button, ButtonLink } from '../ui/button';
import { Actions, Form, textIn, TextField } from '../ui/form';
import { Notice } from '../ui/notice';
import { Empty, Loaded, Page, Section } from '../ui/page';
import { installationWords } from './words';

/** What who runs the installation decides for all of its training bodies. */
export function Installation() {
  const say = useWords(installationWords);
  const { operator } = usePerson();
  return (
    <Page title={say.title}>
      {operator ? (
        <>
          <p>{say.lead}</p>
          <Bodies />
          <Section title={say.documents}>
            <p>{say.documentsHelp}</p>
            <Actions>
              <ButtonLink to="/documents/import">{say.import}</ButtonLink>
              <ButtonLink to="/documents">{say.seeDocuments}</ButtonLink>
            </Actions>
          </Section>
        </>
      ) : (
        <Empty>{say.notYours}</Empty>
      )}
    </Page>
  );
}

function Bodies() {
  const say = useWords(installationWords);
  const { day } = useFormats();
  const { memberships } = usePerson();
  const bodies = useApi('/api/training-bodies');
  const isMine = (bodyId: string): boolean =>
    memberships.some((one) => one.bodyId === bodyId && one.role === 'administrator');
  return (
    <Section title={say.bodies}>
      <Loaded of={bodies}>
        {(all) => (
          <Table label={say.bodies} columns={[say.name, say.since, say.role]}>
            {all.map(({ id, name, createdAt }) => (
              <tr key={id}>
                <th scope="row">{isMine(id) ? <Link to={`/bodies/${id}`}>{name}</Link> : name}</th>
                <td>{day(createdAt)}</td>
                <td>{isMine(id) ? say.administrator : say.none}</td>
              </tr>
            ))}
          </Table>
        )}
      </Loaded>
      <AddBody />
    </Section>
  );
}

function AddBody() {
  const say = useWords(installationWords);
  const add = useSend('post', '/api/training-bodies', { stale: ['/api/training-bodies', '/api/me'] });
  return (
    <>
      <h3>{say.add}</h3>
      <p>{say.addHelp}</p>
      <Form
        problem={add.error}
        onSend={(data, form) =>
          add.mutate({ body: { name: textIn(data, 'name') ?? '' } }, { onSuccess: () => form.reset() })
        }
      >
        {add.data && (
          <Notice tone="met" title={say.added(add.data.name)}>
            <div>
              <ButtonLink small to={`/bodies/${add.data.id}`}>
                {say.open}
              </ButtonLink>
            </div>
          </Notice>
        )}
        <TextField name="name" label={say.name} hint={say.nameHint} autoComplete="off" />
        <Actions>
          <Button type="submit" kind="primary" busy={add.isPending}>
            {say.add}
          </Button>
        </Actions>
      </Form>
    </>
  );
}
