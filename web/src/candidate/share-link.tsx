import { useState } from 'react';
import { useWords } from '../i18n/words';
import { Button } from '../ui/button';
import css from './candidate.module.css';
import { certificateWords } from './certificate-words';

/** Hands a link on as the device does it; where it does not, copies it, and where that is refused, shows it. */
export function ShareLink({ title, address }: { title: string; address: string }) {
  const say = useWords(certificateWords);
  const [state, setState] = useState<'shared' | 'copied' | 'shown' | null>(null);
  const share = async (): Promise<void> => {
    // A desktop's own dialog offers little more than copying.
    const isHandheld = window.matchMedia('(pointer: coarse)').matches;
    if (isHandheld && 'share' in navigator) {
      const isDone = await navigator.share({ title, url: address }).then(
        () => true,
        (error: unknown) => error instanceof DOMException && error.name === 'AbortError',
      );
      if (isDone) return setState('shared');
    }
    await navigator.clipboard.writeText(address).then(
      () => setState('copied'),
      () => setState('shown'),
    );
  };
  return (
    <>
      {/* Without a secure address there is no clipboard. */}
      <Button kind="primary" onClick={() => void share().catch(() => setState('shown'))}>
        {state === 'copied' ? say.copyAgain : say.share}
      </Button>
      <span role="status" className={css.shared}>
        {state === 'copied' && say.copied}
        {state === 'shown' && (
          <>
            {say.copyByHand} <code>{address}</code>
          </>
        )}
      </span>
    </>
  );
}
