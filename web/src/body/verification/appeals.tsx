import { useState } from 'react';
import { Link } from 'wouter';
import { type Query } from '../../api/client';
import { usePages } from '../../api/use-api';
import { AppealBadge } from '../../appeals/appeal-badge';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Select } from '../../ui/form';
import { Empty, Loaded, Section } from '../../ui/page';
import { useBodyId } from '../frame';
import { Filters, More, Table } from '../table';
import { bodyWords } from '../words';
import { verificationWords } from './words';

const path = '/api/training-bodies/{bodyId}/appeals';

/** The appeals at a body: those that wait for a decision by somebody who took no part, or all. */
export function Appeals() {
  const say = useWords(verificationWords);
  const common = useWords(bodyWords);
  const { instant } = useFormats();
  const bodyId = useBodyId();
  const [state, setState] = useState('open');
  const query = (state ? { state } : {}) as Query<typeof path, 'get'>;
  const appeals = usePages(path, { params: { bodyId }, query });
  return (
    <Section title={say.appeals}>
      <p>{say.appealsHelp}</p>
      <Filters>
        <Select name="appeals" label={common.state} value={state} onChange={(e) => setState(e.currentTarget.value)}>
          <option value="open">{say.openAppeals}</option>
          <option value="">{common.all}</option>
        </Select>
      </Filters>
      <Loaded of={appeals}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty>{state ? say.noOpenAppeals : say.noAppeals}</Empty>
          ) : (
            <>
              <Table label={say.appeals} columns={[say.filedBy, common.unit, say.filedAt, common.state]}>
                {rows.map(({ id, filedBy, document, filedAt, state: now }) => (
                  <tr key={id}>
                    <th scope="row">
                      <Link to={`/appeals/${id}`}>{filedBy.name}</Link>
                    </th>
                    <td>
                      {document.code} {document.name}
                    </td>
                    <td>{instant(filedAt)}</td>
                    <td>
                      <AppealBadge state={now} />
                    </td>
                  </tr>
                ))}
              </Table>
              <More of={appeals} />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}
