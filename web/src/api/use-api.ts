import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  type Answer,
  type Body,
  call,
  type Method,
  type Options,
  type Params,
  type Path,
  type Problem,
  type Query,
} from './client';

interface Asked<P extends Path> {
  params?: Params<P>;
  query?: Query<P, 'get'>;
  /** Not asked while this is false. */
  when?: boolean;
  /** Asked again every so many milliseconds while the page is looked at. */
  every?: number | false;
}

/** What is cached under a path: everything of it, or what was asked with these parameters. */
export function keyOf(path: Path, params?: unknown, query?: unknown): readonly unknown[] {
  return [path, ...(params === undefined ? [] : [params]), ...(query === undefined ? [] : [query])];
}

/**
 * Reads a resource. While it is asked otherwise (another filter), what was there stays to be seen; of another resource
 * nothing is shown until its own is there.
 */
export function useApi<P extends Path>(path: P, { params, query, when = true, every = false }: Asked<P> = {}) {
  return useQuery<Answer<P, 'get'>, Problem>({
    queryKey: keyOf(path, params ?? null, query ?? null),
    queryFn: ({ signal }) => call('get', path, { params, query, signal }),
    enabled: when,
    refetchInterval: every,
    placeholderData: (before, query) =>
      query && JSON.stringify(query.queryKey[1]) === JSON.stringify(params ?? null) ? before : undefined,
  });
}

/** Paths that answer a page of a list. */
export type ListPath = {
  [P in Path]: Answer<P, 'get'> extends { items: unknown[]; next: string | null } ? P : never;
}[Path];
export type Item<P extends ListPath> = Answer<P, 'get'> extends { items: (infer I)[] } ? I : never;

/** Reads a list page by page; `data` is all of it that was read so far. */
export function usePages<P extends ListPath>(path: P, { params, query, when = true, every = false }: Asked<P> = {}) {
  interface Page {
    items: Item<P>[];
    next: string | null;
  }
  return useInfiniteQuery<Page, Problem, Item<P>[], readonly unknown[], string | null>({
    queryKey: [...keyOf(path, params ?? null, query ?? null), 'pages'],
    queryFn: async ({ pageParam, signal }) => {
      const asked = { ...query, ...(pageParam && { cursor: pageParam }) } as Query<P, 'get'>;
      return (await call('get', path, { params, query: asked, signal })) as unknown as Page;
    },
    initialPageParam: null,
    getNextPageParam: (last) => last.next,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
    enabled: when,
    refetchInterval: every,
  });
}

/** Changes something, and forgets what is cached under the paths in `stale`. */
export function useSend<P extends Path, M extends Exclude<Method, 'get'>>(
  method: M,
  path: P,
  { stale = [] }: { stale?: readonly Path[] } = {},
) {
  const queries = useQueryClient();
  return useMutation<Answer<P, M>, Problem, Options<P, M>>({
    mutationFn: (options) => call(method, path, options),
    onSuccess: () =>
      Promise.all(stale.map((one) => queries.invalidateQueries({ queryKey: [one] }))).then(() => undefined),
  });
}

export type { Answer, Body };
