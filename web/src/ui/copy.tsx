import { useState } from 'react';
import { useWords } from '../i18n/words';
import { Button } from './button';
import { uiWords } from './words';

/** Copies a text. Without a secure address the browser has no clipboard: then the text is there to be selected. */
export function Copy({ text, children }: { text: string; children?: string }) {
  const say = useWords(uiWords);
  const [copied, setCopied] = useState(false);
  if (!navigator.clipboard) return null;
  const copy = (): void => void navigator.clipboard.writeText(text).then(() => setCopied(true));
  return (
    <Button small onClick={copy}>
      {copied ? say.copied : (children ?? say.copy)}
    </Button>
  );
}
