import { useQuery, useQueryClient } from '@tanstack/react-query';

export interface Storage {
  usage: number;
  quota: number;
  /** Whether the browser has promised not to clear it by itself. */
  persisted: boolean;
}

const key = ['storage'];

/** Asks the browser to keep what is on the device. Asked when work is taken along: then its use can be seen. */
export async function askToStay(): Promise<void> {
  await navigator.storage?.persist?.().catch(() => false);
}

/** How much room there is, looked at again and again, as photos fill it. */
export function useStorage(): { storage: Storage | undefined; ask: () => Promise<void> } {
  const queries = useQueryClient();
  const { data: storage } = useQuery<Storage>({
    queryKey: key,
    queryFn: async () => {
      const { usage = 0, quota = 0 } = (await navigator.storage?.estimate?.()) ?? {};
      return { usage, quota, persisted: (await navigator.storage?.persisted?.()) ?? false };
    },
    refetchInterval: 20_000,
  });
  const ask = async (): Promise<void> => {
    await askToStay();
    await queries.invalidateQueries({ queryKey: key });
  };
  return { storage, ask };
}

/** As large as cameras make them. */
const photoBytes = 5_000_000;

/** For how many more photos there is room, where that may not be enough for a day; else null. */
export function roomForPhotos({ usage, quota }: Storage): number | null {
  const photos = Math.max(0, Math.floor((quota - usage) / photoBytes));
  return quota > 0 && photos < 200 ? photos : null;
}
