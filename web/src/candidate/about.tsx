import { Link } from 'wouter';
import { useApi } from '../api/use-api';
import { assessmentWords } from '../assessments/words';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { Badge, Card, Section } from '../ui/page';
import css from './candidate.module.css';
import { type Assessment } from './types';
import { candidateWords } from './words';

/** What one is assessed on, by whom and how. */
export function About({ assessment }: { assessment: Assessment }) {
  const say = useWords(candidateWords);
  const words = useWords(assessmentWords);
  const assessors = assessment.assignments.filter(({ endedAt }) => !endedAt);
  return (
    <Section title={say.about}>
      <Card>
        <dl className={css.facts}>
          <div>
            <dt>{say.unit}</dt>
            <dd>
              {assessment.document.code} {assessment.document.name}
            </dd>
          </div>
          <div>
            <dt>{say.pathway}</dt>
            <dd>
              {words[assessment.pathway]} · {words.attempt(assessment.attempt)}
            </dd>
          </div>
          <div>
            <dt>{say.assessors}</dt>
            {assessors.length === 0 && <dd>{say.nobodyYet}</dd>}
            {assessors.map(({ id, person, duty }) => (
              <dd key={id}>
                {person.name}
                {duty !== 'assessor' && ` (${duty === 'verifier' ? say.verifier : say.lead})`}
              </dd>
            ))}
          </div>
          <div>
            <dt>{say.plan}</dt>
            <dd>
              <PlanState assessment={assessment} />
            </dd>
          </div>
        </dl>
      </Card>
    </Section>
  );
}

function PlanState({ assessment: { id, candidate } }: { assessment: Assessment }) {
  const say = useWords(candidateWords);
  const { day } = useFormats();
  const plans = useApi('/api/assessments/{assessmentId}/plans', { params: { assessmentId: id }, query: { limit: 1 } });
  const plan = plans.data?.items[0];
  if (!plan) return plans.data ? say.planNone : null;
  const seen = plan.acknowledgements.find(({ userId }) => userId === candidate.id);
  return (
    <>
      <Link to={`/assessments/${id}/acknowledgement`}>{say.readPlan}</Link>{' '}
      {seen ? say.planSeen(day(seen.acknowledgedAt)) : <Badge tone="wait">{say.planOpen}</Badge>}
    </>
  );
}
