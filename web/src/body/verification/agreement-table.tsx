import { type Answer } from '../../api/client';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Section } from '../../ui/page';
import { Kappa } from './kappa';
import { Table } from '../table';
import { agreementWords } from './agreement-words';
import { Counts } from './counts';

type Unit = Answer<'/api/training-bodies/{bodyId}/agreement', 'get'>['units'][number];
/** By all three answers, or by whether the claim was accepted. */
export type Measure = 'decisions' | 'acceptance';
export type Figures = Unit[Measure];

/** Of each unit, assessor or target: how many pairs, how many agree, kappa with its interval, and what to make of it. */
export function AgreementTable({
  title,
  first,
  rows,
}: {
  title: string;
  first: string;
  rows: readonly { key: string; name: string; figures: Figures }[];
}) {
  const say = useWords(agreementWords);
  const { number, percent } = useFormats();
  return (
    <Section title={title}>
      <Table label={title} columns={[first, say.agreed, say.kappa, say.caution, say.counts]}>
        {rows.map(({ key, name, figures }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td>
              {say.agreedOf(number(figures.agreed), number(figures.n))}
              {figures.observed !== null && <p>{percent(figures.observed)}</p>}
            </td>
            <td>{figures.kappa ? <Kappa {...figures.kappa} /> : say.noKappa}</td>
            <td>{figures.caution}</td>
            <td>
              <Counts of={figures} name={name} />
            </td>
          </tr>
        ))}
      </Table>
    </Section>
  );
}
