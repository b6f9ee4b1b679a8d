import { call, Problem } from '../api/client';
import { editEntry } from './kept/entries';
import { type Entry, inputOf, type Photo, questioningOf } from './kept/entry';
import { editPhotos, forgetBytes, photosOf } from './kept/photos';
import { isSameObservation, isSameQuestioning } from './same';
import { namesAt, sendPhotos } from './send-photos';
import { soon } from './within-time';

/**
 * Sends an entry: the record, then its photos, then its signature. Each step may be done again after an answer was lost:
 * the record has an id of ours, a photo a name of its own, and to sign what is signed is harmless. `onSent` is told of
 * the photos that arrived.
 */
export async function sendEntry(entry: Entry, onSent: (count: number) => void): Promise<void> {
  const revision = await sendRecord(entry);
  await editEntry(entry.id, () => ({ revision }));
  await takeBackRemovals(entry);
  const refused = await sendPhotos(entry, await photosOf(entry.id), onSent);
  if (refused > 0) throw new Problem(422, 'photos_refused', '');
  const photos = (await photosOf(entry.id)).filter(({ removed }) => !removed);
  const signedAt = entry.sign ? await sign(entry, photos) : null;
  await editEntry(entry.id, () => ({ state: 'sent', sentAt: new Date().toISOString(), signedAt, problem: null }));
  if (signedAt) await forgetBytes(photos.map(({ id }) => id));
}

async function sendRecord(entry: Entry): Promise<number> {
  const { id, assessmentId } = entry;
  const put = async (revision: number | null): Promise<{ revision: number }> => {
    const headers: Record<string, string> = revision === null ? {} : { 'If-Match': `"${revision}"` };
    const about = {
      params: { assessmentId, id },
      headers,
      signal: soon(),
    };
    return entry.form === 'questioning'
      ? call('put', '/api/assessments/{assessmentId}/questionings/{id}', { ...about, body: questioningOf(entry) })
      : call('put', '/api/assessments/{assessmentId}/observations/{id}', { ...about, body: inputOf(entry) });
  };
  try {
    return (await put(entry.revision)).revision;
  } catch (error) {
    // It is there although no answer came: our own, of which the answer was lost before it was corrected here.
    if (!(error instanceof Problem) || error.code !== 'precondition_required') throw error;
    const path = entry.form === 'questioning' ? '/api/questionings/{id}' : '/api/observations/{id}';
    const { revision } = await call('get', path, { params: { id }, signal: soon() });
    return (await put(revision)).revision;
  }
}

/** A photo may have been removed here after it arrived and its answer was lost: its assessor must see that it is there. */
async function takeBackRemovals({ id, revision }: Entry): Promise<void> {
  const removed = (await photosOf(id)).filter((photo) => photo.removed && !photo.sent);
  if (removed.length === 0 || revision === null) return;
  const arrived = await namesAt(id);
  const there = removed.filter(({ name }) => arrived.has(name)).map((photo) => photo.id);
  if (there.length === 0) return;
  await editPhotos(there, { removed: false, sent: true });
  throw new Problem(409, 'removed_too_late', '');
}

/** Signs what the assessor saw here, and nothing else: what the server would have signed is compared with it first. */
async function sign(entry: Entry, photos: readonly Photo[]): Promise<string> {
  const about = { params: { id: entry.id }, signal: soon() };
  if (entry.form === 'questioning') {
    const { content, contentSha256 } = await call('get', '/api/questionings/{id}/signature', about);
    requireSame(isSameQuestioning(content, entry, photos));
    const { questioning } = await call('post', '/api/questionings/{id}/signature', {
      ...about,
      body: { contentSha256 },
    });
    return questioning.signedAt!;
  }
  const { content, contentSha256 } = await call('get', '/api/observations/{id}/signature', about);
  requireSame(isSameObservation(content, entry, photos));
  const { observation } = await call('post', '/api/observations/{id}/signature', { ...about, body: { contentSha256 } });
  return observation.signedAt!;
}

function requireSame(isSame: boolean): void {
  if (!isSame) throw new Problem(409, 'differs', '');
}
