import { useApi, useSend } from '../api/use-api';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { ProblemNotice } from '../ui/notice';
import css from './candidate.module.css';
import { candidateWords } from './words';

const ratings = ['can', 'partly', 'not_yet'] as const;
const path = '/api/assessments/{assessmentId}/self-assessments';

/** How far the candidate sees themselves on a target; kept at once, and counting for nothing. */
export function SelfRating({ assessmentId, targetRef }: { assessmentId: string; targetRef: string }) {
  const say = useWords(candidateWords);
  const { instant } = useFormats();
  const said = useApi(path, { params: { assessmentId } });
  const rate = useSend('post', path, { stale: [path] });
  const own = said.data?.find((one) => one.targetRef === targetRef);
  const shown = rate.isPending ? rate.variables.body?.ratings[0]?.rating : own?.rating;
  return (
    <fieldset className={css.self}>
      <legend>{say.selfTitle}</legend>
      <div className={css.switch}>
        {ratings.map((rating) => (
          <label key={rating}>
            <input
              type="radio"
              name={`self-${targetRef}`}
              checked={shown === rating}
              onChange={() => rate.mutate({ params: { assessmentId }, body: { ratings: [{ targetRef, rating }] } })}
            />
            {say[`self_${rating}`]}
          </label>
        ))}
      </div>
      <p className={css.soft} role="status">
        {own ? say.selfSaid(instant(own.statedAt)) : say.selfHelp}
      </p>
      {rate.error && <ProblemNotice problem={rate.error} />}
    </fieldset>
  );
}
