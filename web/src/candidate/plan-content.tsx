import { type Answer } from '../api/client';
import { useApi } from '../api/use-api';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { Card, Section } from '../ui/page';
import css from './candidate.module.css';
import { planWords } from './plan-words';

type Plans = Answer<'/api/assessments/{assessmentId}/plans', 'get'>;
export type Plan = Plans['items'][number];

/** A plan in words: how one is assessed, where, with what adjusted, and by whom. */
export function PlanContent({
  assessmentId,
  plan,
  people,
}: {
  assessmentId: string;
  plan: Plan;
  people: Plans['people'];
}) {
  const say = useWords(planWords);
  const { day, number } = useFormats();
  const assessment = useApi('/api/assessments/{id}', { params: { id: assessmentId } });
  const documentId = assessment.data?.document.id ?? '';
  const unit = useApi('/api/competency-documents/{id}', { params: { id: documentId }, when: documentId !== '' });
  const textOf = (ref: string): string => unit.data?.items.find((one) => one.ref === ref)?.text ?? '';
  return (
    <>
      <p className={css.soft}>{say.version(number(plan.version), plan.madeBy.name, day(plan.madeAt))}</p>
      <Section title={say.methods}>
        <Card>
          <ul className={css.plain}>
            {plan.methods.map(({ key, name, reason }) => (
              <li key={key}>
                {name}
                {reason && <div className={css.soft}>{reason}</div>}
              </li>
            ))}
          </ul>
        </Card>
      </Section>
      {plan.contexts.length > 0 && (
        <Section title={say.contexts}>
          <Card>
            <ul className={css.plain}>
              {plan.contexts.map(({ ref, available, reason }) => (
                <li key={ref}>
                  {textOf(ref)}{' '}
                  <span className={css.soft}>
                    {available === null ? say.notLooked : available ? say.available : say.unavailable} {reason}
                  </span>
                </li>
              ))}
            </ul>
          </Card>
        </Section>
      )}
      {plan.adjustments.length > 0 && (
        <Section title={say.adjustments}>
          <Card>
            <ul className={css.plain}>
              {plan.adjustments.map(({ id, what, changed }) => (
                <li key={id}>
                  {what}
                  <div className={css.soft}>{changed}</div>
                </li>
              ))}
            </ul>
          </Card>
        </Section>
      )}
      <Section title={say.people}>
        <Card>
          <ul className={css.plain}>
            {people.map(({ id, name, interest }) => (
              <li key={id}>
                {name}{' '}
                <span className={css.soft}>
                  {!interest ? say.interestNone : interest.conflict ? say.interestConflict : say.interestClear}
                </span>
              </li>
            ))}
          </ul>
          {plan.note && <p className={css.words}>{plan.note}</p>}
        </Card>
      </Section>
    </>
  );
}
