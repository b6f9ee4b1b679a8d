import { pageView } from '../common/paging.js';
import { type EvidenceRequest } from './evidence-request.entity.js';
import { type RequestState } from './request-state.js';

export class RequestAnswerView {
  itemId: string;
  /** What people call the item by. */
  number: number;
  title: string;
  answeredAt: string;
  /** Evidence that was taken back answers nothing any more. */
  withdrawn: boolean;
}

export class EvidenceRequestView {
  id: string;
  assessmentId: string;
  targetRefs: string[];
  text: string;
  dueOn: string;
  state: RequestState;
  requestedBy: { id: string; name: string };
  requestedAt: string;
  withdrawnAt: string | null;
  withdrawalReason: string | null;
  answers: RequestAnswerView[];
}

export class EvidenceRequestsPage extends pageView(EvidenceRequestView) {}

/** A target with a gap, and what the candidate could do about it: a request to begin with, not sent yet. */
export class RequestSuggestionView {
  targetRefs: string[];
  text: string;
}

/** A request with its answers and the name of who asked. */
export interface WholeRequest {
  request: EvidenceRequest;
  state: RequestState;
  requesterName: string;
  answers: RequestAnswerView[];
}

export function requestView({ request, state, requesterName, answers }: WholeRequest): EvidenceRequestView {
  const { id, assessmentId, targetRefs, text, dueOn, requestedBy, requestedAt, withdrawnAt, withdrawalReason } =
    request;
  return {
    id,
    assessmentId,
    targetRefs,
    text,
    dueOn,
    state,
    requestedBy: { id: requestedBy, name: requesterName },
    requestedAt,
    withdrawnAt,
    withdrawalReason,
    answers,
  };
}
