/** An upload that was begun on this device and may be gone on with. */
export interface Remembered {
  id: string;
  assessmentId: string;
  /** The evidence that it is added to, if that is there already. */
  itemId?: string;
  name: string;
  size: number;
  /** The file's own date: with its name and size it tells the file again when it is chosen anew. */
  modified: number;
  begunAt: number;
}

const prefix = 'touchstone.upload.';
const forgottenAfterMs = 90 * 24 * 3_600_000;

const keyOf = (assessmentId: string, file: File): string =>
  `${prefix}${assessmentId}.${file.size}.${file.lastModified}.${file.name}`;

/** The upload of this file that was begun before, if any. */
export function recall(assessmentId: string, file: File): string | null {
  return read(keyOf(assessmentId, file))?.id ?? null;
}

export function remember(assessmentId: string, file: File, id: string, itemId?: string): void {
  const { name, size, lastModified: modified } = file;
  const upload: Remembered = { id, assessmentId, itemId, name, size, modified, begunAt: Date.now() };
  try {
    localStorage.setItem(keyOf(assessmentId, file), JSON.stringify(upload));
  } catch {
    // Without room to remember it, the upload goes on as long as its page is open.
  }
}

export function forget(assessmentId: string, file: Pick<File, 'name' | 'size' | 'lastModified'>): void {
  localStorage.removeItem(keyOf(assessmentId, file as File));
}

/** What was begun for this assessment and not handed in. */
export function rememberedFor(assessmentId: string): Remembered[] {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(prefix))
    .flatMap((key) => {
      const found = read(key);
      if (found && Date.now() - found.begunAt < forgottenAfterMs) return [found];
      localStorage.removeItem(key);
      return [];
    })
    .filter((one) => one.assessmentId === assessmentId)
    .sort((a, b) => a.begunAt - b.begunAt);
}

function read(key: string): Remembered | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Remembered | null;
  } catch {
    return null;
  }
}
