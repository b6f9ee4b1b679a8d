import { useState } from 'react';
import { pageHeaders, Problem, problemOf } from './client';

/**
 * Fetches a file that a plain link cannot ask for (it changes the log, or is one of several kinds) and has the browser
 * save it under the name that the server gives it.
 */
export async function saveFile(address: string, { method, accept }: { method: 'GET' | 'POST'; accept: string }) {
  const headers = { ...pageHeaders(), Accept: accept };
  const answer = await fetch(address, { method, headers, credentials: 'same-origin' });
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
