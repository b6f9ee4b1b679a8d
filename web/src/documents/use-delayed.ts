import { useEffect, useEffectEvent, useState } from 'react';

/** A value once it has rested for a moment, as when somebody stops typing. */
export function useDelayed<T extends object>(value: T, onRest?: (value: T) => void): T {
  const [rested, setRested] = useState(value);
  const told = useEffectEvent((next: T) => onRest?.(next));
  const text = JSON.stringify(value);
  useEffect(() => {
    if (text === JSON.stringify(rested)) return;
    const timer = window.setTimeout(() => {
      const next = JSON.parse(text) as T;
      setRested(next);
      told(next);
    }, 250);
    return () => window.clearTimeout(timer);
  }, [text, rested]);
  return rested;
}
