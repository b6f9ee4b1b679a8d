import { useQuery } from '@tanstack/react-query';
import { call, type Params, type Problem, type Query } from './client';
import { type Item, keyOf, type ListPath } from './use-api';

/** Reads a whole list to its end, page after page. */
export async function readAll<P extends ListPath>(
  path: P,
  { params, query, signal }: { params?: Params<P>; query?: object; signal?: AbortSignal },
): Promise<Item<P>[]> {
  const all: Item<P>[] = [];
  let cursor: string | null = null;
  do {
    const asked = { limit: 200, ...query, ...(cursor && { cursor }) } as unknown as Query<P, 'get'>;
    const page = (await call('get', path, { params, query: asked, signal })) as unknown as {
      items: Item<P>[];
      next: string | null;
    };
    all.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return all;
}

/** A whole list, for a choice or a count that needs all of it. */
export function useAll<P extends ListPath>(
  path: P,
  { params, query, when = true }: { params?: Params<P>; query?: object; when?: boolean } = {},
) {
  return useQuery<Item<P>[], Problem>({
    queryKey: [...keyOf(path, params ?? null, query ?? null), 'all'],
    queryFn: ({ signal }) => readAll(path, { params, query, signal }),
    enabled: when,
  });
}
