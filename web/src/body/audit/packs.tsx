import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { addressOf } from '../../api/client';
import { usePages, useSend } from '../../api/use-api';
import { today, useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Button, DownloadLink } from '../../ui/button';
import { Actions, Checkbox, Form, Select, textIn, TextField } from '../../ui/form';
import { Notice, ProblemNotice } from '../../ui/notice';
import { Badge, Loaded, Progress, Section } from '../../ui/page';
import { useBodyId } from '../frame';
import { newId } from '../../api/new-id';
import { More, Table } from '../table';
import { cohortsOf, documentsOf, useAssessments } from '../use-catalogue';
import { bodyWords } from '../words';
import { auditWords } from './words';

const path = '/api/training-bodies/{bodyId}/audit-packs';

/** Archives for an auditor: ordered, followed while they are made, downloaded. */
export function Packs() {
  const say = useWords(auditWords);
  return (
    <Section title={say.packs}>
      <p>{say.packsHelp}</p>
      <OrderPack />
      <PackList />
    </Section>
  );
}

function OrderPack() {
  const say = useWords(auditWords);
  const common = useWords(bodyWords);
  const bodyId = useBodyId();
  const [own, setOwn] = useState(newId);
  const assessments = useAssessments();
  const rows = assessments.data ?? [];
  const order = useSend('post', path, { stale: [path] });
  const send = (data: FormData): void => {
    const body = {
      id: own,
      from: textIn(data, 'from') ?? '',
      to: textIn(data, 'to') ?? '',
      cohort: textIn(data, 'cohort'),
      documentId: textIn(data, 'documentId'),
      withFiles: data.has('withFiles'),
    };
    order.mutate({ params: { bodyId }, body }, { onSuccess: () => setOwn(newId()) });
  };
  return (
    <Form problem={order.error} onSend={send}>
      {order.isSuccess && <Notice tone="met" title={say.ordered} />}
      <TextField name="from" label={say.from} type="date" defaultValue={today(-365)} />
      <TextField name="to" label={say.to} type="date" defaultValue={today()} />
      <Select name="documentId" label={common.unit}>
        <option value="">{common.allUnits}</option>
        {documentsOf(rows).map(({ id, code, name }) => (
          <option key={id} value={id}>
            {code} {name}
          </option>
        ))}
      </Select>
      <Select name="cohort" label={common.cohort}>
        <option value="">{common.allCohorts}</option>
        {cohortsOf(rows).map((one) => (
          <option key={one}>{one}</option>
        ))}
      </Select>
      <Checkbox name="withFiles" label={say.withFiles} />
      <Actions>
        <Button type="submit" kind="primary" busy={order.isPending}>
          {say.order}
        </Button>
      </Actions>
    </Form>
  );
}

function PackList() {
  const say = useWords(auditWords);
  const common = useWords(bodyWords);
  const { aside, date, day, list, number, size } = useFormats();
  const bodyId = useBodyId();
  const queries = useQueryClient();
  const packs = usePages(path, { params: { bodyId } });
  const codeOf = new Map(documentsOf(useAssessments().data ?? []).map(({ id, code }) => [id, code]));
  const cancel = useSend('post', '/api/audit-packs/{id}/cancellation', { stale: [path] });
  const busy = !!packs.data?.some(({ state }) => state === 'waiting' || state === 'running');
  useEffect(() => {
    if (!busy) return;
    const timer = setInterval(() => void queries.invalidateQueries({ queryKey: [path] }), 1000);
    return () => clearInterval(timer);
  }, [busy, queries]);
  return (
    <>
      {cancel.error && <ProblemNotice problem={cancel.error} />}
      <Loaded of={packs}>
        {(rows) =>
          rows.length === 0 ? (
            <p>{say.noPacks}</p>
          ) : (
            <>
              <Table label={say.packs} columns={[say.period, say.what, common.state, say.progress, '']}>
                {rows.map(({ id, criteria, state, progress, archive, faults, expiresAt, error }) => {
                  const { done = 0, of = 0 } = progress.assessments;
                  const goesOn = state === 'waiting' || state === 'running';
                  return (
                    <tr key={id}>
                      <th scope="row">
                        {date(criteria.from)} – {date(criteria.to)}
                      </th>
                      <td>
                        {list([
                          codeOf.get(criteria.documentId ?? '') ?? common.allUnits,
                          criteria.cohort ?? common.allCohorts,
                        ])}
                        {criteria.withFiles && <p>{say.filesToo}</p>}
                      </td>
                      <td aria-live="polite">
                        <Badge
                          tone={state === 'done' ? 'met' : state === 'failed' ? 'gap' : goesOn ? 'wait' : undefined}
                        >
                          {say[state]}
                        </Badge>
                        {error && <p>{say[error]}</p>}
                        {faults > 0 && <p>{say.faults(number(faults))}</p>}
                      </td>
                      <td>
                        <p>{say.assessmentsOf(number(done), number(of))}</p>
                        {goesOn && <Progress share={of === 0 ? 0 : done / of} label={say.progress} />}
                      </td>
                      <td>
                        {state === 'done' && archive && (
                          <>
                            <DownloadLink small download href={addressOf('/api/audit-packs/{id}/content', { id })}>
                              {say.download}
                              {aside(size(archive.size))}
                            </DownloadLink>
                            {expiresAt && <p>{say.expires(day(expiresAt))}</p>}
                          </>
                        )}
                        {goesOn && (
                          <Button small busy={cancel.isPending} onClick={() => cancel.mutate({ params: { id } })}>
                            {say.cancel}
                          </Button>
                        )}
                      </td>
                    </tr>
                  );
                })}
              </Table>
              <More of={packs} />
            </>
          )
        }
      </Loaded>
    </>
  );
}
