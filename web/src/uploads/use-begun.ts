import { useQueries, useQuery } from '@tanstack/react-query';
import { keyOf } from '../api/use-api';
import { usePerson } from '../session/session';
import { keptPieces } from './kept';
import { type Remembered, rememberedFor } from './remembered';
import { standingOf } from './send-file';

export const isSame = (file: File, { name, size, modified }: Remembered): boolean =>
  file.name === name && file.size === size && file.lastModified === modified;

/** Files that were begun on this device and that the server has a part of. */
export function useBegun(assessmentId: string) {
  const begun = rememberedFor(assessmentId);
  const standings = useQueries({
    queries: begun.map(({ id }) => ({
      queryKey: keyOf('/api/uploads/{id}', { id }),
      queryFn: () => standingOf(id),
    })),
  });
  return begun.flatMap((file, i) => {
    const standing = standings[i]?.data;
    return standing && !standing.usedFor ? [{ file, standing }] : [];
  });
}

/** Whatever of an assessment is not sent whole: how many files, and the evidence they are for where there is some. */
export function useUnsent(assessmentId: string): { files: number; itemId: string | null } {
  const { id } = usePerson();
  const begun = useBegun(assessmentId);
  const kept = useQuery({
    queryKey: ['kept-uploads', assessmentId, id],
    queryFn: () => keptPieces(id, assessmentId),
    networkMode: 'always',
    gcTime: 0,
  });
  const pieces = kept.data ?? [];
  const files = pieces.flatMap((one) => one.files);
  const others = begun.filter(({ file }) => !files.some((one) => isSame(one, file)));
  const itemId = pieces[0]?.itemId ?? others[0]?.file.itemId ?? null;
  return { files: files.length + others.length, itemId };
}
