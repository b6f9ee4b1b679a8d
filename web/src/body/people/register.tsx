import { useState } from 'react';
import { addressOf, type Query } from '../../api/client';
import { useSaveFile } from '../../api/save-file';
import { usePages, type Item } from '../../api/use-api';
import { today, useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/form';
import { ProblemNotice, type Tone } from '../../ui/notice';
import { Badge, Empty, Loaded } from '../../ui/page';
import { BodyPage, useBodyId } from '../frame';
import { Filters, More, Table } from '../table';
import { bodyWords } from '../words';
import { registerWords } from './register-words';

const path = '/api/training-bodies/{bodyId}/assessor-register';
type Registered = Item<typeof path>;
type Qualification = Registered['qualifications'][number];
const tones: Record<Qualification['state'], Tone | undefined> = {
  valid: 'met',
  ends_soon: 'wait',
  not_yet_valid: undefined,
  expired: 'gap',
  revoked: 'gap',
};

/** Who may assess and verify on a day, by what qualification, and how much they did in the year before. */
export function Register() {
  const say = useWords(registerWords);
  const common = useWords(bodyWords);
  const { date, day, list, number } = useFormats();
  const bodyId = useBodyId();
  const [on, setOn] = useState(today());
  const query = (on ? { on } : {}) as Query<typeof path, 'get'>;
  const register = usePages(path, { params: { bodyId }, query });
  const { state, problem, save } = useSaveFile();
  return (
    <BodyPage
      title={say.title}
      actions={
        <Button busy={state === 'busy'} onClick={() => void save(addressOf(path, { bodyId }, { on }), 'text/csv')}>
          {say.csv}
        </Button>
      }
    >
      <p>{say.help}</p>
      {problem && <ProblemNotice problem={problem} />}
      {state === 'done' && <p role="status">{say.saved}</p>}
      <Filters>
        <TextField name="on" label={say.on} type="date" value={on} onChange={(e) => setOn(e.currentTarget.value)} />
      </Filters>
      <Loaded of={register}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty>{say.empty}</Empty>
          ) : (
            <>
              <h2>{say.heading(date(on || today()))}</h2>
              <Table
                label={say.title}
                columns={[common.name, say.roles, say.qualifications, say.mayAssess, say.verdicts, say.verifications]}
              >
                {rows.map((one) => (
                  <tr key={one.id}>
                    <th scope="row">{one.name}</th>
                    <td>
                      {one.roles.map(({ role, since }) => (
                        <p key={role + since}>{say.since(common[role], day(since))}</p>
                      ))}
                    </td>
                    <td>
                      {one.qualifications.length === 0 && say.none}
                      {one.qualifications.map((held) => (
                        <p key={held.id}>
                          {held.title} <Badge tone={tones[held.state]}>{say[held.state]}</Badge>
                          <br />
                          {say.span(date(held.validFrom), held.validUntil ? date(held.validUntil) : '')}
                        </p>
                      ))}
                    </td>
                    <td>{one.mayAssess.all ? common.allUnits : list(one.mayAssess.codes) || say.nothing}</td>
                    <td>{number(one.verdicts)}</td>
                    <td>{number(one.verifications)}</td>
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
