import { useWords } from '../i18n/words';
import { ButtonLink } from '../ui/button';
import css from './candidate.module.css';
import { type Coverage } from './types';
import { useNextStep } from './use-next-step';
import { candidateWords } from './words';

/** The one thing that comes first now. */
export function NextStep({ assessmentId, coverage }: { assessmentId: string; coverage: Coverage }) {
  const say = useWords(candidateWords);
  const step = useNextStep(assessmentId, coverage);
  if (!step) return null;
  return (
    <section className={css.next} aria-labelledby="next-step">
      <h2 id="next-step">{say.next}</h2>
      <p>{step.text}</p>
      {step.more && <p className={css.soft}>{step.more}</p>}
      {step.to?.includes('#') ? (
        <a href="#requests">{step.act}</a>
      ) : (
        step.to && (
          <ButtonLink to={step.to} kind="primary">
            {step.act}
          </ButtonLink>
        )
      )}
    </section>
  );
}
