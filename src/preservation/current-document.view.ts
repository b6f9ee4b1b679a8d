import { type DocumentRevision } from './document-revision.entity.js';
import { type IssuedPdf } from './revisions.js';

/** The PDF as it is handed out now: as it was issued, with whatever was appended for its long-term validation. */
export class CurrentDocument {
  /** Counts from 1, the document as it was issued. */
  revision: number;
  sha256: string;
  size: number;
}

/** What a document has become; `newest` null: nothing was registered, so it is as it was issued. */
export function currentDocument(
  newest: DocumentRevision | null,
  issued: IssuedPdf,
): { signatureLevel: string; current: CurrentDocument } {
  const { number: revision = 1, sha256 = issued.pdfSha256, size = issued.pdfSize, level } = newest ?? {};
  return { signatureLevel: level ?? issued.signatureLevel, current: { revision, sha256, size } };
}
