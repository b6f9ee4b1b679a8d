import { useApi } from '../../api/use-api';
import { Explain } from '../../help/explain';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Empty, Loaded, Section } from '../../ui/page';
import { useBodyId } from '../frame';
import { Table } from '../table';
import { bodyWords } from '../words';
import css from './overview.module.css';
import { overviewWords } from './words';

/** How far blind second judgements agree with the assessors', as far as there are any. */
export function Agreement() {
  const say = useWords(overviewWords);
  const common = useWords(bodyWords);
  const { number, percent } = useFormats();
  const agreement = useApi('/api/training-bodies/{bodyId}/agreement', { params: { bodyId: useBodyId() } });
  return (
    <Section title={say.agreement}>
      <Loaded of={agreement}>
        {({ units, note }) =>
          units.length === 0 ? (
            <Empty>{say.noAgreement}</Empty>
          ) : (
            <>
              <p>{note}</p>
              <Explain what="kappa" />
              <Table label={say.agreement} columns={[common.unit, say.pairs, say.agreed, say.kappa, say.caution]}>
                {units.map(({ document, decisions: { n, observed, kappa, caution } }) => (
                  <tr key={document.id}>
                    <th scope="row">
                      {document.code} {document.name}
                    </th>
                    <td>{number(n)}</td>
                    <td>{observed === null ? '' : percent(observed)}</td>
                    <td>{kappa ? <Kappa {...kappa} /> : say.noKappa}</td>
                    <td>{caution}</td>
                  </tr>
                ))}
              </Table>
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

/** A value with its interval on the line from −1 to 1. */
function Kappa({ value, lower, upper }: { value: number; lower: number; upper: number }) {
  const x = (of: number): number => 10 + ((Math.max(-1, Math.min(1, of)) + 1) / 2) * 140;
  const text = [value, lower, upper].map((one) => one.toFixed(2));
  return (
    <span className={css.kappa}>
      {text[0]} ({text[1]}–{text[2]})
      <svg viewBox="0 0 160 16" aria-hidden="true">
        <line className={css.axis} x1="10" x2="150" y1="8" y2="8" />
        <line className={css.axis} x1="80" x2="80" y1="3" y2="13" />
        <line className={css.range} x1={x(lower)} x2={x(upper)} y1="8" y2="8" />
        <circle className={css.point} cx={x(value)} cy="8" r="4" />
      </svg>
    </span>
  );
}
