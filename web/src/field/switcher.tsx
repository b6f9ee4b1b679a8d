import { Link } from 'wouter';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import css from './field.module.css';
import { type Entry } from './kept/entry';
import { type Taken } from './kept/taken';
import { fieldWords } from './words';

/** From one candidate of the visit to another; what was begun goes on. */
export function Switcher({
  visit,
  here,
  entries,
}: {
  visit: readonly Taken[];
  here: string;
  entries: readonly Entry[];
}) {
  const say = useWords(fieldWords);
  const format = useFormats();
  return (
    <nav aria-label={say.candidates} className={css.switcher}>
      {visit.map(({ assessmentId, candidateName, targets }) => {
        const open = entries.find((entry) => entry.assessmentId === assessmentId && entry.state === 'open');
        return (
          <Link
            key={assessmentId}
            to={`/field/${assessmentId}`}
            aria-current={assessmentId === here ? 'page' : undefined}
          >
            <strong>{candidateName}</strong>
            <span>{open ? say.observing(format.time(open.startedAt)) : say.toWitness(targets.length)}</span>
          </Link>
        );
      })}
    </nav>
  );
}
