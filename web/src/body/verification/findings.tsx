import { useState } from 'react';
import { Link } from 'wouter';
import { type Query } from '../../api/client';
import { usePages, useSend } from '../../api/use-api';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { Actions, Form, Select, textIn, TextField } from '../../ui/form';
import { Notice, type Tone } from '../../ui/notice';
import { Badge, Loaded, Section } from '../../ui/page';
import { useBodyId } from '../frame';
import { Filters, More, Table } from '../table';
import { bodyWords } from '../words';
import { verificationWords } from './words';

const path = '/api/training-bodies/{bodyId}/verifications';
const states = ['open', 'overdue', 'done', 'confirmed'] as const;
const tones: Record<(typeof states)[number], Tone> = { open: 'wait', overdue: 'gap', done: 'met', confirmed: 'met' };

/** What verifiers found, the actions that came of it and when they are due. */
export function Findings() {
  const say = useWords(verificationWords);
  const common = useWords(bodyWords);
  const { date, day } = useFormats();
  const bodyId = useBodyId();
  const [state, setState] = useState('');
  const [reporting, setReporting] = useState('');
  const [completed, setCompleted] = useState(false);
  const query = (state ? { state } : {}) as Query<typeof path, 'get'>;
  const verifications = usePages(path, { params: { bodyId }, query });
  return (
    <Section title={say.findings}>
      <Filters>
        <Select name="state" label={common.state} value={state} onChange={(e) => setState(e.currentTarget.value)}>
          <option value="">{common.all}</option>
          {states.map((one) => (
            <option key={one} value={one}>
              {say[one]}
            </option>
          ))}
        </Select>
      </Filters>
      {completed && <Notice tone="met" title={say.completed} />}
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
                      <Link to={`/assessments/${one.assessmentId}`}>{day(one.signedAt)}</Link>
                    </th>
                    <td>{one.verifier.name}</td>
                    <td>
                      {one.findings.map(({ ruleOfEvidence, targetRef, text }, i) => (
                        <p key={i}>
                          {ruleOfEvidence && <strong>{say[ruleOfEvidence]} </strong>}
                          {targetRef} {text}
                        </p>
                      ))}
                    </td>
                    <td>
                      {one.action}
                      {one.completion && (
                        <p>
                          {one.completion.doneBy.name} {day(one.completion.doneAt)}：{one.completion.note}
                        </p>
                      )}
                      {(one.state === 'open' || one.state === 'overdue') &&
                        (reporting === one.id ? (
                          <Complete
                            id={one.id}
                            onDone={() => {
                              setReporting('');
                              setCompleted(true);
                            }}
                          />
                        ) : (
                          <Button small onClick={() => setReporting(one.id)}>
                            {say.complete}
                          </Button>
                        ))}
                    </td>
                    <td>{one.dueOn && date(one.dueOn)}</td>
                    <td>
                      <Badge tone={tones[one.state]}>{say[one.state]}</Badge>
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

function Complete({ id, onDone }: { id: string; onDone: () => void }) {
  const say = useWords(verificationWords);
  const complete = useSend('post', '/api/verifications/{id}/completion', { stale: [path] });
  const send = (data: FormData): void =>
    complete.mutate({ params: { id }, body: { note: textIn(data, 'note') ?? '' } }, { onSuccess: onDone });
  return (
    <Form problem={complete.error} onSend={send}>
      <TextField name="note" label={say.completeNote} autoFocus />
      <Actions>
        <Button type="submit" small busy={complete.isPending}>
          {say.complete}
        </Button>
      </Actions>
    </Form>
  );
}
