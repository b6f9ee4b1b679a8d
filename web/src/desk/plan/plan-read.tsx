import { type ReactNode } from 'react';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Badge, Card, Section } from '../../ui/page';
import { type Names } from './changes';
import { type Plan } from './edited';
import { PlanChanges } from './plan-changes';
import css from './plan.module.css';
import { planWords } from './words';

/** The plan that holds, what it changed, and who has acknowledged it. */
export function PlanRead({
  plan,
  before,
  names,
  actions,
}: {
  plan: Plan;
  before: Plan | undefined;
  names: Names;
  actions: ReactNode;
}) {
  const say = useWords(planWords);
  const { instant } = useFormats();
  return (
    <Section title={say.current(String(plan.version))} actions={actions}>
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
        {before && (
          <div className={css.changes}>
            <h3>{say.changedFrom(String(before.version))}</h3>
            <PlanChanges before={before} after={plan} names={names} none={say.changedNothing} />
          </div>
        )}
        <PlanWordForWord plan={plan} names={names} />
      </Card>
    </Section>
  );
}

/** What a version says. */
export function PlanWordForWord({ plan, names }: { plan: Plan; names: Names }) {
  const say = useWords(planWords);
  const available = (is: boolean | null): string =>
    is === null ? say.contextUnknown : is ? say.contextYes : say.contextNo;
  return (
    <>
      <h3>{say.methods}</h3>
      <ul>
        {plan.methods.map(({ key, name, reason, needsAllOf }) => (
          <li key={key}>
            {key} {name}
            {reason && `：${reason}`}
            <div className={css.soft}>
              {needsAllOf.length > 0 ? say.needsAre(needsAllOf.map(names.choice).join('、')) : say.anyEvidence}
            </div>
          </li>
        ))}
      </ul>
      {plan.contexts.length > 0 && <h3>{say.contexts}</h3>}
      <ul>
        {plan.contexts.map(({ ref, available: is, reason }) => (
          <li key={ref}>
            {names.item(ref)}（{available(is)}）{reason}
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
      {plan.parts.length > 0 && <h3>{say.parts}</h3>}
      <ul>
        {plan.parts.map(({ userId, refs }) => (
          <li key={userId}>
            {say.partLine(names.person(userId), refs.length === 0 ? say.partWhole : refs.map(names.item).join('、'))}
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
    </>
  );
}
