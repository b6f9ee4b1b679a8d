import { useDeferredValue, useState } from 'react';
import { Link } from 'wouter';
import { type Query } from '../../api/client';
import { usePages } from '../../api/use-api';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { ButtonLink } from '../../ui/button';
import { Select, TextField } from '../../ui/form';
import { Badge, Empty, Loaded } from '../../ui/page';
import { asked, ChooseGroup, everybody } from '../choose-group';
import { BodyPage, useBodyId } from '../frame';
import { More, Row, Table } from '../table';
import { bodyWords } from '../words';
import { certificateStates, stateTones } from './states';
import { certificatesWords } from './words';

const path = '/api/training-bodies/{bodyId}/certificates';

/** The register of certificates. */
export function Certificates() {
  const say = useWords(certificatesWords);
  const common = useWords(bodyWords);
  const { date } = useFormats();
  const bodyId = useBodyId();
  const [group, setGroup] = useState(everybody);
  const [state, setState] = useState('');
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search.trim());
  const query = { ...asked(group), ...(state && { state }), ...(wanted && { search: wanted }) };
  const register = usePages(path, { params: { bodyId }, query: query as Query<typeof path, 'get'> });
  const home = `/bodies/${bodyId}/certificates`;
  return (
    <BodyPage
      title={say.title}
      actions={
        <ButtonLink to={`${home}/batches`} kind="primary">
          {say.issueMany}
        </ButtonLink>
      }
    >
      <ChooseGroup of={group} onChoose={setGroup}>
        <Select name="state" label={common.state} value={state} onChange={(e) => setState(e.currentTarget.value)}>
          <option value="">{common.all}</option>
          {certificateStates.map((one) => (
            <option key={one} value={one}>
              {say[one]}
            </option>
          ))}
        </Select>
        <TextField name="search" label={say.search} value={search} onChange={(e) => setSearch(e.currentTarget.value)} />
      </ChooseGroup>
      <Loaded of={register}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty>{say.empty}</Empty>
          ) : (
            <>
              <Table
                label={say.title}
                columns={[say.number, say.holder, common.unit, common.cohort, say.issuedOn, common.state]}
              >
                {rows.map((one) => (
                  <tr key={one.id}>
                    <th scope="row">
                      <Link to={`${home}/${one.id}`}>{one.number}</Link>
                    </th>
                    <td>{one.holder.name}</td>
                    <td>
                      {one.unit.code} {one.unit.name}
                    </td>
                    <td>{one.cohort}</td>
                    <td>{one.issuedOn && date(one.issuedOn)}</td>
                    <td>
                      <Row>
                        <Badge tone={stateTones[one.state]}>{say[one.state]}</Badge>
                        {one.underAppeal && <Badge tone="wait">{say.underAppeal}</Badge>}
                      </Row>
                    </td>
                  </tr>
                ))}
              </Table>
              <More of={register} />
            </>
          )
        }
      </Loaded>
    </BodyPage>
  );
}
