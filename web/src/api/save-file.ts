import { useState } from 'react';
import { pageHeaders, Problem, problemOf } from './client';

/**
 * Fetches a small file that a plain link cannot ask for, as it is one of several kinds, in the language of the page, and
 * has the browser save it under the name that the server gives it.
 */
async function saveFile(address: string, accept: string): Promise<void> {
  const headers = { ...pageHeaders(), Accept: accept };
  const answer = await fetch(address, { headers, credentials: 'same-origin' });
  if (!answer.ok) throw await problemOf(answer);
  const url = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = nameIn(answer.headers.get('Content-Disposition') ?? '');
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function nameIn(disposition: string): string {
  const whole = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1];
  return whole ? decodeURIComponent(whole) : (/filename="?([^";]+)"?/.exec(disposition)?.[1] ?? 'touchstone');
}

/** Saving a file, and how far that is. */
export function useSaveFile() {
  const [state, setState] = useState<'idle' | 'busy' | 'done'>('idle');
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = async (...asked: Parameters<typeof saveFile>): Promise<void> => {
    setState('busy');
    setProblem(null);
    try {
      await saveFile(...asked);
      setState('done');
    } catch (error) {
      setState('idle');
      setProblem(error instanceof Problem ? error : new Problem(0, 'offline', ''));
    }
  };
  return { state, problem, save };
}
