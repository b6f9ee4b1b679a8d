import { useState } from 'react';
import { Link } from 'wouter';
import { usePages } from '../../api/use-api';
import { useDelayed } from '../../documents/use-delayed';
import { useWords } from '../../i18n/words';
import { type Role } from '../../session/session';
import { Badge, Empty, Loaded } from '../../ui/page';
import { ButtonLink } from '../../ui/button';
import { Select, TextField } from '../../ui/form';
import { BodyPage, useBodyId } from '../frame';
import { Filters, More, Row, Table } from '../table';
import { bodyWords } from '../words';
import { roles } from './roles';
import { peopleWords } from './words';

/** The people of a training body and what they are there. */
export function People() {
  const say = useWords(peopleWords);
  const common = useWords(bodyWords);
  const bodyId = useBodyId();
  const [role, setRole] = useState('');
  const [search, setSearch] = useState('');
  const { wanted } = useDelayed({ wanted: search.trim() });
  const people = usePages('/api/training-bodies/{bodyId}/people', {
    params: { bodyId },
    query: { limit: 100, ...(role && { role: role as Role }), ...(wanted && { search: wanted }) },
  });
  return (
    <BodyPage
      title={say.title}
      actions={
        <Row>
          <ButtonLink to={`/bodies/${bodyId}/people/register`}>{say.register}</ButtonLink>
          <ButtonLink to={`/bodies/${bodyId}/people/new`} kind="primary">
            {say.add}
          </ButtonLink>
        </Row>
      }
    >
      <Filters>
        <TextField name="search" label={say.filter} value={search} onChange={(e) => setSearch(e.currentTarget.value)} />
        <Select name="role" label={say.role} value={role} onChange={(e) => setRole(e.currentTarget.value)}>
          <option value="">{say.allRoles}</option>
          {roles.map((one) => (
            <option key={one} value={one}>
              {common[one]}
            </option>
          ))}
        </Select>
      </Filters>
      <Loaded of={people}>
        {(rows) => {
          if (rows.length === 0) return <Empty>{say.empty}</Empty>;
          return (
            <>
              <Table label={say.title} columns={[common.name, common.email, say.roles]}>
                {rows.map(({ id, name, email, memberships }) => (
                  <tr key={id}>
                    <th scope="row">
                      <Link to={`/bodies/${bodyId}/people/${id}`}>{name}</Link>
                    </th>
                    <td>{email}</td>
                    <td>
                      <Row>
                        {memberships.map((one) => (
                          <Badge key={one.id}>{common[one.role]}</Badge>
                        ))}
                      </Row>
                    </td>
                  </tr>
                ))}
              </Table>
              <More of={people} />
            </>
          );
        }}
      </Loaded>
    </BodyPage>
  );
}
