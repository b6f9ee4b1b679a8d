import { useState } from 'react';
import { Link } from 'wouter';
import { type Query } from '../../api/client';
import { usePages } from '../../api/use-api';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Select } from '../../ui/form';
import { Notice } from '../../ui/notice';
import { Badge, Loaded, Section } from '../../ui/page';
import { Complete } from '../../verification/complete';
import { Found } from '../../verification/found';
import { verificationStates, verificationTones } from '../../verification/tones';
import { verifierWords } from '../../verification/words';
import { useBodyId } from '../frame';
import { Filters, More, Table } from '../table';
import { useAssessmentNames } from '../use-catalogue';
import { bodyWords } from '../words';
import { verificationWords } from './words';

const path = '/api/training-bodies/{bodyId}/verifications';

/** What verifiers found, the actions that came of it and when they are due. */
export function Findings() {
  const say = useWords(verificationWords);
  const told = useWords(verifierWords);
  const common = useWords(bodyWords);
  const { date, day, labelled } = useFormats();
  const bodyId = useBodyId();
  const [state, setState] = useState('');
  const [completed, setCompleted] = useState(false);
  const query = (state ? { state } : {}) as Query<typeof path, 'get'>;
  const nameOf = useAssessmentNames();
  const verifications = usePages(path, { params: { bodyId }, query });
  return (
    <Section title={say.findings}>
      <Filters>
        <Select name="state" label={common.state} value={state} onChange={(e) => setState(e.currentTarget.value)}>
          <option value="">{common.all}</option>
          {verificationStates.map((one) => (
            <option key={one} value={one}>
              {told[one]}
            </option>
          ))}
        </Select>
      </Filters>
      {completed && <Notice tone="met" title={told.completed} />}
      <Loaded of={verifications}>
        {(rows) =>
          rows.length === 0 ? (
            <p>{say.noFindings}</p>
          ) : (
            <>
              <Table
                label={say.findings}
                columns={[say.assessment, say.verifier, say.finding, say.action, say.dueOn, common.state]}
              >
                {rows.map((one) => (
                  <tr key={one.id}>
                    <th scope="row">
                      <Link to={`/assessments/${one.assessmentId}/verification`}>{nameOf(one.assessmentId)}</Link>
                      <p>{day(one.signedAt)}</p>
                    </th>
                    <td>{one.verifier.name}</td>
                    <td>
                      <Found findings={one.findings} />
                    </td>
                    <td>
                      {one.action}
                      {one.completion && (
                        <p>
                          {labelled(`${one.completion.doneBy.name} ${day(one.completion.doneAt)}`, one.completion.note)}
                        </p>
                      )}
                      {(one.state === 'open' || one.state === 'overdue') && (
                        <Complete id={one.id} onDone={() => setCompleted(true)} />
                      )}
                    </td>
                    <td>{one.dueOn && date(one.dueOn)}</td>
                    <td>
                      <Badge tone={verificationTones[one.state]}>{told[one.state]}</Badge>
                    </td>
                  </tr>
                ))}
              </Table>
              <More of={verifications} />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}
