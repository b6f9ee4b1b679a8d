import { Link } from 'wouter';
import { useWords } from '../i18n/words';
import { useCurrentInView } from '../shell/use-current-in-view';
import { type Entry } from './kept/entry';
import { type Taken } from './kept/taken';
import css from './strip.module.css';
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
  const menu = useCurrentInView<HTMLElement>();
  return (
    <nav ref={menu} aria-label={say.candidates} className={css.switcher}>
      {visit.map(({ assessmentId, candidateName }) => {
        const isOpen = entries.some((entry) => entry.assessmentId === assessmentId && entry.state === 'open');
        return (
          <Link
            key={assessmentId}
            to={`/field/${assessmentId}`}
            aria-current={assessmentId === here ? 'page' : undefined}
            title={candidateName}
          >
            {isOpen && (
              <>
                <span aria-hidden="true">◐</span>
                <span className="unseen">{say.stateOpen}</span>
              </>
            )}
            <span>{candidateName}</span>
          </Link>
        );
      })}
    </nav>
  );
}
