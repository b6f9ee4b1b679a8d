import { useEffect, useRef, useState } from 'react';
import { useWords } from '../i18n/words';
import { Button } from './button';
import { TextField } from './form';
import { uiWords } from './words';

/** A password, which may be looked at while it is typed. It is hidden again when it is sent, lest a browser keep it as a text. */
export function PasswordField({
  name,
  label,
  hint,
  autoComplete,
  defaultValue,
}: {
  name: string;
  label: string;
  hint?: string;
  autoComplete: 'current-password' | 'new-password';
  defaultValue?: string;
}) {
  const say = useWords(uiWords);
  const [isShown, setShown] = useState(false);
  const button = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const form = button.current?.closest('form');
    const hide = (): void => setShown(false);
    form?.addEventListener('submit', hide);
    return () => form?.removeEventListener('submit', hide);
  }, []);
  return (
    <TextField
      {...{ name, label, hint, autoComplete, defaultValue }}
      type={isShown ? 'text' : 'password'}
      spellCheck={false}
      autoCapitalize="none"
      autoCorrect="off"
      beside={
        <span ref={button}>
          <Button aria-label={isShown ? say.hidePassword : say.showPassword} onClick={() => setShown(!isShown)}>
            {isShown ? say.hide : say.show}
          </Button>
        </span>
      }
    />
  );
}
