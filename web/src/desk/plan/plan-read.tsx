import { type Item } from '../../api/use-api';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Badge, Card, Section } from '../../ui/page';
import { useContextNames } from './context-names';
import css from './plan.module.css';
import { planWords } from './words';

type Plan = Item<'/api/assessments/{assessmentId}/plans'>;

/** A plan word for word, and who has acknowledged it. */
export function PlanRead({ plan, documentId }: { plan: Plan; documentId: string }) {
  const say = useWords(planWords);
  const { instant } = useFormats();
  const nameOf = useContextNames(documentId);
  const available = (is: boolean | null): string =>
    is === null ? say.contextUnknown : is ? say.contextYes : say.contextNo;
  return (
    <Section title={say.current(String(plan.version))}>
      <Card>
        <p className={css.soft}>{say.madeBy(plan.madeBy.name, instant(plan.madeAt))}</p>
        {plan.acknowledgements.length === 0 && (
          <p>
            <Badge tone="wait">{say.unacknowledged}</Badge>
          </p>
        )}
        {plan.acknowledgements.map(({ id, name, acknowledgedAt }) => (
          <p key={id}>
            <Badge tone="met">{say.acknowledged(name, instant(acknowledgedAt))}</Badge>
          </p>
        ))}
        <h3>{say.methods}</h3>
        <ul>
          {plan.methods.map(({ key, name, reason }) => (
            <li key={key}>
              {name}
              {reason && `：${reason}`}
            </li>
          ))}
        </ul>
        {plan.contexts.length > 0 && <h3>{say.contexts}</h3>}
        <ul>
          {plan.contexts.map(({ ref, available: is, reason }) => (
            <li key={ref}>
              {nameOf(ref)}（{available(is)}）{reason}
            </li>
          ))}
        </ul>
        {plan.adjustments.length > 0 && <h3>{say.adjustments}</h3>}
        <ul>
          {plan.adjustments.map(({ id, what, changed }) => (
            <li key={id}>
              {what}：{changed}
            </li>
          ))}
        </ul>
        {plan.note && (
          <>
            <h3>{say.note}</h3>
            <p className={css.words}>{plan.note}</p>
          </>
        )}
        <details>
          <summary>{say.privacy}</summary>
          <p className={css.words}>{plan.privacyNotice}</p>
        </details>
      </Card>
    </Section>
  );
}
