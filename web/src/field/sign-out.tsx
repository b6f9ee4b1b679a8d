import { useRef } from 'react';
import { call } from '../api/client';
import { useWords } from '../i18n/words';
import { usePerson } from '../session/session';
import { Ask } from '../ui/ask';
import { Button } from '../ui/button';
import { unsentCount } from './kept/entries';
import { clearDevice } from './kept/person';
import { useKept } from './use-kept';
import { fieldWords } from './words';

/**
 * Leaves, and forgets what was read and taken along: the page begins anew. What is not sent stays on the device for when
 * its assessor comes back, and is told of first.
 */
export function SignOut() {
  const say = useWords(fieldWords);
  const { id } = usePerson();
  const dialog = useRef<HTMLDialogElement>(null);
  const count = useKept(['unsent', id], () => unsentCount(id)).data ?? 0;
  const leave = async (): Promise<void> => {
    await call('delete', '/api/session').catch(() => undefined);
    await clearDevice().catch(() => undefined);
    window.location.assign('/');
  };
  return (
    <>
      <Button onClick={() => (count > 0 ? dialog.current?.showModal() : void leave())}>{say.signOut}</Button>
      <Ask
        dialog={dialog}
        title={say.leaveTitle(count)}
        answer={say.signOut}
        kind="danger"
        cancel={say.stay}
        onAnswer={() => void leave()}
      >
        <p>{say.leaveText}</p>
      </Ask>
    </>
  );
}
