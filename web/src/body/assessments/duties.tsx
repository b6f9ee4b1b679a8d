import { useState } from 'react';
import { useSend } from '../../api/use-api';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { Notice, ProblemNotice } from '../../ui/notice';
import { Badge, Section } from '../../ui/page';
import { Row, Table } from '../table';
import { type Enrolled, enrolledPaths } from './enrolled';
import { administrationWords } from './administration-words';
import { AssignPerson } from './assign-person';

export type Assignment = Enrolled['assignments'][number];
/** What was just done, and how it is taken back. */
interface Done {
  title: string;
  undo?: Pick<Assignment, 'person' | 'duty'>;
}

const standingFirst = (a: Assignment, b: Assignment): number => Number(a.endedAt !== null) - Number(b.endedAt !== null);

/** Who assesses and verifies, who did, and the way to change it. */
export function Duties({ of: { id, assignments, interests }, open }: { of: Enrolled; open: boolean }) {
  const say = useWords(administrationWords);
  const { day } = useFormats();
  const [done, setDone] = useState<Done | null>(null);
  const end = useSend('post', '/api/assessments/{id}/assignments/{assignmentId}/ending', { stale: enrolledPaths });
  const assign = useSend('post', '/api/assessments/{id}/assignments', { stale: enrolledPaths });
  const give = ({ person, duty }: Pick<Assignment, 'person' | 'duty'>, onSuccess?: () => void): void => {
    const replaced = assignments.find((one) => !one.endedAt && one.duty === 'lead_assessor');
    end.reset();
    assign.mutate(
      { params: { id }, body: { userId: person.id, duty } },
      {
        onSuccess: () => {
          setDone({
            title: say.assigned(person.name, say[duty]),
            ...(duty === 'lead_assessor' && replaced && { undo: replaced }),
          });
          onSuccess?.();
        },
      },
    );
  };
  const finish = (one: Assignment): void =>
    end.mutate(
      { params: { id, assignmentId: one.id } },
      { onSuccess: () => setDone({ title: say.ended(one.person.name, say[one.duty]), undo: one }) },
    );
  const undo = done?.undo;
  return (
    <Section title={say.duties}>
      <p>{say.dutiesHelp}</p>
      {end.error && <ProblemNotice problem={end.error} />}
      {done && (
        <Notice tone="met" title={done.title}>
          {undo && (
            <Row>
              <Button small busy={assign.isPending} onClick={() => give(undo)}>
                {say.undo}
              </Button>
            </Row>
          )}
        </Notice>
      )}
      <Table label={say.duties} columns={[say.person, say.duty, say.span, say.interest, '']}>
        {[...assignments].sort(standingFirst).map((one) => (
          <tr key={one.id}>
            <th scope="row">{one.person.name}</th>
            <td>{say[one.duty]}</td>
            <td>{one.endedAt ? say.spanOf(day(one.assignedAt), day(one.endedAt)) : say.since(day(one.assignedAt))}</td>
            <td>
              <Interest of={interests.findLast(({ userId }) => userId === one.person.id)} />
            </td>
            <td>
              {open && !one.endedAt && one.duty !== 'lead_assessor' && (
                <Button
                  small
                  aria-label={say.endOf(one.person.name, say[one.duty])}
                  busy={end.isPending}
                  onClick={() => finish(one)}
                >
                  {say.end}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </Table>
      {open && <AssignPerson problem={assign.error} busy={assign.isPending} onAssign={give} />}
    </Section>
  );
}

function Interest({ of: declared }: { of: Enrolled['interests'][number] | undefined }) {
  const say = useWords(administrationWords);
  if (!declared) return <Badge>{say.undeclared}</Badge>;
  return (
    <>
      <Badge tone={declared.conflict ? 'gap' : 'met'}>{declared.conflict ? say.conflict : say.noConflict}</Badge>
      {declared.conflict && <p>{say.conflictHelp}</p>}
    </>
  );
}
