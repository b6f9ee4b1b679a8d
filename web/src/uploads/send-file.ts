import { addressOf, type Answer, call, Problem } from '../api/client';
import { patiently } from './patience';
import { forget, recall, remember } from './remembered';
import { transmit } from './transmit';

export type Standing = Answer<'/api/uploads/{id}', 'get'>;

export interface FileUpload {
  assessmentId: string;
  /** The evidence that it is added to, if that is there already. */
  itemId?: string;
  file: File;
  /** Told how many of its bytes have left. */
  onSent?: (bytes: number) => void;
  signal?: AbortSignal;
}

/** Every piece is acknowledged: of more than this nothing is ever sent twice. */
const pieceBytes = 8 * 1024 * 1024;
const tus = { 'Tus-Resumable': '1.0.0' };

/** Files that are on their way from this page: chosen twice, a file is sent twice. */
const underWay = new Set<string>();

/**
 * Sends a file piece by piece (tus 1.0), waiting out broken lines, and answers the id that it is handed in by. Stopped and
 * begun again, now or after the page was closed, it goes on where it was.
 */
export async function sendFile({ assessmentId, itemId, file, onSent, signal }: FileUpload): Promise<string> {
  const earlier = recall(assessmentId, file);
  let standing: Standing | null = null;
  if (earlier && !underWay.has(earlier)) standing = await patiently(() => standingOf(earlier), signal);
  if (!standing || standing.usedFor) {
    standing = await patiently(() => begin(assessmentId, file), signal);
    remember(assessmentId, file, standing.id, itemId);
  }
  const { id } = standing;
  underWay.add(id);
  try {
    let { received } = standing;
    onSent?.(received);
    while (received < file.size) {
      received = await patiently(async (again) => {
        // Of a piece that broke off, the server has kept what came.
        const from = again ? ((await standingOf(id))?.received ?? 0) : received;
        return from < file.size ? sendPiece(id, file, from, onSent, signal) : from;
      }, signal);
      onSent?.(received);
    }
    return id;
  } finally {
    underWay.delete(id);
  }
}

/** Takes back what was sent of a file that will not be handed in. */
export async function takeBack(id: string): Promise<void> {
  await call('delete', '/api/uploads/{id}', { params: { id }, headers: tus });
}

/** As `takeBack`, of a file whose upload may have begun; what cannot be taken back now ends by itself. */
export async function abandon(assessmentId: string, file: File): Promise<void> {
  const id = recall(assessmentId, file);
  if (!id || underWay.has(id)) return;
  forget(assessmentId, file);
  await takeBack(id).catch(() => undefined);
}

/** How far an upload is; null if it has ended or is not there. */
export async function standingOf(id: string): Promise<Standing | null> {
  return call('get', '/api/uploads/{id}', { params: { id } }).catch((error: unknown) => {
    if (error instanceof Problem && (error.status === 404 || error.status === 410)) return null;
    throw error;
  });
}

async function begin(assessmentId: string, file: File): Promise<Standing> {
  const metadata = `filename ${base64(file.name)},assessmentId ${base64(assessmentId)}`;
  const headers = { ...tus, 'Upload-Length': String(file.size), 'Upload-Metadata': metadata };
  return call('post', '/api/uploads', { headers });
}

async function sendPiece(
  id: string,
  file: File,
  from: number,
  onSent?: (bytes: number) => void,
  signal?: AbortSignal,
): Promise<number> {
  const answer = await transmit({
    method: 'PATCH',
    address: addressOf('/api/uploads/{id}', { id }),
    headers: { ...tus, 'Upload-Offset': String(from), 'Content-Type': 'application/offset+octet-stream' },
    body: file.slice(from, from + pieceBytes),
    onSent: (bytes) => onSent?.(from + bytes),
    signal,
  });
  return Number(answer.getResponseHeader('Upload-Offset'));
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
