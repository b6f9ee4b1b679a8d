import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { useWords } from '../i18n/words';
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
  const menu = useRef<HTMLElement>(null);
  useEffect(() => {
    const current = menu.current?.querySelector<HTMLElement>('[aria-current]');
    if (current) showWhole(current);
  }, [here]);
  return (
    <nav ref={menu} aria-label={say.candidates} className={css.switcher} onFocus={(event) => showWhole(event.target)}>
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

/** Moves the line only: to scroll the page to what stays in sight would lose the place. */
function showWhole(link: HTMLElement): void {
  const line = link.parentElement!;
  line.scrollLeft = link.offsetLeft - (line.clientWidth - link.offsetWidth) / 2;
}
