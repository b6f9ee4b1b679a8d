import { useQueryClient } from '@tanstack/react-query';
import { type RefObject } from 'react';
import { call, Problem } from '../../api/client';
import { Ask } from '../../ui/ask';
import { fieldWords } from '../../field/words';
import { useWords } from '../../i18n/words';
import { usePerson } from '../../session/session';
import { afterRecord } from './stale';
import { recordWords } from './words';

/** The last look before a record is locked: what is signed, by whom, and what becomes of it. */
export function SignDialog({
  dialog,
  path,
  id,
  candidate,
  signs,
  claims,
  onFailed,
}: {
  dialog: RefObject<HTMLDialogElement | null>;
  path: 'observations' | 'questionings';
  id: string;
  candidate: string;
  signs: string;
  claims: string;
  onFailed: (problem: Problem) => void;
}) {
  const say = useWords(recordWords);
  const field = useWords(fieldWords);
  const { name } = usePerson();
  const queries = useQueryClient();
  const sign = async (): Promise<void> => {
    try {
      const params = { id };
      // What is signed is what the server holds now, and nothing that comes after.
      const { contentSha256 } = await call('get', `/api/${path}/{id}/signature`, { params });
      await call('post', `/api/${path}/{id}/signature`, { params, body: { contentSha256 } });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      onFailed(error);
      return;
    }
    await Promise.all(afterRecord.map((one) => queries.invalidateQueries({ queryKey: [one] })));
    document.querySelector<HTMLElement>('h1')?.focus();
    window.scrollTo(0, 0);
  };
  return (
    <Ask
      dialog={dialog}
      title={say.signTitle(candidate)}
      answer={field.sign}
      cancel={field.cancel}
      onAnswer={() => void sign()}
    >
      <ul>
        <li>{signs}</li>
        <li>{field.signWho(name)}</li>
      </ul>
      <p>{say.signText}</p>
      <p>{claims}</p>
    </Ask>
  );
}
