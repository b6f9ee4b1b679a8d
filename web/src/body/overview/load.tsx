import { useAll } from '../../api/use-all';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Loaded, Section } from '../../ui/page';
import { useBodyId } from '../frame';
import { Table } from '../table';
import { Line } from './bars';
import css from './overview.module.css';
import { overviewWords } from './words';

/** What everybody who assesses has in hand, and has done of late. */
export function Load() {
  const say = useWords(overviewWords);
  const { number } = useFormats();
  const register = useAll('/api/training-bodies/{bodyId}/assessor-register', { params: { bodyId: useBodyId() } });
  return (
    <Loaded of={register}>
      {(people) => {
        if (people.length === 0) return null;
        const most = Math.max(1, ...people.map(({ openAssessments }) => openAssessments));
        const busiest = [...people].sort((a, b) => b.openAssessments - a.openAssessments);
        return (
          <Section title={say.load}>
            <p>{say.loadHelp}</p>
            <Table dense label={say.load} columns={[say.assessor, say.open, '', say.verdicts, say.verifications]}>
              {busiest.map(({ id, name, openAssessments, verdicts, verifications }) => (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  <td className="number">{number(openAssessments)}</td>
                  <td className={css.loadCell}>
                    <Line share={openAssessments / most} />
                  </td>
                  <td className="number">{number(verdicts)}</td>
                  <td className="number">{number(verifications)}</td>
                </tr>
              ))}
            </Table>
          </Section>
        );
      }}
    </Loaded>
  );
}
