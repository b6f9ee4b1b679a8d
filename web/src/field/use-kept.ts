import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { watchKept } from './kept/database';

/** So often at most is everything read again while much changes, as when five hundred photos are sent. */
const pause = 100;

let readers = 0;
let leave = (): void => undefined;

/** One watch for all that is shown, however much that is. */
function watch(queries: QueryClient): () => void {
  if (readers === 0) leave = refreshing(queries);
  readers += 1;
  return () => {
    readers -= 1;
    if (readers === 0) leave();
  };
}

function refreshing(queries: QueryClient): () => void {
  let timer: number | undefined;
  let missed = false;
  const refresh = (): void => {
    missed = timer !== undefined;
    if (missed) return;
    void queries.invalidateQueries({ queryKey: ['kept'] });
    timer = window.setTimeout(() => {
      timer = undefined;
      if (missed) refresh();
    }, pause);
  };
  const stop = watchKept(refresh);
  return () => {
    stop();
    window.clearTimeout(timer);
  };
}

/** Reads what this device keeps, and again whenever it changes, in whichever page. */
export function useKept<T>(name: readonly unknown[], read: () => Promise<T>, when = true) {
  const queries = useQueryClient();
  useEffect(() => watch(queries), [queries]);
  return useQuery<T, Error>({ queryKey: ['kept', ...name], queryFn: read, enabled: when, staleTime: 0, retry: false });
}
