import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Section } from '../../ui/page';
import { type Names } from './changes';
import { type Plan } from './edited';
import { PlanChanges } from './plan-changes';
import { PlanWordForWord } from './plan-read';
import css from './plan.module.css';
import { planWords } from './words';

/** What the plan was before, the newest first, each with what it changed. */
export function EarlierPlans({ plans, names }: { plans: Plan[]; names: Names }) {
  const say = useWords(planWords);
  const { instant } = useFormats();
  return (
    <Section title={say.earlier}>
      {plans.map((plan, index) => {
        const before = plans[index + 1];
        return (
          <details key={plan.id} className={css.earlier}>
            <summary>
              {say.version(String(plan.version))} · {say.madeBy(plan.madeBy.name, instant(plan.madeAt))}
            </summary>
            {before ? (
              <>
                <h3>{say.changedFrom(String(before.version))}</h3>
                <PlanChanges before={before} after={plan} names={names} none={say.changedNothing} />
              </>
            ) : (
              <p>{say.firstVersion}</p>
            )}
            <PlanWordForWord plan={plan} names={names} />
          </details>
        );
      })}
    </Section>
  );
}
