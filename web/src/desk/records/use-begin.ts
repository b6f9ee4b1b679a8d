import { useState } from 'react';

/**
 * What a form begins with: taken once, when it is there, and let be however often it is read again; until it is asked to
 * begin anew.
 */
export function useBegin<T>(content: T | undefined): readonly [T | undefined, () => void] {
  const [begun, setBegun] = useState<T>();
  if (begun === undefined && content !== undefined) setBegun(content);
  return [begun ?? content, () => setBegun(undefined)];
}
