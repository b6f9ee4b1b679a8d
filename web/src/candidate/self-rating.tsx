import { useState } from 'react';
import { useApi, useSend } from '../api/use-api';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { Button } from '../ui/button';
import { Form, TextArea, textIn } from '../ui/form';
import { ProblemNotice } from '../ui/notice';
import css from './candidate.module.css';
import { candidateWords } from './words';

const ratings = ['can', 'partly', 'not_yet'] as const;
type Rating = (typeof ratings)[number];
const path = '/api/assessments/{assessmentId}/self-assessments';

/** How far the candidate sees themselves on a target, and why; kept at once, and counting for nothing. */
export function SelfRating({ assessmentId, targetRef }: { assessmentId: string; targetRef: string }) {
  const say = useWords(candidateWords);
  const { instant } = useFormats();
  const said = useApi(path, { params: { assessmentId } });
  const rate = useSend('post', path, { stale: [path] });
  const own = said.data?.find((one) => one.targetRef === targetRef);
  // Shown as it is pressed, however long the server takes to say that it is kept.
  const [chosen, setChosen] = useState<Rating | null>(null);
  const shown = chosen ?? own?.rating;
  // What is said replaces all that was said before: the note goes along with the rating.
  const state = (rating: Rating, note: string | null): void => {
    setChosen(rating);
    const body = { ratings: [{ targetRef, rating, note }] };
    rate.mutate({ params: { assessmentId }, body }, { onError: () => setChosen(null) });
  };
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
              onChange={() => state(rating, own?.note ?? null)}
            />
            {say[`self_${rating}`]}
          </label>
        ))}
      </div>
      <p className={css.soft} role="status">
        {own ? say.selfSaid(instant(own.statedAt)) : say.selfHelp}
      </p>
      {own?.note && <p className={css.said}>{own.note}</p>}
      {own && (
        <details className={css.more}>
          <summary>{say.selfWhy}</summary>
          <Form onSend={(data) => state(own.rating, textIn(data, 'note') ?? null)}>
            <TextArea
              name="note"
              label={say.selfNote}
              hint={say.selfNoteHint}
              defaultValue={own.note ?? ''}
              maxLength={2000}
              rows={2}
            />
            <div>
              <Button small type="submit" busy={rate.isPending}>
                {say.selfSave}
              </Button>
            </div>
          </Form>
        </details>
      )}
      {rate.error && <ProblemNotice problem={rate.error} />}
    </fieldset>
  );
}
