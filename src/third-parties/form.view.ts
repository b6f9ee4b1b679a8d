import { type Assessment } from '../assessments/assessment.entity.js';
import { type CompetencyDocument, type DocumentKind } from '../competencies/competency-document.entity.js';
import { type CompetencyItem } from '../competencies/competency-item.entity.js';
import { type Locale } from '../i18n/i18n.js';
import { type TrainingBody } from '../people/training-body.entity.js';
import { storedContent } from './content.js';
import { type Invitation } from './invitation.entity.js';
import { type ReportAnswer, type ThirdPartyReport } from './report.entity.js';
import { privacyOf } from './statement.js';

export class AskedTargetView {
  ref: string;
  code: string;
  type: string;
  text: string;
}

export class ReportAnswerView {
  ref: string;
  seen: ReportAnswer['seen'];
  comment?: string;
}

export class ReportContentView {
  name: string;
  post: string;
  relation: string;
  contact: string;
  periodFrom: string | null;
  periodTo: string | null;
  answers: ReportAnswerView[];
  general: string;
}

/** All that the page behind a one-time link needs, and nothing more of the assessment. */
export class ThirdPartyFormView {
  body: { name: string };
  candidate: { name: string };
  document: { kind: DocumentKind; code: string; name: string };
  targets: AskedTargetView[];
  invitedBy: { name: string };
  message: string;
  locale: Locale;
  expiresAt: string;
  /** Why nothing can be changed any more, or null. */
  closed: 'submitted' | 'assessment_decided' | 'assessment_withdrawn' | null;
  submittedAt: string | null;
  report: ReportContentView;
  /** Of the draft: send it as `If-Match`. */
  revision: number;
  updatedAt: string;
  /** What is done with the author's own data. */
  privacy: string;
  /** The words of truth that submission accepts. */
  statement: string;
  /** Of everything that submission signs: send it along. */
  contentSha256: string;
}

/** A form with everything it shows. */
export interface ThirdPartyForm {
  invitation: Invitation;
  report: ThirdPartyReport;
  assessment: Assessment;
  document: Pick<CompetencyDocument, 'kind' | 'code' | 'name'>;
  body: TrainingBody;
  candidateName: string;
  inviterName: string;
  targets: CompetencyItem[];
  statement: string;
  contentSha256: string;
}

export function formView(form: ThirdPartyForm): ThirdPartyFormView {
  const { invitation, report, document, body, candidateName, inviterName, statement, contentSha256 } = form;
  const { message, locale, expiresAt, submittedAt } = invitation;
  return {
    body: { name: body.name },
    candidate: { name: candidateName },
    document: { kind: document.kind, code: document.code, name: document.name },
    targets: form.targets.map(({ ref, code, type, text }) => ({ ref, code, type, text })),
    invitedBy: { name: inviterName },
    message,
    locale,
    expiresAt,
    closed: closingOf(form),
    submittedAt,
    report: storedContent(report),
    revision: report.revision,
    updatedAt: report.updatedAt,
    privacy: privacyOf(body, candidateName, locale),
    statement,
    contentSha256,
  };
}

function closingOf({ invitation, assessment }: ThirdPartyForm): ThirdPartyFormView['closed'] {
  if (invitation.submittedAt) return 'submitted';
  if (assessment.decidedAt) return 'assessment_decided';
  return assessment.withdrawnAt ? 'assessment_withdrawn' : null;
}
