import { pageView } from '../common/paging.js';
import { type CurrentDocument, currentDocument } from '../preservation/current-document.view.js';
import { type DocumentRevision } from '../preservation/document-revision.entity.js';
import { type Outcome, type Verdict } from '../verdicts/verdict.entity.js';
import { type Appeal, type AppealDecision, type AppealOutcome } from './appeal.entity.js';

export const appealStates = ['open', 'withdrawn', 'upheld', 'dismissed'] as const;
export type AppealState = (typeof appealStates)[number];

/** The decision on an appeal. The document itself and the whole record have addresses of their own. */
export class AppealDecisionView {
  id: string;
  documentNumber: string;
  outcome: AppealOutcome;
  reasons: string;
  decidedBy: { id: string; name: string };
  decidedAt: string;
  /** SHA-256 of the record's canonical JSON. */
  recordSha256: string;
  /** SHA-256 of the signed PDF as it was issued. */
  pdfSha256: string;
  pdfSize: number;
  /** SHA-256 of the certificate that signed. */
  signerSha256: string;
  /** PAdES baseline level that is reached now. */
  signatureLevel: string;
  /** The PDF as it is handed out now. */
  current: CurrentDocument;
}

export class AppealView {
  id: string;
  assessmentId: string;
  document: { code: string; name: string };
  /** What it is against. */
  verdict: { id: string; documentNumber: string; outcome: Outcome; pdfSha256: string };
  /** The last day in Taipei on which it could be filed (rule P7). */
  appealUntil: string;
  state: AppealState;
  grounds: string;
  filedBy: { id: string; name: string };
  filedAt: string;
  withdrawnAt: string | null;
  decision: AppealDecisionView | null;
}

export class AppealsPage extends pageView(AppealView) {}

/** An appeal with what it is against, what became of it, and the names. */
export interface WholeAppeal {
  appeal: Appeal;
  verdict: Verdict;
  document: { code: string; name: string };
  appealUntil: string;
  decision: AppealDecision | null;
  /** The newest state of the decision's document. */
  newest: DocumentRevision | null;
  names: ReadonlyMap<string, string>;
}

export function appealView(whole: WholeAppeal): AppealView {
  const { appeal, verdict, document, appealUntil, decision, newest, names } = whole;
  const { id, grounds, filedBy, filedAt, withdrawnAt } = appeal;
  const { documentNumber, outcome, pdfSha256, assessmentId } = verdict;
  return {
    id,
    assessmentId,
    document,
    verdict: { id: verdict.id, documentNumber, outcome, pdfSha256 },
    appealUntil,
    state: decision?.outcome ?? (withdrawnAt ? 'withdrawn' : 'open'),
    grounds,
    filedBy: { id: filedBy, name: names.get(filedBy)! },
    filedAt,
    withdrawnAt,
    decision: decision && decisionView(decision, newest, names),
  };
}

function decisionView(
  decision: AppealDecision,
  newest: DocumentRevision | null,
  names: ReadonlyMap<string, string>,
): AppealDecisionView {
  const { id, documentNumber, outcome, reasons, decidedBy, decidedAt } = decision;
  const { recordSha256, pdfSha256, pdfSize, signerSha256 } = decision;
  return {
    id,
    documentNumber,
    outcome,
    reasons,
    decidedBy: { id: decidedBy, name: names.get(decidedBy)! },
    decidedAt,
    recordSha256,
    pdfSha256,
    pdfSize,
    signerSha256,
    ...currentDocument(newest, decision),
  };
}
