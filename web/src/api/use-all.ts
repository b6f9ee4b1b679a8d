import { useEffect } from 'react';
import { type ListPath, usePages } from './use-api';

/** Reads a list to its end, page after page; what is there already can be seen meanwhile. */
export function useAll<P extends ListPath>(path: P, asked: Parameters<typeof usePages<P>>[1] = {}) {
  const query = { limit: 200, ...asked.query } as unknown as NonNullable<typeof asked.query>;
  const list = usePages(path, { ...asked, query });
  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage } = list;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isError, fetchNextPage]);
  return list;
}
