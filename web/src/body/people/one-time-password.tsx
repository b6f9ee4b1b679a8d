import { useState } from 'react';
import { useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Row } from '../table';
import { bodyWords } from '../words';
import css from './people.module.css';
import { peopleWords } from './words';

/** A password that is shown this once, to be copied and handed over. */
export function OneTimePassword({ title, password }: { title: string; password: string }) {
  const say = useWords(peopleWords);
  const common = useWords(bodyWords);
  const [copied, setCopied] = useState(false);
  const copy = (): void => void navigator.clipboard.writeText(password).then(() => setCopied(true));
  return (
    <Notice tone="met" title={title}>
      <p>{say.oneTime}</p>
      <Row>
        <code className={css.password}>{password}</code>
        {/* Without a secure address the browser has no clipboard: the text can be selected. */}
        {navigator.clipboard && (
          <Button small onClick={copy}>
            {copied ? common.copied : common.copy}
          </Button>
        )}
      </Row>
      <p>{say.oneTimeHelp}</p>
    </Notice>
  );
}
