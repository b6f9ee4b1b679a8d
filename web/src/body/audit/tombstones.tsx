import { usePages } from '../../api/use-api';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Loaded, Section } from '../../ui/page';
import { useBodyId } from '../frame';
import { More, Table } from '../table';
import { useAssessmentNames, usePeople } from '../use-catalogue';
import { Counted } from './counted';
import { deletionWords } from './deletion-words';
import { auditWords } from './words';

/** What was deleted, as far as anything of it stays. */
export function Tombstones() {
  const say = useWords(deletionWords);
  const kinds = useWords(auditWords);
  const { date, instant } = useFormats();
  const bodyId = useBodyId();
  const nameOf = useAssessmentNames();
  const people = usePeople();
  const names = new Map(people.data?.map(({ id, name }) => [id, name]));
  const tombstones = usePages('/api/training-bodies/{bodyId}/tombstones', { params: { bodyId } });
  return (
    <Section title={say.tombstones}>
      <p>{say.tombstonesHelp}</p>
      <Loaded of={tombstones}>
        {(rows) =>
          rows.length === 0 ? (
            <p>{say.noTombstones}</p>
          ) : (
            <>
              <Table
                label={say.tombstones}
                columns={[kinds.assessment, kinds.record, say.deleted, say.deletedAt, say.deletedBy, say.sha256]}
              >
                {rows.map((one) => (
                  <tr key={one.id}>
                    <th scope="row">{nameOf(one.assessmentId)}</th>
                    <td>{one.kind === 'redacted_original' ? say.redacted_original : kinds[one.kind]}</td>
                    <td>
                      <Counted what={one.what} />
                    </td>
                    <td>
                      {instant(one.deletedAt)}
                      <p>{say.rule(one.rule, date(one.dueOn))}</p>
                    </td>
                    <td>{names.get(one.deletedBy)}</td>
                    <td>
                      <code title={one.sha256}>{one.sha256.slice(0, 16)}…</code>
                    </td>
                  </tr>
                ))}
              </Table>
              <More of={tombstones} />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}
