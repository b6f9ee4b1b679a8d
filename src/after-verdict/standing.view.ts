import { type Locale } from '../i18n/i18n.js';
import { FindingView, findingView } from '../sufficiency/coverage.view.js';
import { type VerdictNotification } from '../verdicts/notification.entity.js';
import { type AppealView, appealView, type WholeAppeal } from './appeals.view.js';
import { type AfterEvaluation } from './evaluate-after.js';
import { type AfterFinding } from './finding.js';
import { type NotificationView, notificationView, type ReceiptView, receiptView } from './notifications.view.js';
import { type VerdictReceipt } from './receipt.entity.js';
import { type VerdictStanding } from './verdict-standing.js';

export class AfterFindingView extends FindingView {
  /** The id of the appeal or verification, or the number of the certificate, that it is about; null for the verdict. */
  subject: string | null;
}

/** Whether a verdict stands, and what has followed it. */
export class StandingView {
  verdictId: string;
  /** `superseded`: an appeal was upheld. The verdict itself stays as it was given. */
  standing: VerdictStanding;
  notification: NotificationView | null;
  receipt: ReceiptView | null;
  appeal: AppealView | null;
  /** What is amiss by the rules about what follows a verdict (P7, P9, P10). */
  findings: AfterFindingView[];
  /** Whether a certificate could be issued now, and if not, everything in its way. */
  certificate: { possible: boolean; findings: AfterFindingView[] };
}

export interface Followed {
  verdictId: string;
  standing: VerdictStanding;
  notification: VerdictNotification | null;
  receipt: VerdictReceipt | null;
  appeal: WholeAppeal | null;
  evaluation: AfterEvaluation;
}

export function standingView(followed: Followed, locale: Locale): StandingView {
  const { verdictId, standing, notification, receipt, appeal, evaluation } = followed;
  const inWords = (finding: AfterFinding): AfterFindingView => ({
    ...findingView(finding, locale),
    subject: finding.subject,
  });
  const refused = evaluation.certificateRefused.map(inWords);
  return {
    verdictId,
    standing,
    notification: notification && notificationView(notification),
    receipt: receipt && receiptView(receipt, locale),
    appeal: appeal && appealView(appeal),
    findings: evaluation.findings.map(inWords),
    certificate: { possible: refused.length === 0, findings: refused },
  };
}
