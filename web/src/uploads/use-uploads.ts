import { useEffect, useRef, useState } from 'react';
import { Problem } from '../api/client';
import { newId } from '../api/new-id';
import { abandon } from './send-file';
import { type Evidence, type EvidenceUpload, uploadEvidence } from './upload-evidence';

/** One piece of evidence on its way: what it consists of, and how far it is. */
export interface Upload {
  id: string;
  files: readonly File[];
  title: string;
  state: 'chosen' | 'waiting' | 'sending' | 'stopped' | 'failed' | 'received';
  share: number;
  problem: Problem | null;
  evidence: Evidence | null;
}

/** So many are sent at a time. */
const lanes = 3;

export const isOnItsWay = ({ state }: Upload): boolean => state === 'waiting' || state === 'sending';

/** What was chosen and is being sent. Each can be stopped and tried again; leaving the page meanwhile is asked about. */
export function useUploads(assessmentId: string) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const stops = useRef(new Map<string, AbortController>());
  const change = (id: string, changes: Partial<Upload>): void =>
    setUploads((all) => all.map((one) => (one.id === id ? { ...one, ...changes } : one)));
  const isBusy = uploads.some(isOnItsWay);

  useEffect(() => {
    if (!isBusy) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isBusy]);
  useEffect(() => {
    const running = stops.current;
    return () => running.forEach((stop) => stop.abort());
  }, []);

  const sendOne = async (
    upload: Upload,
    fields: EvidenceUpload['fields'],
    onReceived?: (itemId: string) => Promise<void>,
  ): Promise<void> => {
    const stop = stops.current.get(upload.id);
    if (!stop || stop.signal.aborted) return;
    change(upload.id, { state: 'sending', share: 0 });
    const onProgress = (share: number): void => change(upload.id, { share });
    await uploadEvidence({ assessmentId, fields, files: upload.files, onProgress, signal: stop.signal })
      .then(async (evidence) => {
        await onReceived?.(evidence.id);
        change(upload.id, { state: 'received', share: 1, evidence });
      })
      .catch((error: unknown) => {
        if (error instanceof Problem) change(upload.id, { state: 'failed', problem: error });
        else change(upload.id, { state: 'stopped' });
      });
  };

  return {
    uploads,
    isBusy,
    choose: (files: readonly File[]): void =>
      setUploads((all) => [
        ...all,
        ...files.map((file): Upload => {
          const title = file.name.replace(/\.[^.]+$/, '').slice(0, 300) || file.name;
          const fresh = { state: 'chosen' as const, share: 0, problem: null, evidence: null };
          return { id: newId(), files: [file], title, ...fresh };
        }),
      ]),
    rename: (id: string, title: string): void => change(id, { title }),
    drop: (id: string): void => {
      const dropped = uploads.find((one) => one.id === id);
      if (dropped && dropped.state !== 'chosen') for (const file of dropped.files) void abandon(assessmentId, file);
      setUploads((all) => all.filter((one) => one.id !== id));
    },
    stop: (id: string): void => {
      stops.current.get(id)?.abort();
      change(id, { state: 'stopped' });
    },
    /** Sends these, a few at a time. Answers when none is left on its way. */
    send: async (
      chosen: readonly Upload[],
      fieldsOf: (upload: Upload) => EvidenceUpload['fields'],
      onReceived?: (itemId: string) => Promise<void>,
    ): Promise<void> => {
      const left = [...chosen];
      for (const { id } of chosen) {
        stops.current.set(id, new AbortController());
        change(id, { state: 'waiting', share: 0, problem: null });
      }
      const lane = async (): Promise<void> => {
        for (let next = left.shift(); next; next = left.shift()) await sendOne(next, fieldsOf(next), onReceived);
      };
      await Promise.all(Array.from({ length: lanes }, lane));
    },
  };
}
