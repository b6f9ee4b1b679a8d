import { type EvidenceItem } from '../evidence/evidence-item.entity.js';
import { type Invitation } from './invitation.entity.js';
import { type ReportAnswerView } from './form.view.js';
import { type ThirdPartyReport } from './report.entity.js';

/** A signed report, which is an evidence item under the same id. */
export class ThirdPartyReportView {
  id: string;
  assessmentId: string;
  number: number;
  title: string;
  name: string;
  post: string;
  relation: string;
  /** Null for who does not assess or manage. */
  contact: string | null;
  /** Where the invitation went; null for who does not assess or manage. */
  email: string | null;
  periodFrom: string | null;
  periodTo: string | null;
  reportedOn: string | null;
  answers: ReportAnswerView[];
  general: string;
  /** The words of truth the author put their name to. */
  statement: string | null;
  signedAt: string | null;
  signedSha256: string | null;
  withdrawnAt: string | null;
}

/** A report with its item, as far as somebody may see it. */
export interface SeenReport {
  item: EvidenceItem;
  report: ThirdPartyReport;
  invitation: Invitation;
  /** Whether it is theirs to know how to reach the author. */
  reaches: boolean;
}

export function reportView({ item, report, invitation, reaches }: SeenReport): ThirdPartyReportView {
  const { name, post, relation, periodFrom, periodTo, reportedOn, answers, general, statement } = report;
  return {
    id: item.id,
    assessmentId: item.assessmentId,
    number: item.number,
    title: item.title,
    name,
    post,
    relation,
    contact: reaches ? report.contact : null,
    email: reaches ? invitation.email : null,
    periodFrom,
    periodTo,
    reportedOn,
    answers,
    general,
    statement,
    signedAt: item.signedAt,
    signedSha256: report.submittedSha256,
    withdrawnAt: item.withdrawnAt,
  };
}
