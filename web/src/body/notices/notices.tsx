import { useState } from 'react';
import { type Query } from '../../api/client';
import { useApi, usePages, useSend } from '../../api/use-api';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { Select } from '../../ui/form';
import { Notice, ProblemNotice, type Tone } from '../../ui/notice';
import { Badge, Card, Empty, Loaded } from '../../ui/page';
import { BodyPage, useBodyId } from '../frame';
import { Filters, More, Row, Table } from '../table';
import { bodyWords } from '../words';
import css from './notices.module.css';
import { noticesWords } from './words';

const path = '/api/training-bodies/{bodyId}/notices';
const states = ['waiting', 'sent', 'failed', 'kept', 'dropped'] as const;
const tones: Record<(typeof states)[number], Tone | undefined> = {
  waiting: 'wait',
  sent: 'met',
  failed: 'gap',
  kept: undefined,
  dropped: undefined,
};

/** What does not explain itself. */
const explained = ['kept', 'dropped', 'failed'] as const;

/** What the body tells people, whether it went out, and another try for what did not. */
export function Notices() {
  const say = useWords(noticesWords);
  const common = useWords(bodyWords);
  const { instant, number } = useFormats();
  const bodyId = useBodyId();
  const [state, setState] = useState('');
  const [shown, setShown] = useState('');
  const query = (state ? { state } : {}) as Query<typeof path, 'get'>;
  const notices = usePages(path, { params: { bodyId }, query });
  const resend = useSend('post', '/api/training-bodies/{bodyId}/notices/{id}/resend', { stale: [path] });
  return (
    <BodyPage title={common.notices}>
      <p>{say.lead}</p>
      <dl className={css.states}>
        {explained.map((one) => (
          <div key={one}>
            <dt>
              <Badge tone={tones[one]}>{say[one]}</Badge>
            </dt>
            <dd>{say[`${one}Help`]}</dd>
          </div>
        ))}
      </dl>
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
      {resend.error && <ProblemNotice problem={resend.error} />}
      {resend.isSuccess && <Notice tone="met" title={say.resent} />}
      <Loaded of={notices}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty>{say.empty}</Empty>
          ) : (
            <>
              <Table label={common.notices} columns={[say.subject, say.to, say.when, common.state, '']}>
                {rows.map((one) => (
                  <tr key={one.id}>
                    <th scope="row">{one.subject}</th>
                    <td>
                      {one.to.name}
                      <br />
                      {one.to.email}
                    </td>
                    <td>{instant(one.sentAt ?? one.createdAt)}</td>
                    <td>
                      <Badge tone={tones[one.state]}>{say[one.state]}</Badge>
                      {one.attempts > 0 && one.state !== 'sent' && <p>{say.attempts(number(one.attempts))}</p>}
                      {one.lastError && <p>{one.lastError}</p>}
                    </td>
                    <td>
                      <Row>
                        <Button
                          small
                          aria-expanded={shown === one.id}
                          onClick={() => setShown(shown === one.id ? '' : one.id)}
                        >
                          {shown === one.id ? say.close : say.see}
                        </Button>
                        {one.state === 'failed' && (
                          <Button
                            small
                            busy={resend.isPending}
                            onClick={() => resend.mutate({ params: { bodyId, id: one.id } })}
                          >
                            {say.resend}
                          </Button>
                        )}
                      </Row>
                      {shown === one.id && <NoticeText id={one.id} />}
                    </td>
                  </tr>
                ))}
              </Table>
              <More of={notices} />
            </>
          )
        }
      </Loaded>
    </BodyPage>
  );
}

function NoticeText({ id }: { id: string }) {
  const say = useWords(noticesWords);
  const notice = useApi('/api/notices/{id}', { params: { id } });
  return (
    <Loaded of={notice}>
      {({ text }) => (
        <Card>
          <h2 className="unseen">{say.text}</h2>
          <p className={css.text}>{text}</p>
        </Card>
      )}
    </Loaded>
  );
}
