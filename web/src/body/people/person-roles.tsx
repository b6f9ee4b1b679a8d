import { useState } from 'react';
import { useSend } from '../../api/use-api';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { type Person, type Role, useHasRole } from '../../session/session';
import { Button } from '../../ui/button';
import { Actions, Form, Select } from '../../ui/form';
import { Notice, ProblemNotice } from '../../ui/notice';
import { Section } from '../../ui/page';
import { useBodyId } from '../frame';
import { Row, Table } from '../table';
import { bodyWords } from '../words';
import { roles } from './roles';
import { peopleWords } from './words';

const stale = ['/api/training-bodies/{bodyId}/people'] as const;

/** Roles that stand, the way to end one (and back), and to add another. */
export function Roles({ person }: { person: Person }) {
  const say = useWords(peopleWords);
  const common = useWords(bodyWords);
  const { day } = useFormats();
  const bodyId = useBodyId();
  const administers = useHasRole(['administrator'], bodyId);
  const [ended, setEnded] = useState<Role | null>(null);
  const add = useSend('post', '/api/training-bodies/{bodyId}/memberships', { stale });
  const end = useSend('post', '/api/training-bodies/{bodyId}/memberships/{id}/ending', { stale });
  const grant = (role: Role): void => {
    end.reset();
    add.mutate({ params: { bodyId }, body: { userId: person.id, role } }, { onSuccess: () => setEnded(null) });
  };
  const mine = person.memberships.filter((one) => one.bodyId === bodyId);
  const others = roles.filter((role) => !mine.some((one) => one.role === role));
  return (
    <Section title={say.roles}>
      {end.error && <ProblemNotice problem={end.error} />}
      {add.isSuccess && !ended && <Notice tone="met" title={say.roleAdded} />}
      {ended && (
        <Notice tone="met" title={say.roleEnded(common[ended])}>
          <Row>
            <Button small busy={add.isPending} onClick={() => grant(ended)}>
              {say.undo}
            </Button>
          </Row>
        </Notice>
      )}
      {mine.length === 0 ? (
        <p>{say.noRoles}</p>
      ) : (
        <Table label={say.roles} columns={[say.role, '', '']}>
          {mine.map(({ id, role, createdAt }) => (
            <tr key={id}>
              <th scope="row">{common[role]}</th>
              <td>{say.since(day(createdAt))}</td>
              <td>
                {administers && (
                  <Button
                    small
                    aria-label={say.endRoleOf(common[role])}
                    busy={end.isPending}
                    onClick={() => end.mutate({ params: { bodyId, id } }, { onSuccess: () => setEnded(role) })}
                  >
                    {say.endRole}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </Table>
      )}
      {administers && others.length > 0 && (
        <Form problem={add.error} onSend={(data) => grant(data.get('role') as Role)}>
          <Select name="role" label={say.addRole}>
            {others.map((role) => (
              <option key={role} value={role}>
                {common[role]}
              </option>
            ))}
          </Select>
          <Actions>
            <Button type="submit" busy={add.isPending}>
              {say.addRole}
            </Button>
          </Actions>
        </Form>
      )}
    </Section>
  );
}
