import { useParams } from 'wouter';
import { useApi, useSend } from '../../api/use-api';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { useHasRole } from '../../session/session';
import { Button } from '../../ui/button';
import { Notice, ProblemNotice } from '../../ui/notice';
import { Card, Empty, Loaded, Section } from '../../ui/page';
import { BodyPage, useBodyId } from '../frame';
import { Facts, Table } from '../table';
import { useAll } from '../../api/use-all';
import { useAssessmentNames, usePeople } from '../use-catalogue';
import { bodyWords } from '../words';
import { Samples } from './samples';
import { usePlanName } from './use-plan-name';
import { Why } from './why';
import { verificationWords } from './words';

const plansPath = '/api/training-bodies/{bodyId}/sampling-plans';
const previewPath = '/api/training-bodies/{bodyId}/sampling-plans/{planId}/draws/preview';
const samplesPath = '/api/training-bodies/{bodyId}/sampling-plans/{planId}/samples';

/** One sampling plan: what it says, what a draw would add and why, and what was drawn. */
export function PlanPage() {
  const say = useWords(verificationWords);
  const common = useWords(bodyWords);
  const { percent, number } = useFormats();
  const nameOf = usePlanName();
  const bodyId = useBodyId();
  const { planId = '' } = useParams<{ planId: string }>();
  const plans = useAll(plansPath, { params: { bodyId } });
  const runs = useHasRole(['administrator', 'officer'], bodyId);
  const plan = plans.data?.find(({ id }) => id === planId);
  const people = usePeople('assessor', runs && !!plan?.assessorId);
  const assessorName = people.data?.find(({ id }) => id === plan?.assessorId)?.name;
  return (
    <BodyPage title={plan ? say.planCalled(nameOf(plan)) : say.plans}>
      <Loaded of={plans}>
        {() =>
          plan ? (
            <>
              <Card>
                <Facts
                  of={[
                    [common.assessor, plan.assessorId ? (assessorName ?? '…') : say.everybody],
                    [say.base, percent(plan.basePercent / 100)],
                    [say.minimum, number(plan.minimum)],
                    [say.ofNewAssessor, percent(plan.risk.newAssessor / 100)],
                    [say.ofNewUnit, percent(plan.risk.newUnit / 100)],
                    [say.ofComplaint, percent(plan.risk.complaint / 100)],
                    [say.ofFirstVerdicts, percent(plan.risk.firstVerdicts / 100)],
                    [say.blindShort, plan.blind ? say.yes : say.no],
                    [say.seed, <code>{plan.seed}</code>],
                  ]}
                />
              </Card>
              {runs && <Draw planId={planId} />}
              <Samples planId={planId} assigns={runs} />
            </>
          ) : (
            <Empty>{say.gone}</Empty>
          )
        }
      </Loaded>
    </BodyPage>
  );
}

function Draw({ planId }: { planId: string }) {
  const say = useWords(verificationWords);
  const { number } = useFormats();
  const nameOf = useAssessmentNames();
  const bodyId = useBodyId();
  const preview = useApi(previewPath, { params: { bodyId, planId } });
  const draw = useSend('post', '/api/training-bodies/{bodyId}/sampling-plans/{planId}/draws', {
    stale: [previewPath, samplesPath],
  });
  return (
    <Section title={say.draw}>
      <p>{say.drawHelp}</p>
      {draw.error && <ProblemNotice problem={draw.error} />}
      {draw.data && <Notice tone="met" title={say.drew(number(draw.data.added))} />}
      <Loaded of={preview}>
        {({ added, population, drawn }) => (
          <>
            <p>{say.preview(number(added), number(population))}</p>
            {drawn.length > 0 && (
              <>
                <div>
                  <Button
                    kind="primary"
                    busy={draw.isPending}
                    onClick={() => draw.mutate({ params: { bodyId, planId } })}
                  >
                    {say.drawNow}
                  </Button>
                </div>
                <Table dense label={say.draw} columns={['#', say.assessment, say.why]}>
                  {drawn.map((one) => (
                    <tr key={one.assessmentId}>
                      <td>{number(one.rank)}</td>
                      <th scope="row">{nameOf(one.assessmentId)}</th>
                      <td>
                        <Why of={one.explanation} />
                      </td>
                    </tr>
                  ))}
                </Table>
              </>
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
}
