import { useEffect, useRef, useState } from 'react';
import { forgetPiece, keepPiece, type Piece } from './kept';
import { type Upload } from './use-uploads';

/** What is typed is kept once the typing pauses. */
const pauseMs = 800;
/** Of more than this the browser would be busy copying after every pause: the files are kept, what is typed is not. */
const quickBytes = 50_000_000;

/**
 * Keeps what was chosen and not sent, because a telephone may close the page while its camera is open. Answers whether
 * all of it is kept, and is told of what was read from there.
 */
export function useKeptChoice(uploads: readonly Upload[], pieceOf: (upload: Upload) => Piece) {
  const kept = useRef(new Map<string, Upload>());
  const [unkept, setUnkept] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const keep = (upload: Upload): void => {
      kept.current.set(upload.id, upload);
      void keepPiece({ ...pieceOf(upload), isChosen: true }).then((isKept) =>
        setUnkept((all) => (isKept === !all.has(upload.id) ? all : toggled(all, upload.id))),
      );
    };
    const chosen = uploads.filter(({ state }) => state === 'chosen');
    const isNew = ({ id, files }: Upload): boolean => kept.current.get(id)?.files !== files;
    chosen.filter(isNew).forEach(keep);
    for (const id of [...kept.current.keys()].filter((one) => uploads.every((upload) => upload.id !== one))) {
      kept.current.delete(id);
      void forgetPiece(id);
    }
    const bytesOf = ({ files }: Upload): number => files.reduce((sum, { size }) => sum + size, 0);
    const said = chosen.filter((one) => kept.current.get(one.id) !== one && bytesOf(one) < quickBytes);
    const timer = setTimeout(() => said.forEach(keep), pauseMs);
    return () => clearTimeout(timer);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a piece is made of the upload and of what stays the same
  }, [uploads]);
  return {
    isKept: uploads.every(({ id, state }) => state !== 'chosen' || !unkept.has(id)),
    wasRead: (one: Upload): void => void kept.current.set(one.id, one),
  };
}

function toggled(all: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(all);
  if (!next.delete(id)) next.add(id);
  return next;
}
