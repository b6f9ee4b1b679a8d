import { useState } from 'react';
import { Link } from 'wouter';
import { type Query } from '../../api/client';
import { usePages, useSend } from '../../api/use-api';
import { Explain } from '../../help/explain';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { Actions, Form, textIn, TextField } from '../../ui/form';
import { Notice, ProblemNotice } from '../../ui/notice';
import { Badge, Empty, Loaded, Section } from '../../ui/page';
import { useBodyId } from '../frame';
import { newId } from '../../api/new-id';
import { Filters, More, Row, Table } from '../table';
import { useAssessments } from '../use-catalogue';
import { auditWords } from './words';

const path = '/api/training-bodies/{bodyId}/retention';

/** What falls due when, what keeps it, and the holds on it. */
export function Retention() {
  const say = useWords(auditWords);
  const { date } = useFormats();
  const bodyId = useBodyId();
  const [before, setBefore] = useState('');
  const [holding, setHolding] = useState('');
  const query = (before ? { dueBefore: before } : {}) as Query<typeof path, 'get'>;
  const due = usePages(path, { params: { bodyId }, query });
  const assessments = useAssessments();
  const release = useSend('post', '/api/holds/{id}/release', { stale: [path] });
  const nameOf = new Map(assessments.data?.map((one) => [one.id, `${one.candidate.name} ${one.document.code}`]));
  return (
    <Section title={say.retention}>
      <p>{say.retentionHelp}</p>
      <Explain what="holds" />
      <Filters>
        <TextField
          name="dueBefore"
          label={say.dueBefore}
          type="date"
          value={before}
          onChange={(e) => setBefore(e.currentTarget.value)}
        />
      </Filters>
      {release.error && <ProblemNotice problem={release.error} />}
      {release.isSuccess && <Notice tone="met" title={say.released} />}
      <Loaded of={due}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty>{say.noneDue}</Empty>
          ) : (
            <>
              <Table label={say.retention} columns={[say.assessment, say.record, say.dueOn, say.because, say.holds]}>
                {rows.map((one) => {
                  const key = one.assessmentId + one.kind;
                  return (
                    <tr key={key}>
                      <th scope="row">
                        <Link to={`/assessments/${one.assessmentId}`}>
                          {nameOf.get(one.assessmentId) ?? say.assessment}
                        </Link>
                      </th>
                      <td>{say[one.kind]}</td>
                      <td>{one.dueOn ? date(one.dueOn) : say.undecided}</td>
                      <td>{one.reason}</td>
                      <td>
                        {one.holds.map((hold) => (
                          <Row key={hold.id}>
                            <Badge tone="wait">{hold.reason}</Badge>
                            <Button
                              small
                              aria-label={say.releaseOf(hold.reason)}
                              busy={release.isPending}
                              onClick={() => release.mutate({ params: { id: hold.id } })}
                            >
                              {say.release}
                            </Button>
                          </Row>
                        ))}
                        {holding === key ? (
                          <PlaceHold assessmentId={one.assessmentId} onDone={() => setHolding('')} />
                        ) : (
                          <Button small onClick={() => setHolding(key)}>
                            {say.hold}
                          </Button>
                        )}
                      </td>
                    </tr>
                  );
                })}
              </Table>
              <More of={due} />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

function PlaceHold({ assessmentId, onDone }: { assessmentId: string; onDone: () => void }) {
  const say = useWords(auditWords);
  const [own] = useState(newId);
  const hold = useSend('post', '/api/assessments/{id}/holds', { stale: [path] });
  const send = (data: FormData): void =>
    hold.mutate(
      { params: { id: assessmentId }, body: { id: own, reason: textIn(data, 'reason') ?? '' } },
      { onSuccess: onDone },
    );
  return (
    <Form problem={hold.error} onSend={send}>
      <TextField name="reason" label={say.holdReason} autoFocus />
      <Actions>
        <Button type="submit" small busy={hold.isPending}>
          {say.hold}
        </Button>
      </Actions>
    </Form>
  );
}
