import { type Item } from '../api/use-api';

export type BlindClaim = Item<'/api/assessments/{assessmentId}/blind-claims'>;

/** Item of evidence by item of evidence, and within one as codes are counted. */
export function inOrder(claims: readonly BlindClaim[]): BlindClaim[] {
  return [...claims].sort(
    (a, b) =>
      a.evidence.number - b.evidence.number ||
      a.target.code.localeCompare(b.target.code, 'zh-TW', { numeric: true }) ||
      a.id.localeCompare(b.id),
  );
}
