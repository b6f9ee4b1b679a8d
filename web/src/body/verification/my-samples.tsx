import { Link } from 'wouter';
import { useApi } from '../../api/use-api';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Empty, Loaded, Section } from '../../ui/page';
import { useBodyId } from '../frame';
import { Table } from '../table';
import { verificationWords } from './words';

/** What was drawn and given to the signed-in verifier at this body, and waits for them. */
export function MySamples() {
  const say = useWords(verificationWords);
  const { day } = useFormats();
  const bodyId = useBodyId();
  const reminders = useApi('/api/me/reminders');
  const mine = reminders.data?.filter((one) => one.kind === 'sample_unverified' && one.bodyId === bodyId);
  return (
    <Section title={say.mySamples}>
      <Loaded of={{ ...reminders, data: mine }}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty>{say.noMySamples}</Empty>
          ) : (
            <Table label={say.mySamples} columns={[say.assessment, say.assignedOn]}>
              {rows.map(({ subjectId, assessmentId, text, since }) => (
                <tr key={subjectId}>
                  <th scope="row">
                    <Link to={`/assessments/${assessmentId}/verification`}>{text}</Link>
                  </th>
                  <td>{day(since)}</td>
                </tr>
              ))}
            </Table>
          )
        }
      </Loaded>
    </Section>
  );
}
