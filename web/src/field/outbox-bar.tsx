import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useWords } from '../i18n/words';
import { usePerson, useSignInAgain } from '../session/session';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Progress } from '../ui/page';
import css from './field.module.css';
import { entriesOf } from './kept/entries';
import { roomForPhotos, useStorage } from './storage';
import { useKept } from './use-kept';
import { sendNow, useRun } from './use-outbox';
import { fieldWords } from './words';

/** How what is not sent goes on its way, and what stands in it. */
export function OutboxBar() {
  const say = useWords(fieldWords);
  const { id } = usePerson();
  const signIn = useSignInAgain();
  const entries = useKept(['entries', id], () => entriesOf(id)).data;
  const { run, sending } = useRun();
  const { storage } = useStorage();
  const room = storage ? roomForPhotos(storage) : null;
  const queries = useQueryClient();
  useEffect(() => {
    // The outbox may be the first to find that the session has ended.
    if (run === 'signed_out') void queries.invalidateQueries({ queryKey: ['/api/session'] });
  }, [run, queries]);
  if (!entries) return null;
  const waits = entries.some(({ state }) => state === 'queued');
  return (
    <div className={css.outbox}>
      <div role="status" className={css.outboxState}>
        {waits && run === 'unreachable' && <span>{say.unreachable}</span>}
        {signIn && <span>{waits ? say.signInToSend : say.signInToGoOn}</span>}
        {waits && run === 'sending' && <span>{say.sending}</span>}
      </div>
      {signIn && (
        <Button kind="primary" onClick={signIn}>
          {say.signInAgain}
        </Button>
      )}
      {waits && !signIn && (
        <Button small busy={run === 'sending'} onClick={() => void sendNow(id)}>
          {say.sendNow}
        </Button>
      )}
      {room !== null && (
        <div className={css.wide}>
          <Notice tone="wait" title={say.nearlyFull(room)}>
            <p>{say.nearlyFullHelp}</p>
          </Notice>
        </div>
      )}
      {waits && run === 'sending' && sending.all > 1 && (
        <div className={css.sending}>
          <Progress share={sending.done / sending.all} label={say.sending} />
          <span className={css.soft}>{say.sent(sending.done, sending.all)}</span>
        </div>
      )}
    </div>
  );
}
