import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { useWords } from '../i18n/words';
import { textIn } from '../ui/form';
import css from './search.module.css';
import { searchWords } from './words';

/** The box in the bar. `/` leads to it from wherever nothing is being written. */
export function SearchBox() {
  const say = useWords(searchWords);
  const [, go] = useLocation();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const at = event.target as HTMLElement;
      const writes = at.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(at.tagName);
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || writes) return;
      event.preventDefault();
      box.current?.focus();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  return (
    <form
      role="search"
      aria-label={say.title}
      className={css.box}
      onSubmit={(event) => {
        event.preventDefault();
        go(`/search?q=${encodeURIComponent(textIn(new FormData(event.currentTarget), 'q') ?? '')}`);
      }}
    >
      <input
        ref={box}
        name="q"
        type="search"
        maxLength={100}
        aria-label={say.label}
        aria-keyshortcuts="/"
        placeholder={say.shortcut}
      />
    </form>
  );
}
