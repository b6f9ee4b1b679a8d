import { type ResumableUpload } from './upload.entity.js';

/** A file on its way. */
export class UploadView {
  id: string;
  assessmentId: string;
  name: string;
  size: number;
  /** How many bytes are here; it is whole when they are as many as its size. */
  received: number;
  createdAt: string;
  /** When it ends unless more of it arrives before. */
  expiresAt: string;
  /** The evidence that it became a file of. */
  usedFor: string | null;
}

export function uploadView(upload: ResumableUpload): UploadView {
  const { id, assessmentId, name, size, received, createdAt, expiresAt, usedFor } = upload;
  return { id, assessmentId, name, size, received, createdAt, expiresAt, usedFor };
}
