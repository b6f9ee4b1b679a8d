import canonicalize from 'canonicalize';
import { dateIn } from '../common/clock.js';
import { sha256 } from '../common/ids.js';
import { type EvidenceFile } from '../evidence/evidence-file.entity.js';
import { type EvidenceItem } from '../evidence/evidence-item.entity.js';
import { type Observation } from './observation.entity.js';
import { type RecordObservation } from './observations.dto.js';

/** What an assessor writes down, apart from who, when it was stored and whether it is signed. */
export type ObservationContent = Pick<
  Observation,
  'startedAt' | 'endedAt' | 'place' | 'present' | 'context' | 'notes' | 'method' | 'outcomes'
> & { title: string };

/** The content that an input means: the same input always gives the same content. */
export function contentOf(input: RecordObservation): ObservationContent {
  return {
    title: input.title || `觀察紀錄 ${dateIn(input.startedAt)}`,
    startedAt: input.startedAt,
    endedAt: input.endedAt ?? null,
    place: input.place ?? '',
    present: input.present ?? '',
    context: input.context ?? '',
    notes: input.notes ?? '',
    method: input.method || null,
    outcomes: (input.outcomes ?? []).map(({ ref, outcome, note }) => ({ ref, outcome, ...(note && { note }) })),
  };
}

export function storedContent(row: Observation, { title }: EvidenceItem): ObservationContent {
  const { startedAt, endedAt, place, present, context, notes, method, outcomes } = row;
  return { title, startedAt, endedAt, place, present, context, notes, method, outcomes };
}

export function sameContent(one: ObservationContent, other: ObservationContent): boolean {
  return canonicalize(one) === canonicalize(other);
}

/** What a signature covers: the record, whose it is, and the bytes of its files. */
export interface SignedContent extends ObservationContent {
  id: string;
  assessmentId: string;
  number: number;
  assessorId: string;
  files: { position: number; name: string; size: number; mediaType: string; sha256: string }[];
}

export function signedContent(row: Observation, item: EvidenceItem, files: readonly EvidenceFile[]): SignedContent {
  return {
    id: row.id,
    assessmentId: item.assessmentId,
    number: item.number,
    assessorId: row.assessorId,
    ...storedContent(row, item),
    files: [...files]
      .sort((a, b) => a.position - b.position)
      .map(({ position, name, size, mediaType, sha256 }) => ({ position, name, size, mediaType, sha256 })),
  };
}

/** SHA-256 over the canonical JSON (RFC 8785) of what a signature covers. */
export function contentSha256(content: SignedContent): string {
  return sha256(canonicalize(content)!);
}
