import { addressOf, type Answer, call, Problem } from '../api/client';
import { patiently } from './patience';
import { forget } from './remembered';
import { sendFile } from './send-file';
import { transmit } from './transmit';

export type Evidence = Answer<'/api/evidence/{id}', 'get'>;

interface Sending {
  assessmentId: string;
  files: readonly File[];
  /** Told how much of it has been sent, from 0 to 1. */
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
}

export interface EvidenceUpload extends Sending {
  /** What is said of the evidence, under an id that is the same at every try. */
  fields: Record<string, string | undefined> & { id: string; title: string };
  /** Begun before this page was opened: it may be there already. */
  begunBefore?: boolean;
}

/** Up to this, all files go in the one request that hands them in. */
const smallBytes = 5_000_000;

const bytesOf = (files: readonly File[]): number => files.reduce((sum, { size }) => sum + size, 0);

/** Evidence that may have been received though its answer never came. */
const tried = new Set<string>();

/**
 * Hands in evidence with its files: small ones in one request, large ones piece by piece before it. Waits out broken
 * lines. Throws a `Problem`, or an `AbortError` if the signal stopped it; done again with the same id, it goes on.
 */
export async function uploadEvidence(upload: EvidenceUpload): Promise<Evidence> {
  const { files, fields, signal } = upload;
  if (upload.begunBefore) tried.add(fields.id);
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value) form.set(name, value);
  if (bytesOf(files) <= smallBytes) {
    for (const file of files) form.append('files', file);
    return handIn(upload, form);
  }
  const known = await patiently(() => handedIn(fields.id), signal);
  if (known) return known;
  for (const id of await sendFiles(upload)) form.append('uploadIds', id);
  const evidence = await handIn({ ...upload, onProgress: undefined }, form);
  forgetFiles(upload);
  return evidence;
}

/** Adds files to evidence that is there. Done again, it goes on, and adds nothing twice. */
export async function addToEvidence(adding: Sending & { itemId: string }): Promise<Evidence> {
  const { itemId, signal } = adding;
  const uploadIds = await sendFiles(adding);
  const evidence = await patiently(
    () => call('post', '/api/evidence/{id}/files', { params: { id: itemId }, body: { uploadIds }, signal }),
    signal,
  );
  forgetFiles(adding);
  return evidence;
}

/** Sends files one after the other, and answers the ids that they are handed in by. */
async function sendFiles(sending: Sending & { itemId?: string }): Promise<string[]> {
  const { assessmentId, itemId, files, onProgress, signal } = sending;
  const total = bytesOf(files);
  const ids: string[] = [];
  let before = 0;
  for (const file of files) {
    const onSent = (bytes: number): void => onProgress?.((before + bytes) / total);
    ids.push(await sendFile({ assessmentId, itemId, file, onSent, signal }));
    before += file.size;
  }
  return ids;
}

function forgetFiles({ assessmentId, files }: Sending): void {
  for (const file of files) forget(assessmentId, file);
}

async function handIn(
  { assessmentId, fields, files, onProgress, signal }: EvidenceUpload,
  body: FormData,
): Promise<Evidence> {
  const total = bytesOf(files);
  return patiently(async () => {
    const known = await handedIn(fields.id);
    if (known) return known;
    tried.add(fields.id);
    const address = addressOf('/api/assessments/{assessmentId}/evidence', { assessmentId });
    const onSent = (bytes: number): void => onProgress?.(total > 0 ? Math.min(1, bytes / total) : 0);
    const { responseText } = await transmit({ method: 'POST', address, body, onSent, signal });
    return JSON.parse(responseText) as Evidence;
  }, signal);
}

/** What an earlier try has handed in, if any. */
async function handedIn(id: string): Promise<Evidence | null> {
  if (!tried.has(id)) return null;
  return call('get', '/api/evidence/{id}', { params: { id } }).catch((error: unknown) => {
    if (error instanceof Problem && error.status === 404) return null;
    throw error;
  });
}
