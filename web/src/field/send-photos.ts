import { addressOf, call, Problem } from '../api/client';
import { sendFile } from '../uploads/send-file';
import { transmit } from '../uploads/transmit';
import { type Entry, type Photo } from './kept/entry';
import { editPhotos, photoBytes } from './kept/photos';
import { soon, withinTime } from './within-time';

/** Up to this a photo goes in one request, with others if there is room; a larger one piece by piece before it. */
const smallBytes = 5_000_000;
const mostTogether = 8;
/** So many requests are under way at a time. */
const lanes = 3;

/**
 * Sends the photos of an entry that the server does not have. One that it refuses keeps its reason and holds up none of
 * the others. Answers how many were refused.
 */
export async function sendPhotos(
  { id, assessmentId, revision }: Entry,
  photos: readonly Photo[],
  onSent: (count: number) => void,
): Promise<number> {
  const waiting = photos.filter(({ sent, removed }) => !sent && !removed);
  if (waiting.length === 0) return 0;
  let refused = 0;
  const sendBatch = async (batch: readonly Photo[]): Promise<void> => {
    try {
      await handOver(id, assessmentId, batch);
    } catch (error) {
      if (!isAboutFiles(error)) throw error;
      if (batch.length > 1) {
        for (const photo of batch) await sendBatch([photo]);
        return;
      }
      const { code, message, errors } = error;
      await editPhotos([batch[0]!.id], { problem: { code, message, errors } });
      refused += 1;
      return;
    }
    const ids = batch.map((photo) => photo.id);
    await editPhotos(ids, { sent: true, problem: null });
    onSent(ids.length);
  };
  // What was sent before may have arrived although no answer came.
  const arrived = revision === null ? new Set<string>() : await namesAt(id);
  const there = waiting.filter(({ name }) => arrived.has(name));
  if (there.length > 0) {
    const ids = there.map((photo) => photo.id);
    await editPhotos(ids, { sent: true, problem: null });
    onSent(ids.length);
  }
  await inLanes(batchesOf(waiting.filter(({ name }) => !arrived.has(name))), sendBatch);
  return refused;
}

/** Names of the files that the server has of an entry. */
export async function namesAt(id: string): Promise<ReadonlySet<string>> {
  const { files } = await call('get', '/api/evidence/{id}', { params: { id }, signal: soon() });
  return new Set(files.map(({ name }) => name));
}

/** The server will not have these bytes; another day it will not either. */
function isAboutFiles(error: unknown): error is Problem {
  return error instanceof Problem && [400, 413, 415, 422].includes(error.status);
}

function batchesOf(photos: readonly Photo[]): Photo[][] {
  const batches: Photo[][] = [];
  let room = 0;
  for (const photo of photos) {
    const last = batches.at(-1);
    if (last && last.length < mostTogether && photo.size <= room) last.push(photo);
    else {
      batches.push([photo]);
      room = smallBytes;
    }
    room -= photo.size;
  }
  return batches;
}

async function handOver(id: string, assessmentId: string, batch: readonly Photo[]): Promise<void> {
  const form = new FormData();
  for (const photo of batch) {
    const file = await fileOf(photo);
    if (file.size <= smallBytes) form.append('files', file);
    else form.append('uploadIds', await withinTime((signal) => sendFile({ assessmentId, file, signal })));
  }
  const address = addressOf('/api/evidence/{id}/files', { id });
  await withinTime((signal) => transmit({ method: 'POST', address, body: form, signal }));
}

/** The photo as a file that is the same at every try. Throws a `Problem` if this device cannot read it any more. */
async function fileOf({ id, name, takenAt }: Photo): Promise<File> {
  const blob = await photoBytes(id).catch(() => null);
  const isReadable = await blob
    ?.slice(0, 1)
    .arrayBuffer()
    .then(Boolean, () => false);
  if (!blob || !isReadable) throw new Problem(400, 'unreadable', '');
  return new File([blob], name, { type: blob.type, lastModified: Date.parse(takenAt) });
}

/** Works through a list a few at a time. What fails ends it, once what is under way has ended. */
async function inLanes<T>(work: readonly T[], one: (item: T) => Promise<void>): Promise<void> {
  const left = [...work];
  const lane = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      await one(next).catch((error: unknown) => {
        left.length = 0;
        throw error;
      });
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: lanes }, lane));
  for (const end of ended) if (end.status === 'rejected') throw end.reason;
}
