import { csv } from '../common/csv.js';
import { dateIn } from '../common/clock.js';
import { pageView } from '../common/paging.js';
import { fill, type Locale } from '../i18n/i18n.js';
import { registerColumns, registerTexts } from '../i18n/register.js';
import { type QualificationState } from './qualification-state.js';

export class RegisteredRoleView {
  role: 'assessor' | 'verifier';
  since: string;
}

export class RegisteredQualificationView {
  id: string;
  title: string;
  /** Codes without version; empty covers all. */
  documentCodes: string[];
  validFrom: string;
  validUntil: string | null;
  revokedAt: string | null;
  state: QualificationState;
}

/** What somebody may assess on the day, by the qualifications in force. */
export class AssessableDocumentsView {
  all: boolean;
  /** Codes without version; none where all. */
  codes: string[];
}

export class RegisteredPersonView {
  id: string;
  name: string;
  roles: RegisteredRoleView[];
  qualifications: RegisteredQualificationView[];
  mayAssess: AssessableDocumentsView;
  /** In the twelve months to the day. */
  verdicts: number;
  verifications: number;
  /** Assessments in their hands, to assess, that were open at the end of the day. */
  openAssessments: number;
}

export class RegisterPage extends pageView(RegisteredPersonView) {
  on: string;
}

/** The register as a table to print: a row for each qualification, and one for who has none. */
export function registerCsv(people: readonly RegisteredPersonView[], locale: Locale): string {
  const words = registerTexts(locale);
  const comma = locale === 'zh-TW' ? '、' : ', ';
  const rows = people.flatMap(({ name, roles, qualifications, verdicts, verifications }) => {
    const told = roles.map(({ role, since }) => `${words[role]} ${fill(words.since, { date: dateIn(since) }, locale)}`);
    const shown: (RegisteredQualificationView | null)[] = qualifications.length > 0 ? qualifications : [null];
    return shown.map((one) => [
      name,
      told.join(comma),
      one?.title,
      one && (one.documentCodes.join(comma) || words.all_documents),
      one?.validFrom,
      one && (one.validUntil ?? words.open_ended),
      one && words[one.state],
      verdicts,
      verifications,
    ]);
  });
  return csv(
    registerColumns.map((column) => words[column]),
    rows,
  );
}
