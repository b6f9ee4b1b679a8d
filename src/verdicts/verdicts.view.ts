import { type VerdictRecord } from '../documents/record.js';
import { type DocumentRevision } from '../preservation/document-revision.entity.js';
import { type CurrentDocument, currentDocument } from '../preservation/current-document.view.js';
import { type FindingView } from '../sufficiency/coverage.view.js';
import { type VerdictNotification } from './notification.entity.js';
import { type Outcome, type Verdict } from './verdict.entity.js';

/** A verdict as it was given. The document itself and the whole record have addresses of their own. */
export class VerdictView {
  id: string;
  assessmentId: string;
  documentNumber: string;
  outcome: Outcome;
  reasons: string | null;
  gaps: { targetRef: string | null; text: string }[];
  feedback: string | null;
  nextStep: string | null;
  decidedBy: { id: string; name: string };
  decidedAt: string;
  /** The day in Taipei, as it is printed. */
  decidedOn: string;
  /** The day in Taipei on which the candidate was told; null while they were not. */
  notifiedOn: string | null;
  /** The last day in Taipei on which they may appeal (rule P7). */
  appealUntil: string | null;
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
  /** Where anybody can compare the document with the register. */
  verificationUrl: string;
}

/** What stands in the way of each outcome now, if this assessor decided with these words. */
export class VerdictPreviewView {
  competent: { possible: boolean; findings: FindingView[] };
  notYetCompetent: { possible: boolean; findings: FindingView[] };
  /** To be seen; none of them refuses anything. */
  warnings: FindingView[];
}

/** A verdict, and whether the candidate was told of it. */
export interface ToldVerdict {
  verdict: Verdict;
  notification: VerdictNotification | null;
  newest: DocumentRevision | null;
}

export function verdictView({ verdict, notification, newest }: ToldVerdict): VerdictView {
  const record = JSON.parse(verdict.record) as VerdictRecord;
  const { id, assessmentId, documentNumber, outcome, decidedAt } = verdict;
  const { recordSha256, pdfSha256, pdfSize, signerSha256 } = verdict;
  const { reasons, gaps, feedback, nextStep, decidedOn, verificationUrl, leadAssessor } = record;
  return {
    id,
    assessmentId,
    documentNumber,
    outcome,
    reasons,
    gaps,
    feedback,
    nextStep,
    decidedBy: { id: leadAssessor.id, name: leadAssessor.name },
    decidedAt,
    decidedOn,
    notifiedOn: notification?.notifiedOn ?? null,
    appealUntil: notification?.appealUntil ?? null,
    recordSha256,
    pdfSha256,
    pdfSize,
    signerSha256,
    ...currentDocument(newest, verdict),
    verificationUrl,
  };
}
