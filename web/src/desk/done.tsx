import { useEffect, useRef } from 'react';
import { Notice } from '../ui/notice';

/** What was done last; a new object each time, so that the same thing done again is said again. */
export interface Said {
  text: string;
}

/** Says that something was done, and takes the focus that the button had which did it. */
export function Done({ said }: { said: Said | null }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (said) place.current?.focus();
  }, [said]);
  return (
    <div ref={place} role="status" tabIndex={-1}>
      {said && <Notice tone="met" title={said.text} />}
    </div>
  );
}
