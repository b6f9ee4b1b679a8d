import { useState } from 'react';
import { Link } from 'wouter';
import { useAll } from '../api/use-all';
import { type Item, useApi } from '../api/use-api';
import { Filters, Table } from '../body/table';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { Select } from '../ui/form';
import { Badge, Empty, Loaded, Page } from '../ui/page';
import { accessesWords } from './words';

type Access = Item<'/api/assessments/{assessmentId}/evidence-accesses'>;

/** Who looked at the evidence of an assessment and who took its files, for the candidate and those who run the body. */
export function Accesses({ id }: { id: string }) {
  const say = useWords(accessesWords);
  const assessment = useApi('/api/assessments/{id}', { params: { id } });
  const accesses = useAll('/api/assessments/{assessmentId}/evidence-accesses', { params: { assessmentId: id } });
  const [user, setUser] = useState('');
  const [kind, setKind] = useState('');
  const of = assessment.data;
  const people = new Map(accesses.data?.flatMap(({ user: one }) => (one ? [[one.id, one.name] as const] : [])));
  const wanted = (one: Access): boolean => (!user || one.user?.id === user) && (!kind || one.kind === kind);
  return (
    <Page title={say.title} over={of && `${of.candidate.name} · ${of.document.code} ${of.document.name}`}>
      <p>{say.help}</p>
      <p>
        <Link to={`/assessments/${id}`}>{say.back}</Link>
      </p>
      <Filters>
        <Select name="user" label={say.who} value={user} onChange={(e) => setUser(e.currentTarget.value)}>
          <option value="">{say.everybody}</option>
          {[...people].map(([userId, name]) => (
            <option key={userId} value={userId}>
              {name}
            </option>
          ))}
        </Select>
        <Select name="kind" label={say.what} value={kind} onChange={(e) => setKind(e.currentTarget.value)}>
          <option value="">{say.all}</option>
          <option value="view">{say.view}</option>
          <option value="download">{say.download}</option>
        </Select>
      </Filters>
      <Loaded of={accesses}>
        {(rows) => (rows.some(wanted) ? <List rows={rows.filter(wanted)} /> : <Empty>{say.none}</Empty>)}
      </Loaded>
    </Page>
  );
}

function List({ rows }: { rows: readonly Access[] }) {
  const say = useWords(accessesWords);
  const { instant } = useFormats();
  return (
    <Table dense label={say.title} columns={[say.at, say.who, say.what, say.evidence, say.file]}>
      {rows.map(({ id, at, user, kind, itemNumber, fileName, via }) => (
        <tr key={id}>
          <th scope="row">{instant(at)}</th>
          <td>{user?.name ?? say.noAccount}</td>
          <td>
            <Badge tone={kind === 'download' ? 'wait' : undefined}>{say[kind]}</Badge>
            {via === 'export' && ` ${say.byExport}`}
          </td>
          <td>{say.item(String(itemNumber))}</td>
          <td>{fileName}</td>
        </tr>
      ))}
    </Table>
  );
}
