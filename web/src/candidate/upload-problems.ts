import { Problem } from '../api/client';
import { type Upload } from '../uploads/use-uploads';

/** Each upload has its own of these fields on the page; all others stand once for all of them. */
const ownFields: readonly string[] = ['title', 'producedOn'];

/** The name on the page of an upload's own field. */
export const fieldOf = (field: string, { id }: Pick<Upload, 'id'>): string => `${field}-${id}`;

/** The same with each of its own fields named by its label, to be read away from the field. */
export function named({ status, code, message, errors, details }: Problem, labels: Record<string, string>): Problem {
  const labelOf = (field: string): string | undefined => labels[field.split('-')[0]!];
  const said = errors.map((one) => {
    const label = labelOf(one.field);
    return label ? { ...one, detail: `${label}：${one.detail}` } : one;
  });
  return new Problem(status, code, message, said, details);
}

/** What was refused of an upload, with its own fields named as they are on the page. */
export function inRow(upload: Upload): Problem | null {
  if (!upload.problem) return null;
  const { status, code, message, errors, details } = upload.problem;
  const own = errors.map((one) =>
    ownFields.includes(one.field) ? { ...one, field: fieldOf(one.field, upload) } : one,
  );
  return new Problem(status, code, message, own, details);
}
