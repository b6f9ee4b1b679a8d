import { type ReactNode } from 'react';
import { Link } from 'wouter';
import { useWords } from '../i18n/words';
import { usePerson } from '../session/session';
import { Badge } from '../ui/page';
import { entriesOf } from './kept/entries';
import { isUnsent } from './kept/entry';
import { useKept } from './use-kept';
import css from './strip.module.css';
import { fieldWords } from './words';

/** Stays in sight on the pages of the field, however far one scrolls: how much is not sent, and what goes beside it. */
export function Strip({ children }: { children?: ReactNode }) {
  const say = useWords(fieldWords);
  const { id } = usePerson();
  const entries = useKept(['entries', id], () => entriesOf(id)).data;
  if (!entries) return null;
  const count = entries.filter(isUnsent).length;
  const refused = entries.filter(({ state }) => state === 'refused').length;
  return (
    <div className={css.strip}>
      {children}
      <div role="status" className={css.stripState}>
        {refused > 0 && (
          <Link to="/field#records" className={css.link}>
            <Badge tone="gap">{say.refused(refused)}</Badge>
          </Link>
        )}
        {count > 0 ? <Badge tone="wait">{say.unsent(count)}</Badge> : <Badge tone="met">{say.allSent}</Badge>}
      </div>
    </div>
  );
}
