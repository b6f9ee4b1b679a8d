import { call, Problem } from '../api/client';
import { editEntry, editPhoto, photosOf } from './kept/entries';
import { type Entry, inputOf, type Photo, type SignedContent } from './kept/entry';

const seconds = 1000;

/**
 * Sends an entry: the record, then its photos, then its signature. Each step may be done again after an answer was lost:
 * the record has an id of ours, a photo a name of its own, and to sign what is signed is harmless.
 */
export async function sendEntry(entry: Entry): Promise<void> {
  const revision = await sendRecord(entry);
  await editEntry(entry.id, () => ({ revision }));
  const photos = (await photosOf(entry.id)).filter(({ removed }) => !removed);
  await sendPhotos(entry.id, photos);
  const signedAt = entry.sign ? await sign(entry, photos) : null;
  await editEntry(entry.id, () => ({ state: 'sent', sentAt: new Date().toISOString(), signedAt, problem: null }));
  if (signedAt) for (const photo of photos) await editPhoto(photo.id, { blob: new Blob() });
}

async function sendRecord(entry: Entry): Promise<number> {
  const { id, assessmentId } = entry;
  const put = async (revision: number | null) =>
    call('put', '/api/assessments/{assessmentId}/observations/{id}', {
      params: { assessmentId, id },
      body: inputOf(entry),
      headers: revision === null ? {} : { 'If-Match': `"${revision}"` },
      signal: AbortSignal.timeout(30 * seconds),
    });
  try {
    return (await put(entry.revision)).revision;
  } catch (error) {
    // It is there although no answer came: our own, of which the answer was lost before it was corrected here.
    if (!(error instanceof Problem) || error.code !== 'precondition_required') throw error;
    const { revision } = await call('get', '/api/observations/{id}', { params: { id } });
    return (await put(revision)).revision;
  }
}

async function sendPhotos(id: string, photos: readonly Photo[]): Promise<void> {
  const waiting = photos.filter(({ sent }) => !sent);
  if (waiting.length === 0) return;
  const { files } = await call('get', '/api/evidence/{id}', { params: { id } });
  const arrived = new Set(files.map(({ name }) => name));
  for (const photo of waiting) {
    if (!arrived.has(photo.name)) {
      const form = new FormData();
      form.append('files', photo.blob, photo.name);
      await call('post', '/api/evidence/{id}/files', { params: { id }, form });
    }
    await editPhoto(photo.id, { sent: true });
  }
}

/** Signs what the assessor saw here, and nothing else: what the server would have signed is compared with it first. */
async function sign(entry: Entry, photos: readonly Photo[]): Promise<string> {
  const params = { id: entry.id };
  const covered = await call('get', '/api/observations/{id}/signature', { params });
  if (!isSame(covered.content as unknown as SignedContent, entry, photos)) throw new Problem(409, 'differs', '');
  const { contentSha256 } = covered;
  const { observation } = await call('post', '/api/observations/{id}/signature', { params, body: { contentSha256 } });
  return observation.signedAt!;
}

function isSame(content: SignedContent, entry: Entry, photos: readonly Photo[]): boolean {
  const plain = (text: string): string => text.replace(/\r\n?/g, '\n').trim().normalize();
  const texts = ['place', 'present', 'context', 'notes'] as const;
  const told = inputOf(entry).outcomes!.map(({ ref, outcome, note }) => [ref, outcome, plain(note ?? '')].join('\0'));
  const held = content.outcomes.map(({ ref, outcome, note }) => [ref, outcome, plain(note ?? '')].join('\0'));
  const names = (files: readonly { name: string; size: number }[]): string =>
    files
      .map(({ name, size }) => `${name} ${size}`)
      .sort()
      .join('\0');
  return (
    texts.every((name) => plain(content[name]) === plain(entry[name])) &&
    Date.parse(content.startedAt) === Date.parse(entry.startedAt) &&
    (Date.parse(content.endedAt ?? '') || 0) === (Date.parse(entry.endedAt ?? '') || 0) &&
    told.join('\n') === held.join('\n') &&
    names(content.files) === names(photos)
  );
}
