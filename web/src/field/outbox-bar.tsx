import { Link } from 'wouter';
import { useWords } from '../i18n/words';
import { usePerson } from '../session/session';
import { Button } from '../ui/button';
import { Badge } from '../ui/page';
import css from './field.module.css';
import { entriesOf } from './kept/entries';
import { isUnsent } from './kept/entry';
import { useKept } from './use-kept';
import { sendNow, useRun } from './use-outbox';
import { fieldWords } from './words';

/** What is not sent, always in sight while working in the field, and what stands in its way. */
export function OutboxBar() {
  const say = useWords(fieldWords);
  const { id } = usePerson();
  const entries = useKept(['entries', id], () => entriesOf(id)).data;
  const run = useRun();
  if (!entries) return null;
  const count = entries.filter(isUnsent).length;
  const waits = entries.some(({ state }) => state === 'queued');
  const refused = entries.filter(({ state }) => state === 'refused').length;
  return (
    <div className={css.outbox}>
      <div role="status" className={css.outboxState}>
        {count > 0 ? <Badge tone="wait">{say.unsent(count)}</Badge> : <Badge tone="met">{say.allSent}</Badge>}
        {refused > 0 && (
          <Link to="/field" className={css.toFinish}>
            <Badge tone="gap">{say.refused(refused)}</Badge>
          </Link>
        )}
        {waits && run === 'unreachable' && <span>{say.unreachable}</span>}
        {waits && run === 'signed_out' && <span>{say.signInToSend}</span>}
        {waits && run === 'sending' && <span>{say.sending}</span>}
      </div>
      {waits && (
        <Button small busy={run === 'sending'} onClick={() => void sendNow(id)}>
          {say.sendNow}
        </Button>
      )}
    </div>
  );
}
