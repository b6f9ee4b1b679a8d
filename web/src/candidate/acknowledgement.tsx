import { Link } from 'wouter';
import { useApi, useSend } from '../api/use-api';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { usePerson } from '../session/session';
import { Button, ButtonLink } from '../ui/button';
import { Actions, Checkbox, Form } from '../ui/form';
import { Notice } from '../ui/notice';
import { Card, Empty, Loaded, Page, Section } from '../ui/page';
import css from './candidate.module.css';
import { focusHeading } from './focus-heading';
import { PlanContent, type Plan } from './plan-content';
import { PlanNews } from './plan-news';
import { planWords } from './plan-words';
import { candidateWords } from './words';

/** The plan of one's assessment and the privacy notice, to be read and acknowledged. */
export function Acknowledgement({ id }: { id: string }) {
  const say = useWords(planWords);
  const { back } = useWords(candidateWords);
  const plans = useApi('/api/assessments/{assessmentId}/plans', {
    params: { assessmentId: id },
    query: { limit: 200 },
  });
  return (
    <Page title={say.title} over={<Link to={`/assessments/${id}`}>{back}</Link>} narrow>
      <Loaded of={plans}>
        {({ items: [plan, ...earlier], people }) =>
          plan ? (
            <>
              <PlanNews assessmentId={id} plan={plan} earlier={earlier} people={people} />
              <PlanContent assessmentId={id} plan={plan} people={people} />
              <Section title={say.privacy}>
                <Card>
                  <p className={css.words}>{plan.privacyNotice}</p>
                </Card>
              </Section>
              <Acknowledge assessmentId={id} plan={plan} />
            </>
          ) : (
            <Empty>{say.none}</Empty>
          )
        }
      </Loaded>
    </Page>
  );
}

function Acknowledge({ assessmentId, plan }: { assessmentId: string; plan: Plan }) {
  const say = useWords(planWords);
  const { back } = useWords(candidateWords);
  const { instant } = useFormats();
  const me = usePerson();
  const send = useSend('post', '/api/plans/{id}/acknowledgement', {
    stale: ['/api/assessments/{assessmentId}/plans', '/api/me/reminders', '/api/assessments/{id}/coverage'],
  });
  const seen = plan.acknowledgements.find(({ userId }) => userId === me.id);
  if (seen)
    return (
      <Notice tone="met" title={say.seen(instant(seen.acknowledgedAt))}>
        <div>
          <ButtonLink to={`/assessments/${assessmentId}`}>{back}</ButtonLink>
        </div>
      </Notice>
    );
  return (
    <Section title={say.acknowledge}>
      <p>{say.means}</p>
      <Form
        problem={send.error}
        onSend={(data) =>
          send.mutate(
            {
              params: { id: plan.id },
              body: {
                privacyNoticeAcknowledged: (data.get('privacyNoticeAcknowledged') === 'on') as true,
                contentSha256: plan.contentSha256,
              },
            },
            { onSuccess: focusHeading },
          )
        }
      >
        <Checkbox name="privacyNoticeAcknowledged" label={say.privacyRead} />
        <Actions>
          <Button type="submit" kind="primary" busy={send.isPending}>
            {say.confirm}
          </Button>
        </Actions>
      </Form>
    </Section>
  );
}
