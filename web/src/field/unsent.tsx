import { Link, useLocation } from 'wouter';
import { useWords } from '../i18n/words';
import { Badge } from '../ui/page';
import css from './field.module.css';
import { useOutbox, useRun } from './use-outbox';
import { fieldWords } from './words';

/** In the bar of every page: how much of what was written down on this device the server does not have yet. */
export function Unsent() {
  const say = useWords(fieldWords);
  const count = useOutbox();
  const { run } = useRun();
  const [location] = useLocation();
  const isSaidThere = location.startsWith('/field');
  return (
    <div role="status" className={css.unsent}>
      {count > 0 && !isSaidThere && (
        <Link to="/field">
          <Badge tone="wait">{run === 'signed_out' ? say.unsentSignIn(count) : say.unsent(count)}</Badge>
        </Link>
      )}
    </div>
  );
}
