import { pageView } from '../common/paging.js';
import { type CertificateBatch } from './batch.entity.js';
import { type BatchProgress } from './batch-queue.js';
import { CertifiableView } from './certifiable.view.js';

export const batchStates = ['waiting', 'running', 'done', 'cancelled'] as const;
export type BatchState = (typeof batchStates)[number];

export class BatchCriteriaView {
  cohort: string | null;
  documentId: string | null;
  /** How many assessments were named one by one. */
  named: number | null;
}

/** How far a batch has come. What was given a number before it was cancelled keeps it. */
export class BatchView {
  id: string;
  bodyId: string;
  criteria: BatchCriteriaView;
  orderedBy: string;
  orderedAt: string;
  state: BatchState;
  progress: { of: number; numbered: number; issued: number; refused: number };
  finishedAt: string | null;
  cancelledAt: string | null;
}

export class BatchesPage extends pageView(BatchView) {}

/** One thing that stood in the way of a certificate, in the language of the request. */
export class RefusalReasonView {
  code: string;
  text: string;
}

/** One assessment of a batch, and what became of it. */
export class BatchItemView {
  id: string;
  assessmentId: string;
  candidate: { id: string; name: string };
  certificate: { id: string; number: string } | null;
  /** What stood in its way. */
  refusal: RefusalReasonView[] | null;
}

export class BatchItemsPage extends pageView(BatchItemView) {}
export class CertifiablePage extends pageView(CertifiableView) {}

export interface WholeBatch {
  batch: CertificateBatch;
  progress: BatchProgress;
}

export function batchView({ batch, progress }: WholeBatch): BatchView {
  const { id, bodyId, criteria, orderedBy, orderedAt, finishedAt, cancelledAt, runId } = batch;
  const { total: of, numbered, issued, refused } = progress;
  const state = cancelledAt ? 'cancelled' : finishedAt ? 'done' : runId ? 'running' : 'waiting';
  return {
    ...{ id, bodyId, criteria, orderedBy, orderedAt, state },
    progress: { of, numbered, issued, refused },
    ...{ finishedAt, cancelledAt },
  };
}
