import { Link } from 'wouter';
import { useAll } from '../../api/use-all';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Loaded, Section } from '../../ui/page';
import { useBodyId } from '../frame';
import { Table } from '../table';
import { bodyWords } from '../words';
import { peopleWords } from './words';

/** What somebody is or was assessed on at this body, the newest first. */
export function PersonAssessments({ userId }: { userId: string }) {
  const say = useWords(peopleWords);
  const common = useWords(bodyWords);
  const { day } = useFormats();
  const bodyId = useBodyId();
  const assessments = useAll('/api/assessments', { query: { bodyId, candidateId: userId } });
  return (
    <Loaded of={assessments}>
      {(rows) =>
        rows.length > 0 && (
          <Section title={common.assessments}>
            <Table dense label={common.assessments} columns={[common.unit, common.cohort, say.enrolledAt]}>
              {rows.map((one) => (
                <tr key={one.id}>
                  <th scope="row">
                    <Link to={`/bodies/${bodyId}/assessments/${one.id}`}>
                      {one.document.code} {one.document.name}
                    </Link>
                  </th>
                  <td>{one.cohort}</td>
                  <td>{day(one.enrolledAt)}</td>
                </tr>
              ))}
            </Table>
          </Section>
        )
      }
    </Loaded>
  );
}
