import { useEffect, useRef, useState } from 'react';
import { Problem } from '../api/client';
import { newId } from '../api/new-id';
import { usePerson } from '../session/session';
import { isNamedByDevice, stemOf } from './file-name';
import { forgetPiece, holding, keepPiece, keptPieces, type Piece } from './kept';
import { abandon } from './send-file';
import { useKeptChoice } from './use-kept-choice';
import { addToEvidence, type Evidence, uploadEvidence } from './upload-evidence';

/** One piece of evidence on its way: what it consists of, and how far it is. */
export interface Upload {
  id: string;
  files: readonly File[];
  title: string;
  producedOn: string;
  state: 'chosen' | 'waiting' | 'sending' | 'stopped' | 'failed' | 'received';
  share: number;
  problem: Problem | null;
  evidence: Evidence | null;
  /** As it was when the page was closed, if it was begun before. */
  before: Piece | null;
}

/** What is said of a piece beside its title and its day. */
export type Said = Pick<Piece, 'fields' | 'requestId'>;

/** So many are sent at a time. */
const lanes = 3;

export const isOnItsWay = ({ state }: Upload): boolean => state === 'waiting' || state === 'sending';

const fresh = { state: 'chosen', share: 0, problem: null, evidence: null, before: null } as const;
const uploadOf = (files: readonly File[]): Upload => {
  const [file] = files as [File];
  return { ...fresh, id: newId(), files, title: isNamedByDevice(file) ? '' : stemOf(file), producedOn: '' };
};

/** Files that were chosen and not sent, as one piece of evidence or as one each. */
function divided(uploads: readonly Upload[], files: readonly File[], isOne: boolean): Upload[] {
  const others = uploads.filter(({ state }) => state !== 'chosen');
  const chosen = uploads.filter(({ state }) => state === 'chosen');
  if (!isOne) {
    // What was entered for a file that stands by itself stays.
    const own = (file: File): Upload | undefined => chosen.find((one) => one.files.length === 1 && one.files[0] === file);
    return [...others, ...files.map((file) => own(file) ?? uploadOf([file]))];
  }
  const [first] = chosen;
  return [...others, first ? { ...first, files } : uploadOf(files)];
}

/**
 * What was chosen and is being sent, as evidence of its own or as further files of an item. Each can be stopped and tried
 * again; leaving the page meanwhile is asked about, and what was under way goes on when it is opened again.
 */
export function useUploads(assessmentId: string, itemId: string | null = null) {
  const { id: personId } = usePerson();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const [isRead, setRead] = useState(false);
  const stops = useRef(new Map<string, AbortController>());
  const change = (id: string, changes: Partial<Upload>): void =>
    setUploads((all) => all.map((one) => (one.id === id ? { ...one, ...changes } : one)));
  const isBusy = uploads.some(isOnItsWay);
  const chosen = uploads.filter(({ state }) => state === 'chosen');
  const isOne = itemId !== null || chosen.some(({ files }) => files.length > 1);

  const pieceOf = ({ id, files, title, producedOn }: Upload, said: Said) => {
    const fields = { ...said.fields, id, title: title.trim() || files[0]!.name, producedOn: producedOn || undefined };
    return { id, personId, assessmentId, itemId, fields, requestId: said.requestId, files, keptAt: Date.now() };
  };
  const { isKept, wasRead } = useKeptChoice(uploads, (upload) => {
    const { title, producedOn } = upload;
    return { ...pieceOf(upload, { fields: {}, requestId: null }), fields: { title, producedOn } };
  });
  const wouldLose = isBusy || !isKept;

  useEffect(() => {
    if (!wouldLose) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [wouldLose]);
  useEffect(() => {
    const running = stops.current;
    return () => running.forEach((stop) => stop.abort());
  }, []);

  const sendOne = async (upload: Upload, said: Said, onReceived?: Received): Promise<void> => {
    const stop = stops.current.get(upload.id);
    if (!stop || stop.signal.aborted) return;
    change(upload.id, { state: 'sending', share: 0 });
    const { id, files } = upload;
    const { fields } = pieceOf(upload, said);
    const onProgress = (share: number): void => change(id, { share });
    const sending = { assessmentId, files, onProgress, signal: stop.signal };
    try {
      const evidence = itemId
        ? await addToEvidence({ ...sending, itemId })
        : await uploadEvidence({ ...sending, fields, begunBefore: upload.before !== null });
      await onReceived?.(evidence, said);
      await forgetPiece(id);
      change(id, { state: 'received', share: 1, evidence });
    } catch (error) {
      if (error instanceof Problem) change(id, { state: 'failed', problem: error });
      else change(id, { state: 'stopped' });
    }
  };

  return {
    uploads,
    isBusy,
    isOne,
    /** Whether it is known what was under way before. */
    isRead,
    choose: (files: readonly File[]): void =>
      setUploads((all) => {
        const before = all.filter(({ state }) => state === 'chosen').flatMap((one) => one.files);
        return files.length > 0 ? divided(all, [...before, ...files], isOne) : all;
      }),
    join: (one: boolean): void =>
      setUploads((all) => divided(all, all.filter(({ state }) => state === 'chosen').flatMap(({ files }) => files), one)),
    say: (id: string, said: Partial<Pick<Upload, 'title' | 'producedOn'>>): void => change(id, said),
    /** Takes a file out, or all of them. */
    drop: (id: string, file?: File): void => {
      const dropped = uploads.find((one) => one.id === id);
      if (!dropped) return;
      const left = dropped.files.filter((one) => file && one !== file);
      if (dropped.state !== 'chosen')
        for (const one of dropped.files) if (!left.includes(one)) void abandon(assessmentId, one);
      if (left.length > 0) return change(id, { files: left });
      void forgetPiece(id);
      setUploads((all) => all.filter((one) => one.id !== id));
    },
    stop: (id: string): void => {
      stops.current.get(id)?.abort();
      change(id, { state: 'stopped' });
    },
    /** Sends these, a few at a time. Answers when none is left on its way. */
    send: async (
      wanted: readonly Upload[],
      saidOf: (upload: Upload) => Said,
      onReceived?: Received,
    ): Promise<void> => {
      const left = [...wanted];
      for (const one of wanted) {
        stops.current.set(one.id, new AbortController());
        if (!one.before) void keepPiece(pieceOf(one, saidOf(one)));
        change(one.id, { state: 'waiting', share: 0, problem: null });
      }
      const lane = async (): Promise<void> => {
        for (let next = left.shift(); next; next = left.shift()) {
          const one = next;
          await holding(one.id, () => sendOne(one, saidOf(one), onReceived));
        }
      };
      await Promise.all(Array.from({ length: lanes }, lane));
    },
    /** Brings back what was chosen or under way when the page was closed, and answers what was under way. */
    read: async (): Promise<Upload[]> => {
      const pieces = (await keptPieces(personId, assessmentId)).filter((one) => one.itemId === itemId);
      const back = pieces.map((before): Upload => {
        const { title = '', producedOn = '' } = before.fields;
        const { id, files, isChosen } = before;
        const entered = { ...fresh, id, files, title, producedOn };
        return isChosen ? entered : { ...entered, state: 'waiting', before };
      });
      back.forEach(wasRead);
      setUploads((all) => [...all, ...back.filter(({ id }) => all.every((one) => one.id !== id))]);
      setRead(true);
      return back.filter(isOnItsWay);
    },
  };
}

type Received = (evidence: Evidence, said: Said) => Promise<void>;
