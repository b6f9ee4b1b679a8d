import canonicalize from 'canonicalize';
import { sha256 } from '../common/ids.js';
import { type EvidenceFile } from './evidence-file.entity.js';
import { type EvidenceItem } from './evidence-item.entity.js';
import { originals } from './redactions.js';
import { type RecordContent, type RecordKind, type RecordRow } from './record-kind.js';
import { type SignedRecordView } from './record.view.js';

export function sameContent(one: RecordContent, other: RecordContent): boolean {
  return canonicalize(one) === canonicalize(other);
}

/** What a signature covers: the record, whose it is, and the bytes of its files; redacted copies of them come later. */
export type SignedContent<Content> = Content & SignedRecordView;

export function signedContent<Row extends RecordRow, Content extends RecordContent>(
  kind: RecordKind<Row, Content>,
  row: Row,
  item: EvidenceItem,
  files: readonly EvidenceFile[],
): SignedContent<Content> {
  return {
    id: row.id,
    assessmentId: item.assessmentId,
    number: item.number,
    assessorId: row.assessorId,
    ...kind.contentOf(row, item),
    files: originals(files)
      .sort((a, b) => a.position - b.position)
      .map(({ position, name, size, mediaType, sha256 }) => ({ position, name, size, mediaType, sha256 })),
  };
}

/** SHA-256 over the canonical JSON (RFC 8785) of what a signature covers. */
export function signedSha256(content: SignedContent<RecordContent>): string {
  return sha256(canonicalize(content)!);
}
