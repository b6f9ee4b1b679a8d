import { addressOf, type Answer, call, Problem } from '../api/client';
import { patiently } from './patience';
import { forget } from './remembered';
import { sendFile } from './send-file';
import { transmit } from './transmit';

export type Evidence = Answer<'/api/evidence/{id}', 'get'>;

export interface EvidenceUpload {
  assessmentId: string;
  /** What is said of the evidence, under an id that is the same at every try. */
  fields: Record<string, string | undefined> & { id: string; title: string };
  files: readonly File[];
  /** Told how much of it has been sent, from 0 to 1. */
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
}

/** Up to this, all files go in the one request that hands them in. */
const smallBytes = 5_000_000;

/** Evidence that may have been received though its answer never came. */
const tried = new Set<string>();

/**
 * Hands in evidence with its files: small ones in one request, large ones piece by piece before it. Waits out broken
 * lines. Throws a `Problem`, or an `AbortError` if the signal stopped it; done again with the same id, it goes on.
 */
export async function uploadEvidence(upload: EvidenceUpload): Promise<Evidence> {
  const total = upload.files.reduce((sum, { size }) => sum + size, 0);
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.fields)) if (value) form.set(name, value);
  if (total <= smallBytes) {
    for (const file of upload.files) form.append('files', file);
    return handIn(upload, form, total);
  }
  const { assessmentId, files, onProgress, signal } = upload;
  const known = await patiently(() => handedIn(upload.fields.id), signal);
  if (known) return known;
  let before = 0;
  for (const file of files) {
    const onSent = (bytes: number): void => onProgress?.((before + bytes) / total);
    form.append('uploadIds', await sendFile({ assessmentId, file, onSent, signal }));
    before += file.size;
  }
  const evidence = await handIn({ ...upload, onProgress: undefined }, form, total);
  for (const file of files) forget(assessmentId, file);
  return evidence;
}

async function handIn(
  { assessmentId, fields, onProgress, signal }: EvidenceUpload,
  body: FormData,
  total: number,
): Promise<Evidence> {
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
