import { groupBy } from '../common/group-by.js';
import { type Reader } from '../database/database.js';
import { namesOf } from '../people/names.js';
import { type EvidenceRequest } from './evidence-request.entity.js';
import { type RequestState, requestState } from './request-state.js';
import { type RequestAnswerView, type WholeRequest } from './requests.view.js';

/** SQL for what `requestState` says, so that a page of one state is found by the database. */
export const stateConditions: Record<RequestState, string> = {
  withdrawn: 'r.withdrawn_at IS NOT NULL',
  answered: `r.withdrawn_at IS NULL AND ${answered()}`,
  overdue: `r.withdrawn_at IS NULL AND NOT ${answered()} AND r.due_on < :today`,
  open: `r.withdrawn_at IS NULL AND NOT ${answered()} AND r.due_on >= :today`,
};

function answered(): string {
  return `EXISTS (SELECT 1 FROM request_answers x JOIN evidence_items i ON i.id = x.item_id
    WHERE x.request_id = r.id AND i.withdrawn_at IS NULL)`;
}

interface AnswerRow {
  requestId: string;
  itemId: string;
  number: number;
  title: string;
  answeredAt: string;
  withdrawnAt: string | null;
}

/** Joins to requests their answers and who asked, in two queries. */
export async function wholeRequests(
  reader: Reader,
  requests: readonly EvidenceRequest[],
  today: string,
): Promise<WholeRequest[]> {
  if (requests.length === 0) return [];
  const ids = requests.map(({ id }) => id);
  const rows: AnswerRow[] = await reader.sql`
    SELECT x.request_id AS "requestId", x.item_id AS "itemId", i.number, i.title, x.answered_at AS "answeredAt",
           i.withdrawn_at AS "withdrawnAt"
    FROM request_answers x JOIN evidence_items i ON i.id = x.item_id
    WHERE x.request_id IN (${() => ids}) ORDER BY x.answered_at, x.id`;
  const names = await namesOf(
    reader,
    requests.map(({ requestedBy }) => requestedBy),
  );
  const answersOf = groupBy(rows, ({ requestId }) => requestId);
  return requests.map((request) => {
    const answers = (answersOf.get(request.id) ?? []).map(answerView);
    const state = requestState(request, answers.filter(({ withdrawn }) => !withdrawn).length, today);
    return { request, state, requesterName: names.get(request.requestedBy)!, answers };
  });
}

function answerView({ itemId, number, title, answeredAt, withdrawnAt }: AnswerRow): RequestAnswerView {
  return { itemId, number, title, answeredAt, withdrawn: withdrawnAt !== null };
}
