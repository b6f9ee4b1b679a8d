import { type ComponentProps, type ElementType, useEffect, useRef, useState } from 'react';
import { TextArea, TextField } from '../ui/form';

const pause = 300;

const rescueOf = (of: string, name: string): string => `touchstone.typed.${of}.${name}`;

/** What was typed and never reached the store, if anything: the page was killed in the moment between. */
function rescued(key: string): string | null {
  return localStorage.getItem(key);
}

function rescue(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Without room for it, what is typed is kept as it was: a moment after the last key.
  }
}

/**
 * Keeps what is typed a moment after the last key, and at once when one leaves: the field, the page or the application.
 * Until that is done, each key is noted where a page that is killed cannot lose it. The field itself is not written back
 * to, so that nothing moves under the fingers.
 */
function useKeeping({ of, name, onKeep }: Keeping & { name: string }) {
  const key = rescueOf(of, name);
  const latest = useRef(onKeep);
  useEffect(() => {
    latest.current = onKeep;
  });
  const waiting = useRef<{ timer: number; value: string }>(undefined);
  const [keep] = useState(() => (value: string): void => {
    const forget = (): void => {
      if (rescued(key) === value) rescue(key, null);
    };
    void latest.current(value).then((isKept) => isKept && forget());
  });
  const [flush] = useState(() => (): void => {
    if (!waiting.current) return;
    window.clearTimeout(waiting.current.timer);
    const { value } = waiting.current;
    waiting.current = undefined;
    keep(value);
  });
  const [left] = useState(() => rescued(key));
  useEffect(() => {
    if (left !== null) keep(left);
    document.addEventListener('visibilitychange', flush);
    window.addEventListener('pagehide', flush);
    return () => {
      document.removeEventListener('visibilitychange', flush);
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [left, keep, flush]);
  return {
    left,
    handlers: {
      onInput: (event: { currentTarget: { value: string } }): void => {
        const { value } = event.currentTarget;
        rescue(key, value);
        window.clearTimeout(waiting.current?.timer);
        waiting.current = { value, timer: window.setTimeout(flush, pause) };
      },
      onBlur: flush,
    },
  };
}

interface Keeping {
  /** Whose text it is: an id of the entry. */
  of: string;
  /** Answers whether it was kept. */
  onKeep: (value: string) => Promise<boolean>;
}

type Field<T extends ElementType> = Omit<ComponentProps<T>, 'onInput' | 'onBlur'> & Keeping;

export function KeptText({ of, onKeep, ...rest }: Field<typeof TextField>) {
  const { left, handlers } = useKeeping({ of, name: rest.name, onKeep });
  return <TextField {...rest} defaultValue={left ?? rest.defaultValue} {...handlers} />;
}

export function KeptTexts({ of, onKeep, ...rest }: Field<typeof TextArea>) {
  const { left, handlers } = useKeeping({ of, name: rest.name, onKeep });
  return <TextArea {...rest} defaultValue={left ?? rest.defaultValue} {...handlers} />;
}
