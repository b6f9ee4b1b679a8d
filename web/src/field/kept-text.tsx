import { type ComponentProps, useEffect, useRef } from 'react';
import { TextArea, TextField } from '../ui/form';

const pause = 300;

/**
 * Keeps what is typed a moment after the last key, and at once when one leaves: the field, the page or the application.
 * The field itself is not written back to, so that nothing moves under the fingers.
 */
function useKeeping(onKeep: (value: string) => unknown) {
  const latest = useRef(onKeep);
  useEffect(() => {
    latest.current = onKeep;
  });
  const waiting = useRef<{ timer: number; value: string }>(undefined);
  const flush = useRef(() => {
    if (!waiting.current) return;
    window.clearTimeout(waiting.current.timer);
    const { value } = waiting.current;
    waiting.current = undefined;
    latest.current(value);
  });
  useEffect(() => {
    const now = flush.current;
    document.addEventListener('visibilitychange', now);
    window.addEventListener('pagehide', now);
    return () => {
      document.removeEventListener('visibilitychange', now);
      window.removeEventListener('pagehide', now);
      now();
    };
  }, []);
  return {
    onInput: (event: { currentTarget: { value: string } }): void => {
      window.clearTimeout(waiting.current?.timer);
      waiting.current = { value: event.currentTarget.value, timer: window.setTimeout(() => flush.current(), pause) };
    },
    onBlur: (): void => flush.current(),
  };
}

type Keeping = { onKeep: (value: string) => unknown };

export function KeptText({ onKeep, ...rest }: Omit<ComponentProps<typeof TextField>, 'onInput' | 'onBlur'> & Keeping) {
  return <TextField {...rest} {...useKeeping(onKeep)} />;
}

export function KeptTexts({ onKeep, ...rest }: Omit<ComponentProps<typeof TextArea>, 'onInput' | 'onBlur'> & Keeping) {
  return <TextArea {...rest} {...useKeeping(onKeep)} />;
}
