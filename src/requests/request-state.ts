import { type EvidenceRequest } from './evidence-request.entity.js';

export const requestStates = ['open', 'overdue', 'answered', 'withdrawn'] as const;
export type RequestState = (typeof requestStates)[number];

/**
 * What has become of a request on a day in Taiwan. One that was answered late is answered; one whose every answer was
 * taken back is open again.
 */
export function requestState(
  { withdrawnAt, dueOn }: Pick<EvidenceRequest, 'withdrawnAt' | 'dueOn'>,
  answers: number,
  today: string,
): RequestState {
  if (withdrawnAt) return 'withdrawn';
  if (answers > 0) return 'answered';
  return today > dueOn ? 'overdue' : 'open';
}
