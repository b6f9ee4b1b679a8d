import { type RefObject, useEffect, useRef } from 'react';
import { useLocation } from 'wouter';

/** For a menu that scrolls sideways where it is narrow: the link to this page is in sight. */
export function useCurrentInView<T extends HTMLElement>(): RefObject<T | null> {
  const menu = useRef<T>(null);
  const [location] = useLocation();
  useEffect(() => {
    const current = menu.current?.querySelector<HTMLElement>('[aria-current="page"]');
    current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [location]);
  return menu;
}
