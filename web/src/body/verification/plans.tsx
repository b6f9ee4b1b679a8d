import { Link } from 'wouter';
import { usePages } from '../../api/use-api';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { ButtonLink } from '../../ui/button';
import { Badge, Empty, Loaded, Section } from '../../ui/page';
import { useBodyId } from '../frame';
import { More, Table } from '../table';
import { bodyWords } from '../words';
import { verificationWords } from './words';

/** Which verdicts are to be verified, plan by plan. */
export function Plans({ makes }: { makes: boolean }) {
  const say = useWords(verificationWords);
  const common = useWords(bodyWords);
  const { date, day, percent } = useFormats();
  const bodyId = useBodyId();
  const home = `/bodies/${bodyId}/verification/plans`;
  const plans = usePages('/api/training-bodies/{bodyId}/sampling-plans', { params: { bodyId } });
  return (
    <Section title={say.plans} actions={makes && <ButtonLink to={`${home}/new`}>{say.newPlan}</ButtonLink>}>
      <p>{say.plansHelp}</p>
      <Loaded of={plans}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty>{say.noPlans}</Empty>
          ) : (
            <>
              <Table label={say.plans} columns={[say.period, say.scope, say.base, say.made]}>
                {rows.map((one) => (
                  <tr key={one.id}>
                    <th scope="row">
                      <Link to={`${home}/${one.id}`}>
                        {date(one.periodFrom)} – {date(one.periodTo)}
                      </Link>
                    </th>
                    <td>
                      {one.documentBaseCode ?? common.allUnits} {one.blind && <Badge>{say.blindShort}</Badge>}
                    </td>
                    <td>{percent(one.basePercent / 100)}</td>
                    <td>{day(one.madeAt)}</td>
                  </tr>
                ))}
              </Table>
              <More of={plans} />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}
