import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { watchKept } from './kept/database';

/** Reads what this device keeps, and again whenever it changes, in whichever page. */
export function useKept<T>(name: readonly unknown[], read: () => Promise<T>, when = true) {
  const queries = useQueryClient();
  useEffect(() => watchKept(() => void queries.invalidateQueries({ queryKey: ['kept'] })), [queries]);
  return useQuery<T, Error>({ queryKey: ['kept', ...name], queryFn: read, enabled: when, staleTime: 0, retry: false });
}
