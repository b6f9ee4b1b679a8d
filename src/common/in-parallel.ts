/** Does `work` for every item, up to `limit` at once, in order of arrival. The first failure ends it. */
export async function inParallel<T>(
  items: Iterable<T> | AsyncIterable<T>,
  limit: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const iterator = generate(items);
  const worker = async (): Promise<void> => {
    for (;;) {
      const next = await iterator.next();
      if (next.done) return;
      await work(next.value);
    }
  };
  try {
    await Promise.all(Array.from({ length: limit }, worker));
  } finally {
    await iterator.return(undefined);
  }
}

/** An async generator queues its callers, so that several may ask it for the next item at once. */
async function* generate<T>(items: Iterable<T> | AsyncIterable<T>): AsyncGenerator<T, undefined> {
  yield* items;
}
