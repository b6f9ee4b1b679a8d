import { Link } from 'wouter';
import { usePages } from '../../api/use-api';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { ButtonLink } from '../../ui/button';
import { Badge, Empty, Loaded, Section } from '../../ui/page';
import { useBodyId } from '../frame';
import { More, Table } from '../table';
import { usePlanName } from './use-plan-name';
import { verificationWords } from './words';

/** Which verdicts are to be verified, plan by plan. */
export function Plans({ makes }: { makes: boolean }) {
  const say = useWords(verificationWords);
  const { day, percent } = useFormats();
  const nameOf = usePlanName();
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
              <Table label={say.plans} columns={[say.plan, say.base, say.blindShort, say.made]}>
                {rows.map((one) => (
                  <tr key={one.id}>
                    <th scope="row">
                      <Link to={`${home}/${one.id}`}>{nameOf(one)}</Link>
                    </th>
                    <td>{percent(one.basePercent / 100)}</td>
                    <td>{one.blind && <Badge>{say.blindShort}</Badge>}</td>
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
