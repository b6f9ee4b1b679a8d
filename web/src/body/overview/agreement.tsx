import { useApi } from '../../api/use-api';
import { Explain } from '../../help/explain';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Empty, Loaded, Section } from '../../ui/page';
import { useBodyId } from '../frame';
import { Table } from '../table';
import { bodyWords } from '../words';
import { Kappa } from '../verification/kappa';
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
