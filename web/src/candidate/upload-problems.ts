import { Problem } from '../api/client';
import { type Upload } from '../uploads/use-uploads';

/** Each upload has its own of these fields on the page; all others stand once for all of them. */
const ownFields: readonly string[] = ['title', 'producedOn'];

/** The name on the page of an upload's own field. */
export const fieldOf = (field: string, { id }: Pick<Upload, 'id'>): string => `${field}-${id}`;

/** What was refused of an upload, with its own fields named as they are on the page. */
export function inRow(upload: Upload): Problem | null {
  if (!upload.problem) return null;
  const { status, code, message, errors, details } = upload.problem;
  const named = errors.map((one) =>
    ownFields.includes(one.field) ? { ...one, field: fieldOf(one.field, upload) } : one,
  );
  return new Problem(status, code, message, named, details);
}
