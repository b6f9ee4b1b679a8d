import { addressOf, type Answer, pageHeaders, Problem, problemOf } from '../api/client';

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

/** Hands in evidence with its files. Throws a `Problem`, or an `AbortError` if the signal stopped it. */
export function uploadEvidence({ assessmentId, fields, files, onProgress, signal }: EvidenceUpload): Promise<Evidence> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value) form.set(name, value);
  for (const file of files) form.append('files', file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest(); // fetch tells nothing of what it has sent
    const stop = (): void => request.abort();
    request.open('POST', addressOf('/api/assessments/{assessmentId}/evidence', { assessmentId }));
    for (const [name, value] of Object.entries(pageHeaders())) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const answer = new Response(request.responseText, { status: request.status });
      if (answer.ok) resolve(JSON.parse(request.responseText) as Evidence);
      else void problemOf(answer).then(reject);
    };
    request.onerror = () => reject(new Problem(0, 'offline', ''));
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'));
    request.onloadend = () => signal?.removeEventListener('abort', stop);
    if (signal?.aborted) return reject(new DOMException('stopped', 'AbortError'));
    signal?.addEventListener('abort', stop);
    request.send(form);
  });
}

