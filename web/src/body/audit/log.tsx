import { useState } from 'react';
import { Link } from 'wouter';
import { type Query } from '../../api/client';
import { usePages } from '../../api/use-api';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Select, TextField } from '../../ui/form';
import { Empty, Loaded } from '../../ui/page';
import { BodyPage, useBodyId } from '../frame';
import { Filters, More, Table } from '../table';
import { useAssessments, usePeople } from '../use-catalogue';
import { logKinds, logWords } from './log-words';

const path = '/api/training-bodies/{bodyId}/log';

/** Who changed what at the body, and when. */
export function Log() {
  const say = useWords(logWords);
  const { aside, instant } = useFormats();
  const bodyId = useBodyId();
  const [asked, setAsked] = useState({ action: '', actorId: '', from: '', to: '' });
  const query = Object.fromEntries(Object.entries(asked).filter(([, value]) => value)) as Query<typeof path, 'get'>;
  const log = usePages(path, { params: { bodyId }, query });
  const people = usePeople();
  const subjectOf = useSubjects(bodyId);
  const ask = (name: keyof typeof asked, value: string): void => setAsked({ ...asked, [name]: value });
  const actionOf = (action: string): string => (say as Record<string, string>)[action] ?? action;
  return (
    <BodyPage title={say.title}>
      <p>{say.help}</p>
      <Filters>
        <Select
          name="action"
          label={say.what}
          value={asked.action}
          onChange={(e) => ask('action', e.currentTarget.value)}
        >
          <option value="">{say.everything}</option>
          {logKinds.map((kind) => (
            <option key={kind} value={kind}>
              {say[kind]}
            </option>
          ))}
        </Select>
        <Select
          name="actorId"
          label={say.who}
          value={asked.actorId}
          onChange={(e) => ask('actorId', e.currentTarget.value)}
        >
          <option value="">{say.everybody}</option>
          {people.data?.map(({ id, name, email }) => (
            <option key={id} value={id}>
              {name}
              {aside(email)}
            </option>
          ))}
        </Select>
        {(['from', 'to'] as const).map((name) => (
          <TextField
            key={name}
            name={name}
            label={say[name]}
            type="date"
            value={asked[name]}
            onChange={(e) => ask(name, e.currentTarget.value)}
          />
        ))}
      </Filters>
      <Loaded of={log}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty>{say.none}</Empty>
          ) : (
            <>
              <Table dense label={say.title} columns={[say.number, say.at, say.who, say.what, say.about]}>
                {rows.map(({ seq, at, actor, action, subjectId }) => {
                  const subject = subjectOf(subjectId);
                  return (
                    <tr key={seq}>
                      <td>{seq}</td>
                      <td>{instant(at)}</td>
                      <td>{actor?.name ?? say.server}</td>
                      <th scope="row">{actionOf(action)}</th>
                      <td>{subject && <Link to={subject.to}>{subject.name}</Link>}</td>
                    </tr>
                  );
                })}
              </Table>
              <More of={log} />
            </>
          )
        }
      </Loaded>
    </BodyPage>
  );
}

/** Assessments and people by their ids: whom or what an entry is about, and where that is. */
function useSubjects(bodyId: string): (id: string) => { name: string; to: string } | undefined {
  const assessments = useAssessments();
  const people = usePeople();
  const known = new Map<string, { name: string; to: string }>([
    ...(people.data ?? []).map(({ id, name }) => [id, { name, to: `/bodies/${bodyId}/people/${id}` }] as const),
    ...(assessments.data ?? []).map(
      ({ id, candidate, document }) =>
        [id, { name: `${candidate.name} ${document.code}`, to: `/assessments/${id}` }] as const,
    ),
  ]);
  return (id) => known.get(id);
}
