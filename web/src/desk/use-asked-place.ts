import { useEffect } from 'react';
import { useSearchParams } from 'wouter';

/** Takes the reader to the part of the page that the address asks for (`?at=`), once it is there. */
export function useAskedPlace(): void {
  const [search] = useSearchParams();
  const asked = search.get('at');
  useEffect(() => {
    if (asked) document.getElementById(asked)?.focus();
  }, [asked]);
}
