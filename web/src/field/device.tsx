import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Badge, Section } from '../ui/page';
import css from './field.module.css';
import { useInstall } from './install';
import { isReadyOffline } from './offline';
import { useStorage } from './storage';
import { fieldWords } from './words';

/** What this device promises: to open without a network, and to keep what it was given. */
export function Device() {
  const say = useWords(fieldWords);
  const format = useFormats();
  const [asked, setAsked] = useState(false);
  const ready = useQuery({ queryKey: ['kept', 'ready'], queryFn: isReadyOffline });
  const { storage, ask } = useStorage();
  const persist = async (): Promise<void> => {
    await ask();
    setAsked(true);
  };
  return (
    <Section title={say.device}>
      {window.isSecureContext ? (
        <p role="status">
          <Badge tone={ready.data ? 'met' : 'wait'}>{ready.data ? say.offlineReady : say.offlinePreparing}</Badge>
        </p>
      ) : (
        <Notice tone="gap">{say.insecure}</Notice>
      )}
      {storage && (
        <div className={css.stack} role="status">
          <p>
            <Badge tone={storage.persisted ? 'met' : 'wait'}>
              {storage.persisted ? say.persisted : say.notPersisted}
            </Badge>
          </p>
          {storage.quota > 0 && (
            <p className={css.soft}>{say.space(format.size(storage.usage), format.size(storage.quota))}</p>
          )}
          {asked && !storage.persisted && <p>{say.persistRefused}</p>}
        </div>
      )}
      <div className={css.buttons}>
        {storage && !storage.persisted && <Button onClick={() => void persist()}>{say.persist}</Button>}
      </div>
      <Install />
    </Section>
  );
}

/** iPhones and iPads, of which newer ones say that they are Macs: there only Safari's own menu installs. */
const isApple =
  /iPhone|iPad/.test(navigator.userAgent) || (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);

function Install() {
  const say = useWords(fieldWords);
  const { installed, ask } = useInstall();
  if (installed) return <p className={css.soft}>{say.installed}</p>;
  return (
    <div className={css.stack}>
      <p className={css.soft}>
        {say.installHelp} {!ask && (isApple ? say.installOnApple : say.installByHand)}
      </p>
      {ask && (
        <div>
          <Button onClick={ask}>{say.install}</Button>
        </div>
      )}
    </div>
  );
}
